import { contract } from '../../shared/contract/index.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { command, query } from '../calls/useCase.ts'
import type { Core } from '../core.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import { readKeyring, writeKeyring, type Keyring } from '../opening/keyring.ts'
import { unwrapKey, wrapKey } from '../opening/keys.ts'
import type { Writer } from '../schema.ts'
import { accountOf, rolesOf } from './accountRows.ts'

function keyringOf(core: Core): Keyring {
  const keyring = readKeyring(core.settings.programFile)
  if (!keyring) throw notFound('program')
  return keyring
}

async function refuseLosingLastAdministrator(db: Writer, changedId: number): Promise<void> {
  const others = await db
    .selectFrom('accounts')
    .selectAll()
    .where('active', '=', 1)
    .where('id', '!=', changedId)
    .execute()
  if (!others.some((row) => rolesOf(row).includes('administrator'))) throw refused('lastAdministrator')
}

export const accounts = {
  list: query(contract.accounts.list, async ({ db }) => {
    const rows = await db.selectFrom('accounts').selectAll().orderBy('foldedName').execute()
    return rows.map(accountOf)
  }),

  create: command(contract.accounts.create, async ({ input, db, core, now, audit }) => {
    const foldedName = foldForSearch(input.name)
    const taken = await db
      .selectFrom('accounts')
      .select('id')
      .where('foldedName', '=', foldedName)
      .executeTakeFirst()
    if (taken) throw invalidFields([{ path: 'name', code: 'nameTaken', values: {} }])
    const key = await wrapKey(core.requireOpen().key, input.passphrase, core.settings.scryptCost)
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
    const keyring = keyringOf(core)
    const accounts = [...keyring.accounts, { name: input.name, active: true, key }]
    writeKeyring(core.settings.programFile, { ...keyring, accounts })
    return accountOf(row)
  }),

  change: command(contract.accounts.change, async ({ input, db, core, caller, audit }) => {
    const before = await db.selectFrom('accounts').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (!before) throw notFound('account')
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
    const keyring = keyringOf(core)
    const accounts = keyring.accounts.map((entry) =>
      entry.name === row.name ? { ...entry, active: input.active } : entry,
    )
    writeKeyring(core.settings.programFile, { ...keyring, accounts })
    if (row.id === caller.id) core.accountChanged({ ...caller, roles: input.roles })
    return accountOf(row)
  }),

  changePassphrase: command(contract.accounts.changePassphrase, async ({ input, core, caller, audit }) => {
    const keyring = keyringOf(core)
    const entry = keyring.accounts.find(({ name }) => name === caller.name)
    if (!entry || !(await unwrapKey(entry.key, input.current))) {
      throw invalidFields([{ path: 'current', code: 'passphraseWrong', values: {} }])
    }
    const key = await wrapKey(core.requireOpen().key, input.next, core.settings.scryptCost)
    const accounts = keyring.accounts.map((other) => (other === entry ? { ...entry, key } : other))
    writeKeyring(core.settings.programFile, { ...keyring, accounts })
    audit({ subject: 'account', subjectId: caller.id })
    return {}
  }),
}
