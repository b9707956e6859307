import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryHashOf } from '../../db/audit/chain.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore, testAccountName, testPassphrase } from '../helpers/testCore.ts'

const clock = { now: new Date() }
let program: Awaited<ReturnType<typeof signedInCore>>

beforeEach(async () => {
  clock.now = new Date('2026-08-01T12:00:00Z')
  program = await signedInCore({ clock: () => clock.now })
})
afterEach(() => program.dispose())

const pass = (hours: number) => (clock.now = new Date(clock.now.getTime() + hours * 3_600_000))
const signIn = () => program.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
const rename = (name: string) => program.api.program.changeSettings({ name, language: 'en' })
const backUp = () => resultOf(program.api.backups.make({}))
const verdict = () => resultOf(program.api.audit.verify({}))
const writer = () => program.core.requireOpen().file.writer

async function backedUp() {
  await rename('Before')
  pass(1)
  const { id } = await backUp()
  pass(1)
  await rename('After')
  return id
}

test('the record is compared with what the backups know of it', async () => {
  await backedUp()
  const found = await verdict()
  expect(found).toMatchObject({ state: 'intact' })
  const compared = found.state === 'intact' ? found.comparedWith : []
  expect(compared).toMatchObject([{ kind: 'backup', madeAt: '2026-08-01T13:00:00.000Z' }])
})

test('an end that was cut off shows against a backup', async () => {
  await backedUp()
  await writer().deleteFrom('auditEntries').where('id', '>=', 2).execute()
  expect(await verdict()).toMatchObject({
    ...{ state: 'broken', fault: 'endMissing', entryId: 2, against: { kind: 'backup' } },
  })
})

test('a record written anew with right hashes shows against a backup', async () => {
  await backedUp()
  let previous = ''
  for (const entry of await writer().selectFrom('auditEntries').selectAll().orderBy('id').execute()) {
    const accountName = entry.id === 1 ? 'Somebody Else' : entry.accountName
    previous = entryHashOf(previous, { ...entry, accountName })
    const changed = { accountName, hash: previous }
    await writer().updateTable('auditEntries').set(changed).where('id', '=', entry.id).execute()
  }
  expect(await verdict()).toMatchObject({
    ...{ state: 'broken', fault: 'rewritten', against: { kind: 'backup' } },
  })
})

test('a restore, and undoing it, are no false alarm: what was put aside is another record', async () => {
  const id = await backedUp()
  pass(1)
  await backUp()
  const { replacedId } = await resultOf(program.api.backups.restore({ source: { id }, credential: null }))
  await signIn()
  expect(await verdict()).toMatchObject({ state: 'intact', comparedWith: [{ kind: 'backup' }] })
  pass(1)
  await rename('Another way')
  await backUp()
  expect(await verdict()).toMatchObject({ state: 'intact' })
  pass(1)
  await resultOf(program.api.backups.restore({ source: { id: replacedId! }, credential: null }))
  await signIn()
  pass(1)
  await rename('Going on')
  await backUp()
  const found = await verdict()
  expect(found).toMatchObject({ state: 'intact' })
  expect(found.state === 'intact' && found.comparedWith.length).toBeGreaterThanOrEqual(3)
})
