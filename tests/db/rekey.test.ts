import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { nextFolder, readyFolder } from '../../db/backup/places.ts'
import { keyringPath } from '../../db/opening/keyringPaths.ts'
import { openProgramFile } from '../../db/opening/openFile.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signInAs } from '../helpers/signInAs.ts'
import { testAccountName, testCore, testPassphrase } from '../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
async function program() {
  const test = testCore()
  open.push(test)
  const { recoveryCode } = await test.api.program.setUp({
    programName: 'Bridge',
    language: 'en',
    accountName: testAccountName,
    passphrase: testPassphrase,
    startWith: 'empty',
  })
  await signInAs(test.api, 'Berta Cruz', ['coordinator'])
  await test.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  await test.api.learners.create({ familyName: 'Sosa' })
  const keyNow = () => Buffer.from(test.core.requireOpen().key)
  const rekey = (passphrase = testPassphrase) => resultOf(test.api.keys.rekey({ passphrase }))
  return { ...test, recoveryCode, keyNow, rekey }
}
afterEach(async () => {
  for (const test of open.splice(0)) await test.dispose()
})

test('the program goes on under another key; every passphrase and the recovery code still open it', async () => {
  const test = await program()
  const { api, core, folder } = test
  const oldKey = test.keyNow()
  const { replacedId } = await test.rekey()
  const newKey = test.keyNow()
  expect(newKey.equals(oldKey)).toBe(false)
  expect((await api.session.state({})).account?.name).toBe(testAccountName)
  expect((await api.learners.list({})).total).toBe(1)
  expect(await resultOf(api.audit.verify({}))).toMatchObject({ state: 'intact' })
  const newest = await core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .select(['action', 'accountName'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(newest).toEqual({ action: 'keys.rekey', accountName: testAccountName })

  for (const name of ['Berta Cruz', testAccountName]) {
    await api.session.signOut({})
    await api.session.signIn({ name, passphrase: testPassphrase })
    expect((await api.learners.list({})).total).toBe(1)
  }
  await api.session.signOut({})
  const code = test.recoveryCode
  await api.session.recover({ recoveryCode: code, name: testAccountName, passphrase: 'words of mine own' })
  await api.session.signOut({})

  const { programFile } = core.settings
  await expect(openProgramFile(programFile, oldKey)).rejects.toMatchObject({
    data: { code: 'programFileUnreadable' },
  })
  // What it replaced is kept, under the key and passphrases it had.
  const kept = join(folder, 'backups', replacedId, 'program.stones')
  await (await openProgramFile(kept, oldKey)).close()
  expect(readFileSync(keyringPath(kept), 'utf8')).not.toBe(readFileSync(keyringPath(programFile), 'utf8'))
  for (const path of [nextFolder(programFile), readyFolder(programFile)]) expect(existsSync(path)).toBe(false)
})

test('what others save while the key is exchanged is not lost', async () => {
  const test = await program()
  const rekeying = test.rekey()
  const saved: string[] = []
  let isOver = false
  void rekeying.finally(() => (isOver = true)).catch(() => {})
  for (let n = 0; !isOver; n++) {
    const familyName = `Sosa ${n}`
    const done = await test.api.learners.create({ familyName }).catch(() => null)
    if (done) saved.push(familyName)
    // A refusal comes at once; the work beside it needs its turn.
    await setImmediate()
  }
  await rekeying
  const rows = await test.core.requireOpen().file.reader.selectFrom('learners').select('familyName').execute()
  const there = new Set(rows.map(({ familyName }) => familyName))
  expect(saved.length).toBeGreaterThan(0)
  expect(saved.filter((name) => !there.has(name))).toEqual([])
})

test('only with the administrator’s own passphrase, and never over a foreign key file', async () => {
  const test = await program()
  const key = test.keyNow()
  expect((await failureOf(test.rekey('a guess at it'))).fields).toEqual([
    { path: 'passphrase', code: 'passphraseWrong', values: {} },
  ])
  expect(test.keyNow().equals(key)).toBe(true)
})

test('stopped, it leaves the program open as it was, and nothing behind', async () => {
  const test = await program()
  const key = test.keyNow()
  const stop = new AbortController()
  const work = await test.api.keys.rekey({ passphrase: testPassphrase }, { signal: stop.signal })
  stop.abort()
  const seen = async () => {
    for await (const event of work) if (event.type === 'result') return event
  }
  expect(await failureOf(seen())).toMatchObject({ kind: 'cancelled' })
  expect(test.keyNow().equals(key)).toBe(true)
  expect((await test.api.learners.list({})).total).toBe(1)
  expect(readdirSync(test.folder).filter((name) => /next|ready|replaced/.test(name))).toEqual([])
})

test('whoever locks while the files are exchanged is locked when it is done, and never shown signed out', async () => {
  const test = await program()
  const { api, core } = test
  const isClosed = () => {
    try {
      return !core.requireOpen()
    } catch {
      return true
    }
  }
  const rekeying = test.rekey()
  while (!isClosed()) await setImmediate()
  expect((await api.session.state({})).state).toBe('signedIn')
  const locking = api.session.lock({ onlyIfIdle: false, drafts: null })
  expect((await rekeying).replacedId).not.toBe('')
  expect((await locking).state).toBe('locked')
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  expect((await api.learners.list({})).total).toBe(1)
})
