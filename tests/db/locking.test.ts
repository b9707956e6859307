import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore, testAccountName, testCore, testPassphrase } from '../helpers/testCore.ts'

const open: { dispose(): Promise<void> }[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

/** A signed-in core whose clock the test moves, in minutes. */
async function deskCore(options: Parameters<typeof signedInCore>[0] = {}) {
  let minutes = 0
  const clock = () => new Date(Date.UTC(2026, 7, 1, 12, minutes))
  const desk = await signedInCore({ ...options, clock })
  open.push(desk)
  const page = randomUUID()
  const { account } = await desk.api.session.state({})
  const drafts = (content: string, accountId = account!.id) => ({ page, accountId, content })
  return {
    ...desk,
    page,
    drafts,
    pass: (more: number) => void (minutes += more),
    lock: (content?: string) =>
      desk.api.session.lock({ onlyIfIdle: false, drafts: content === undefined ? null : drafts(content) }),
    unlock: () => desk.api.session.signIn({ name: testAccountName, passphrase: testPassphrase }),
  }
}

test('a locked program is closed, its key is gone, and it says for whom it waits', async () => {
  const { api, core, folder, lock } = await deskCore()
  const { key } = core.requireOpen()
  const state = await lock()
  expect(state).toMatchObject({ state: 'locked', account: null, locked: { name: testAccountName } })
  expect(key.every((byte) => byte === 0)).toBe(true)
  expect(readdirSync(folder).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  expect(await failureOf(api.learners.list({}))).toMatchObject({ kind: 'signInRequired' })
  const elsewhere = testCore({ programFile: core.settings.programFile })
  open.push(elsewhere)
  const there = await elsewhere.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  expect(there.state).toBe('signedIn')
})

test('what was typed comes back to its typist, on its page, once', async () => {
  const { api, core, page, drafts, lock, unlock } = await deskCore()
  expect((await lock('typed on this page')).locked).toMatchObject({ keepsDrafts: true })
  const other = { ...drafts('typed in another tab'), page: randomUUID() }
  await api.session.lock({ onlyIfIdle: false, drafts: other })
  expect(JSON.stringify(core.keptDrafts)).not.toContain('typed')
  await unlock()
  expect(await api.session.takeDrafts({ page })).toEqual(['typed on this page'])
  expect(await api.session.takeDrafts({ page })).toEqual([])
  await lock()
  await unlock()
  expect(await api.session.takeDrafts({ page: other.page })).toEqual(['typed in another tab'])
})

test('another account and a sign-out forget what was typed; nobody leaves drafts in another name', async () => {
  const { api, page, drafts, lock, unlock } = await deskCore()
  const colleague = await api.accounts.create({
    name: 'Rosa Colleague',
    roles: ['coordinator'],
    language: 'en',
    passphrase: testPassphrase,
  })
  await lock('typed by Alma')
  await api.session.lock({ onlyIfIdle: false, drafts: drafts('slipped in', colleague.id) })
  await api.session.signIn({ name: colleague.name, passphrase: testPassphrase })
  expect(await api.session.takeDrafts({ page })).toEqual([])
  await lock()
  await unlock()
  expect(await api.session.takeDrafts({ page })).toEqual([])

  await lock('typed by Alma')
  expect(await api.session.signOut({})).toMatchObject({ state: 'signedOut', locked: null })
  await unlock()
  expect(await api.session.takeDrafts({ page })).toEqual([])
})

test('a page may lock an idle program only when nobody works on another page', async () => {
  const { api, pass } = await deskCore()
  const lockIfIdle = () => api.session.lock({ onlyIfIdle: true, drafts: null })
  pass(14)
  expect((await lockIfIdle()).state).toBe('signedIn')
  await api.session.noteActivity({})
  pass(14)
  expect((await lockIfIdle()).state).toBe('signedIn')
  pass(1)
  expect((await lockIfIdle()).state).toBe('locked')
})

test('without any page the core locks by itself a minute later', async () => {
  const { api, core, pass } = await deskCore()
  const state = async () => (await api.session.state({})).state
  pass(15)
  core.idleness.look()
  expect(await state()).toBe('signedIn')
  pass(1)
  core.idleness.look()
  expect(await state()).toBe('locked')
})

test('administrators set the wait; it counts from the next moment on', async () => {
  const { api, core, pass } = await deskCore()
  expect((await api.session.state({})).idleMinutes).toBe(15)
  await api.program.changeSettings({ idleMinutes: 5 })
  expect((await api.session.state({})).idleMinutes).toBe(5)
  const tooLong = await failureOf(api.program.changeSettings({ idleMinutes: 121 }))
  expect(tooLong.fields).toMatchObject([{ path: 'idleMinutes', code: 'tooLarge' }])
  pass(6)
  core.idleness.look()
  expect((await api.session.state({})).state).toBe('locked')
})

test('long work that goes on counts as work, and a lock on demand ends it and rolls it back', async () => {
  const { api, core, pass, lock, unlock } = await deskCore({ startWith: 'sampleData' })
  const track = (await api.tracks.list({}))[0]!
  const screen = async () =>
    api.screenings.run({
      trackId: track.id,
      startDate: '2026-08-24',
      asOf: '2026-08-01',
      pool: { kind: 'allActive' },
    })
  const running = (await screen())[Symbol.asyncIterator]()
  pass(15)
  expect((await running.next()).value).toMatchObject({ type: 'progress' })
  expect(core.idleness.isOver).toBe(false)
  const rest = (async () => {
    for (;;) if ((await running.next()).done) return 'finished'
  })()
  const [failure] = await Promise.all([failureOf(rest), lock()])
  expect(failure.kind).toBe('cancelled')
  await unlock()
  expect((await api.screenings.list({})).total).toBe(0)
  await resultOf(screen())
})

test('a demo cannot lock: nobody could open it again', async () => {
  const { api, core, pass, lock } = await deskCore({ isDemo: true })
  expect(await api.session.state({})).toMatchObject({ mayLock: false, idleMinutes: null })
  expect((await lock()).state).toBe('signedIn')
  pass(1000)
  core.idleness.look()
  expect((await api.session.state({})).state).toBe('signedIn')
})
