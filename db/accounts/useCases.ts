import { contract } from '../../shared/contract/index.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { command, query } from '../calls/useCase.ts'
import type { Core } from '../core.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import { sealFor } from '../opening/keyHolders.ts'
import { accountHolder } from '../opening/keyring.ts'
import { changeKeyring, requireKeyring } from '../opening/keyringChange.ts'
import type { Writer } from '../schema.ts'
import { newAccountHolder, withHolder, withoutMachineOf } from './accountHolders.ts'
import { accountOf, rolesOf } from './accountRows.ts'
import { refuseLosingLastAdministrator } from './administrators.ts'
import { refuseWrongOwnPassphrase } from './ownPassphrase.ts'

const newHolder = (core: Core, account: Parameters<typeof newAccountHolder>[1]) =>
  newAccountHolder(core.requireOpen().key, account, core.settings.scryptCost)

async function accountById(db: Writer, id: number) {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('account')
  return row
}

export const accounts = {
  list: query(contract.accounts.list, async ({ db, core }) => {
    const keyring = requireKeyring(core)
    const rows = await db.selectFrom('accounts').selectAll().orderBy('foldedName').execute()
    return rows.map((row) => accountOf(row, accountHolder(keyring, row.name)))
  }),

  create: command(contract.accounts.create, async (call) => {
    const { input, db, core, now, audit } = call
    const foldedName = foldForSearch(input.name)
    const taken = await db
      .selectFrom('accounts')
      .select('id')
      .where('foldedName', '=', foldedName)
      .executeTakeFirst()
    if (taken) throw invalidFields([{ path: 'name', code: 'nameTaken', values: {} }])
    const holder = await newHolder(core, { ...input, isTemporary: true })
    const row = await db
      .insertInto('accounts')
      .values({
        name: input.name,
        foldedName,
        roles: JSON.stringify(input.roles),
        language: input.language,
        createdAt: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    audit({ subject: 'account', subjectId: row.id, after: { name: input.name, roles: input.roles } })
    await changeKeyring(call, (keyring) => withHolder(keyring, holder))
    return accountOf(row, holder)
  }),

  change: command(contract.accounts.change, async (call) => {
    const { input, db, core, caller, audit } = call
    const before = await accountById(db, input.id)
    if (!input.active && input.id === caller.id) throw refused('session.ownAccountStaysActive')
    if (!input.active || !input.roles.includes('administrator'))
      await refuseLosingLastAdministrator(db, input.id)
    const row = await db
      .updateTable('accounts')
      .set({ roles: JSON.stringify(input.roles), active: input.active ? 1 : 0 })
      .where('id', '=', input.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    audit({
      subject: 'account',
      subjectId: row.id,
      before: { roles: rolesOf(before), active: before.active === 1 },
      after: { roles: input.roles, active: input.active },
    })
    const holder = accountHolder(requireKeyring(core), row.name)
    if (holder && input.active !== (before.active === 1)) {
      const fileKey = () => (input.active ? sealFor(holder, core.requireOpen().key) : null)
      await changeKeyring(call, (keyring) => {
        const kept = input.active ? keyring : withoutMachineOf(keyring, holder.name)
        return withHolder(kept, { ...holder, fileKey: fileKey() })
      })
    }
    if (row.id === caller.id) call.afterwards(() => core.accountChanged({ ...caller, roles: input.roles }))
    return accountOf(row, holder)
  }),

  resetPassphrase: command(contract.accounts.resetPassphrase, async (call) => {
    const { input, db, core, caller, audit } = call
    const row = await accountById(db, input.id)
    if (row.id === caller.id) throw refused('session.resetOfOwnPassphrase')
    if (row.active === 0) throw refused('session.resetOfInactive')
    const holder = await newHolder(core, {
      name: row.name,
      passphrase: input.passphrase,
      isTemporary: true,
    })
    audit({ subject: 'account', subjectId: row.id })
    await changeKeyring(call, (keyring) => withHolder(withoutMachineOf(keyring, row.name), holder))
    call.afterwards(() => core.signInTries.forget(`account:${row.name}`))
    return accountOf(row, holder)
  }),

  changePassphrase: command(contract.accounts.changePassphrase, async (call) => {
    const { input, core, caller, audit } = call
    await refuseWrongOwnPassphrase(core, caller, input.current, 'current')
    if (input.next.normalize('NFKC') === input.current.normalize('NFKC'))
      throw invalidFields([{ path: 'next', code: 'session.samePassphrase', values: {} }])
    const holder = await newHolder(core, {
      name: caller.name,
      passphrase: input.next,
      isTemporary: false,
    })
    audit({ subject: 'account', subjectId: caller.id })
    await changeKeyring(call, (keyring) => withHolder(keyring, holder))
    call.afterwards(() => core.accountChanged({ ...caller, mustChangePassphrase: false }))
    return {}
  }),
}
