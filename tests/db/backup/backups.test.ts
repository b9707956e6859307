import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { backUp } from '../../../db/backup/backUp.ts'
import type { CoreSettings } from '../../../db/core.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import {
  signedInCore,
  temporaryFolder,
  testAccountName,
  testCore,
  testPassphrase,
} from '../../helpers/testCore.ts'

const open: { dispose(): unknown }[] = []
const kept = <T extends { dispose(): unknown }>(one: T): T => (open.push(one), one)
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.dispose()
})

const credential = { name: testAccountName, passphrase: testPassphrase }

/** A signed-in core whose clock can be moved on. */
async function programWithClock(options: Partial<CoreSettings> = {}) {
  const clock = { now: new Date('2026-08-01T12:00:00Z') }
  const program = kept(await signedInCore({ clock: () => clock.now, ...options }))
  const later = (hours: number) => (clock.now = new Date(clock.now.getTime() + hours * 3_600_000))
  return { ...program, later }
}

/** What the program says about its backups; other notices are none of this file's business. */
async function backupNoticesOf(api: Awaited<ReturnType<typeof signedInCore>>['api']) {
  return (await api.safety.notices({})).filter(({ code }) => code.endsWith('Trouble'))
}
const makeOne = (api: Awaited<ReturnType<typeof signedInCore>>['api']) => resultOf(api.backups.make({}))
const rename = (api: Awaited<ReturnType<typeof signedInCore>>['api'], name: string) =>
  api.program.changeSettings({ name, language: 'en' })

describe('a backup', () => {
  test('is an encrypted program with its keys that opens anywhere with a passphrase alone', async () => {
    const { api, folder } = await programWithClock()
    await rename(api, 'Bridge North')
    const { id } = await makeOne(api)
    expect(id).toBe('2026-08-01T12-00-00Z manual')
    const made = join(folder, 'backups', id)
    expect(readdirSync(made).sort()).toEqual(['backup.json', 'program.stones', 'program.stones.keys'])
    expect(readFileSync(join(made, 'program.stones')).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    )

    const elsewhere = kept(temporaryFolder())
    cpSync(made, elsewhere.path, { recursive: true })
    const other = kept(testCore({ programFile: join(elsewhere.path, 'program.stones') }))
    await other.api.session.signIn(credential)
    expect(await other.api.program.settings({})).toMatchObject({ name: 'Bridge North' })
  })

  test('is listed with what it holds, and leaves a trace in the record of changes', async () => {
    const { api, core } = await programWithClock({})
    await makeOne(api)
    const { backups, trouble, secondFolder } = await api.backups.list({})
    expect(backups).toMatchObject([
      { reason: 'manual', isHere: true, isInSecondFolder: false, counts: { learners: 0, changes: 1 } },
    ])
    expect({ trouble, secondFolder }).toEqual({ trouble: null, secondFolder: null })
    const { file } = core.requireOpen()
    const actions = await file.reader.selectFrom('auditEntries').select('action').execute()
    expect(actions.map(({ action }) => action)).toContain('backups.make')
  })

  test('holds what was committed, while another call is in the middle of its changes', async () => {
    const { api, core, folder } = await programWithClock()
    const { writer } = core.requireOpen().file
    const made = await writer.transaction().execute(async (db) => {
      await db.updateTable('program').set({ name: 'Not yet' }).execute()
      return backUp(core, { reason: 'manual', key: core.requireOpen().key })
    })
    expect(await api.program.settings({})).toMatchObject({ name: 'Not yet' })
    const copy = kept(testCore({ programFile: join(folder, 'backups', made.id, 'program.stones') }))
    await copy.api.session.signIn(credential)
    expect(await copy.api.program.settings({})).toMatchObject({ name: 'Bridge to Health Careers' })
  })

  test('that fails is noted until one succeeds, and leaves nothing half made', async () => {
    const { api, folder, later } = await programWithClock()
    rmSync(join(folder, 'backups'), { recursive: true })
    // A file in the folder's place: nothing can be made in it, as root or not.
    writeFileSync(join(folder, 'backups'), '')
    expect(await failureOf(makeOne(api))).toMatchObject({ code: 'backups.notMade' })
    later(30)
    expect(await failureOf(makeOne(api))).toMatchObject({ code: 'backups.notMade' })
    const [notice] = await backupNoticesOf(api)
    expect(notice).toMatchObject({
      code: 'backupTrouble',
      severity: 'danger',
      values: { since: Date.parse('2026-08-01T12:00:00Z') },
    })
    rmSync(join(folder, 'backups'))
    await makeOne(api)
    expect(await backupNoticesOf(api)).toEqual([])
    expect(readdirSync(join(folder, 'backups')).some((name) => name.endsWith('.partial'))).toBe(false)
  })

  test('clears what an interruption left, and touches nothing that is not a backup', async () => {
    const { api, folder } = await programWithClock()
    const half = join(folder, 'backups', '2026-07-31T12-00-00Z daily.partial')
    const foreign = join(folder, 'backups', 'My holiday pictures.partial')
    mkdirSync(half, { recursive: true })
    mkdirSync(foreign)
    await makeOne(api)
    expect([existsSync(half), existsSync(foreign)]).toEqual([false, true])
  })

  test('is let go of by age; the newest and foreign folders stay', async () => {
    const { api, folder, later } = await programWithClock()
    const foreign = join(folder, 'backups', '2020-01-01T12-00-00Z manual')
    mkdirSync(foreign, { recursive: true })
    for (const hours of [0, 1, 1, 70]) {
      later(hours)
      await makeOne(api)
    }
    const { backups } = await api.backups.list({})
    expect(backups.map(({ madeAt }) => madeAt)).toEqual([
      '2026-08-04T12:00:00.000Z',
      '2026-08-01T14:00:00.000Z',
    ])
    expect(existsSync(foreign)).toBe(true)
  })

  test('is removed on request, but never the newest', async () => {
    const { api, later } = await programWithClock()
    const first = await makeOne(api)
    later(1)
    const second = await makeOne(api)
    expect(await failureOf(api.backups.remove({ ids: [second.id] }))).toMatchObject({
      code: 'backups.newestStays',
    })
    expect(await api.backups.remove({ ids: [first.id] })).toEqual({ removed: 1 })
    expect((await api.backups.list({})).backups.map(({ id }) => id)).toEqual([second.id])
  })
})

describe('backups by themselves', () => {
  test('are made at the first sign-in after a start, then once a day', async () => {
    const { api, core, later } = await programWithClock({ automaticBackups: true, host: 'loopback' })
    await core.automaticBackups.settled()
    await api.session.signOut({})
    later(1)
    await api.session.signIn(credential)
    await core.automaticBackups.settled()
    const reasons = async () => (await api.backups.list({})).backups.map(({ reason }) => reason)
    expect(await reasons()).toEqual(['start'])
    later(24)
    core.automaticBackups.backUpIfDue()
    await core.automaticBackups.settled()
    expect(await reasons()).toEqual(['daily', 'start'])
  })

  test('of the command line are made once a day, and finished before it ends', async () => {
    const { api, core, later, folder } = await programWithClock({
      automaticBackups: true,
      host: 'commandLine',
    })
    for (const hours of [1, 1, 24]) {
      await api.session.signOut({})
      later(hours)
      await api.session.signIn(credential)
      await core.close()
    }
    const made = readdirSync(join(folder, 'backups')).filter((name) => name !== 'state.json')
    expect(made).toEqual(['2026-08-01T12-00-00Z daily', '2026-08-02T14-00-00Z daily'])
  })

  test('keep nobody from leaving', async () => {
    const { api, core, folder } = await programWithClock({ automaticBackups: true, host: 'loopback' })
    await api.session.signOut({})
    expect(core.caller).toBeNull()
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})

describe('a second folder', () => {
  test('gets a copy of each backup that opens', async () => {
    const second = kept(temporaryFolder())
    const { api } = await programWithClock()
    await api.backups.changeSecondFolder({ path: second.path })
    const { id, secondFault } = await makeOne(api)
    expect(secondFault).toBeNull()
    expect((await api.backups.list({})).backups).toMatchObject([{ id, isHere: true, isInSecondFolder: true }])
    const there = join(second.path, 'Stepping Stones backups', id)
    const copy = kept(testCore({ programFile: join(there, 'program.stones') }))
    await copy.api.session.signIn(credential)
    expect((await copy.api.session.state({})).state).toBe('signedIn')
  })

  test('that is gone is said at each sign-in until it is back or turned off', async () => {
    const second = kept(temporaryFolder())
    const { api } = await programWithClock()
    await api.backups.changeSecondFolder({ path: second.path })
    rmSync(join(second.path, 'Stepping Stones backups'), { recursive: true })
    expect((await makeOne(api)).secondFault).toBe('folderMissing')
    await api.session.signOut({})
    await api.session.signIn(credential)
    expect(await backupNoticesOf(api)).toMatchObject([
      { code: 'secondFolderTrouble', severity: 'warning', values: { fault: 'folderMissing' } },
    ])
    await api.backups.changeSecondFolder({ path: second.path })
    expect(await backupNoticesOf(api)).toEqual([])
    expect((await makeOne(api)).secondFault).toBeNull()
  })

  test('keeps the backups of another program', async () => {
    const second = kept(temporaryFolder())
    const one = await programWithClock()
    const other = await programWithClock()
    for (const { api } of [one, other]) await api.backups.changeSecondFolder({ path: second.path })
    await makeOne(one.api)
    other.later(24 * 500)
    await makeOne(other.api)
    expect((await one.api.backups.list({})).backups).toMatchObject([{ isHere: true, isInSecondFolder: true }])
    expect((await other.api.backups.list({})).backups).toHaveLength(1)
  })

  test('is refused when it is none', async () => {
    const { api, folder } = await programWithClock()
    const problem = async (path: string) =>
      (await failureOf(api.backups.changeSecondFolder({ path }))).fields.map(({ code }) => code)
    expect(await problem('Backups')).toEqual(['backups.pathNotWhole'])
    expect(await problem(join(folder, 'nowhere'))).toEqual(['backups.noSuchFolder'])
    expect(await problem(folder)).toEqual(['backups.sameFolder'])
  })
})

describe('a restore', () => {
  test('shows first what it would set aside, keeps it, and is undone by restoring that', async () => {
    const { api, folder, later } = await programWithClock()
    await rename(api, 'Before')
    const { id } = await makeOne(api)
    later(1)
    await rename(api, 'After')
    const source = { id }
    const preview = await resultOf(api.backups.preview({ source, credential: null }))
    expect(preview).toMatchObject({ programName: 'Before', changesLost: 2, changesGained: 0 })

    const { replacedId } = await resultOf(api.backups.restore({ source, credential: null }))
    expect((await api.session.state({})).state).toBe('signedOut')
    expect(readdirSync(folder).filter((name) => /next|ready|replaced/.test(name))).toEqual([])
    await api.session.signIn(credential)
    expect(await api.program.settings({})).toMatchObject({ name: 'Before' })
    expect((await api.session.state({})).programName).toBe('Before')

    const { lastRestore, backups } = await api.backups.list({})
    expect(lastRestore).toMatchObject({ replacedId, restoredMadeAt: '2026-08-01T12:00:00.000Z' })
    expect(backups.find((backup) => backup.id === replacedId)).toMatchObject({
      reason: 'beforeRestore',
      counts: { changes: 4 },
    })
    const undo = { source: { id: replacedId! }, credential: null }
    expect(await resultOf(api.backups.preview(undo))).toMatchObject({
      programName: 'After',
      changesGained: 2,
    })
    later(1)
    await resultOf(api.backups.restore(undo))
    await api.session.signIn(credential)
    expect(await api.program.settings({})).toMatchObject({ name: 'After' })
  })

  test('of a damaged backup is refused and changes nothing', async () => {
    const { api, folder } = await programWithClock()
    const { id } = await makeOne(api)
    const file = join(folder, 'backups', id, 'program.stones')
    const bytes = readFileSync(file)
    bytes.fill(7, 8192, 12_288)
    writeFileSync(file, bytes)
    const failure = await failureOf(resultOf(api.backups.restore({ source: { id }, credential: null })))
    expect(failure).toMatchObject({ code: 'backups.notRestored' })
    expect((await api.session.state({})).state).toBe('signedIn')
    expect(readdirSync(folder).filter((name) => /next|ready|replaced/.test(name))).toEqual([])
  })

  test('that is cancelled changes nothing', async () => {
    const { api, folder } = await programWithClock()
    const { id } = await makeOne(api)
    const stop = new AbortController()
    const events = await api.backups.restore({ source: { id }, credential: null }, { signal: stop.signal })
    await expect(async () => {
      for await (const { type } of events) if (type === 'progress') stop.abort()
    }).rejects.toThrow()
    expect((await api.session.state({})).state).toBe('signedIn')
    expect(readdirSync(folder).filter((name) => /next|ready|replaced/.test(name))).toEqual([])
  })
})

describe('before anybody has signed in', () => {
  test('a backup opens on a new machine with a passphrase of its time', async () => {
    const { api, folder } = await programWithClock()
    const { id } = await makeOne(api)
    const source = { folder: join(folder, 'backups', id) }
    const fresh = kept(testCore({ host: 'loopback' }))
    const wrong = { ...credential, passphrase: 'not the one at all' }
    expect(await failureOf(resultOf(fresh.api.backups.open({ source, credential: wrong })))).toMatchObject({
      code: 'backups.wrongCredential',
    })
    expect((await fresh.api.session.state({})).state).toBe('noProgram')
    expect(await resultOf(fresh.api.backups.open({ source, credential }))).toEqual({ replacedId: null })
    await fresh.api.session.signIn(credential)
    expect((await fresh.api.backups.list({})).backups).toEqual([])
  })

  test('a backup takes the place of a program that does not open, which is kept as it is', async () => {
    const { api, folder } = await programWithClock()
    const { id } = await makeOne(api)
    await api.session.signOut({})
    const programFile = join(folder, 'program.stones')
    writeFileSync(programFile, 'damaged')
    expect(await api.backups.toOpen({})).toMatchObject([{ id, reason: 'manual' }])
    const { replacedId } = await resultOf(api.backups.open({ source: { id }, credential }))
    expect(readFileSync(join(folder, 'backups', replacedId!, 'program.stones'), 'utf8')).toBe('damaged')
    await api.session.signIn(credential)
    expect((await api.session.state({})).state).toBe('signedIn')
  })

  test('over a program only an administrator opens a backup', async () => {
    const { api } = await programWithClock()
    const passphrase = 'four slow rivers meet'
    await api.accounts.create({ name: 'Ines', roles: ['instructor'], language: 'en', passphrase })
    const { id } = await makeOne(api)
    await api.session.signOut({})
    const attempt = api.backups.open({ source: { id }, credential: { name: 'Ines', passphrase } })
    expect(await failureOf(resultOf(attempt))).toMatchObject({ code: 'backups.onlyAdministrators' })
    expect((await api.session.signIn(credential)).state).toBe('signedIn')
  })

  test('a folder without a program says so', async () => {
    const fresh = kept(testCore())
    const open = (folder: string) =>
      failureOf(resultOf(fresh.api.backups.open({ source: { folder }, credential })))
    expect((await open('backups')).fields).toMatchObject([{ code: 'backups.pathNotWhole' }])
    expect((await open(fresh.folder)).fields).toMatchObject([{ code: 'backups.noProgramThere' }])
  })
})
