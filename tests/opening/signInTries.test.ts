import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secondsAfter, SignInTries, triesPath } from '../../db/opening/signInTries.ts'
import { temporaryFolder } from '../helpers/testCore.ts'

let folder: ReturnType<typeof temporaryFolder>
let now: number
const programFile = () => `${folder.path}/program.stones`
const started = () => new SignInTries(programFile(), () => new Date(now))
const wrong = async () => null
const right = async () => 'opened'

beforeEach(() => {
  folder = temporaryFolder()
  now = Date.parse('2026-08-01T12:00:00Z')
})
afterEach(() => folder.dispose())

test('nothing to wait after three wrong tries, then twice as long each time, up to a quarter of an hour', () => {
  expect(Array.from({ length: 16 }, (_, tries) => secondsAfter(tries))).toEqual([
    0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900,
  ])
  expect(secondsAfter(100_000)).toBe(900)
})

async function tryWrongly(tries: SignInTries, times: number) {
  for (let n = 0; n < times; n++) {
    now += tries.secondsToWait('account:Alma') * 1000
    expect(await tries.attempt('account:Alma', wrong)).toMatchObject({ outcome: 'wrong' })
  }
}

test('a try during the wait is not looked at, after it it is, and a right one ends the count', async () => {
  const tries = started()
  await tryWrongly(tries, 6)
  expect(tries.secondsToWait('account:Alma')).toBe(4)
  expect(await tries.attempt('account:Alma', right)).toEqual({ outcome: 'wait', seconds: 4 })
  now += 3999
  expect(await tries.attempt('account:Alma', right)).toEqual({ outcome: 'wait', seconds: 1 })
  now += 1
  expect(await tries.attempt('account:Alma', right)).toEqual({
    outcome: 'right',
    value: 'opened',
    wrongBefore: 6,
  })
  expect(await tries.attempt('account:Alma', right)).toMatchObject({ outcome: 'right', wrongBefore: 0 })
})

test('starting the app again does not shorten a wait, and each holder waits alone', async () => {
  await tryWrongly(started(), 8)
  expect(started().secondsToWait('account:Alma')).toBe(16)
  expect(started().secondsToWait('account:Berta')).toBe(0)
  expect(started().secondsToWait('recoveryCode')).toBe(0)
})

test('a clock set back never shortens a wait, nor makes it last for years', async () => {
  await tryWrongly(started(), 10)
  now += 40_000
  expect(started().secondsToWait('account:Alma')).toBe(24)
  now -= 365 * 24 * 3600_000
  expect(started().secondsToWait('account:Alma')).toBe(64)
  now += 63_000
  expect(started().secondsToWait('account:Alma')).toBe(1)
})

test('whatever happens to the clock, a wait asks for its seconds to pass or to be claimed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -100_000, max: 0 }), { maxLength: 5 }), async (steps) => {
      writeFileSync(triesPath(programFile()), '')
      const tries = started()
      await tryWrongly(tries, 9)
      for (const step of steps) {
        now += step * 1000
        expect(tries.secondsToWait('account:Alma')).toBe(32)
      }
    }),
    { numRuns: 8 },
  )
})

test('ending the app while a passphrase is looked at wins no free try', async () => {
  for (let n = 0; n < 4; n++) {
    void started().attempt('account:Alma', () => new Promise<null>(() => {}))
    await Promise.resolve()
  }
  expect(started().secondsToWait('account:Alma')).toBe(1)
})

test('tries made at once are looked at one after the other', async () => {
  const tries = started()
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => tries.attempt('recoveryCode', wrong)))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait', 'wait'])
})

test('wrong tries wait for the record of changes, once', async () => {
  const tries = started()
  await tryWrongly(tries, 2)
  await tries.attempt('account:Alma', right)
  await tries.attempt('unknownName', wrong)
  expect(tries.unrecorded()).toEqual([
    { who: 'account:Alma', count: 2, lastAt: '2026-08-01T12:00:00.000Z' },
    { who: 'unknownName', count: 1, lastAt: '2026-08-01T12:00:00.000Z' },
  ])
  tries.markRecorded()
  expect(started().unrecorded()).toEqual([])
})

test('a damaged count is begun anew, and holds nothing but names, numbers and times', async () => {
  writeFileSync(triesPath(programFile()), '{"version":1,"tries":[{"who":')
  const tries = started()
  await tryWrongly(tries, 5)
  expect(JSON.parse(readFileSync(triesPath(programFile()), 'utf8'))).toEqual({
    version: 1,
    tries: [{ who: 'account:Alma', wrong: 5, unrecorded: 5, lastAt: '2026-08-01T12:00:01.000Z' }],
  })
})
