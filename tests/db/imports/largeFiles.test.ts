import { afterAll, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { bigRoster } from './bigRoster.ts'
import { guessedSettings, imported, previewed, resultOf, textFile, type TestCore } from './importing.ts'

const rowCount = 50_000
const allowedSeconds = 15

let core: TestCore
beforeAll(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterAll(() => core.dispose())

test(`${rowCount} rows are read, planned and written in under ${allowedSeconds} s, and other calls are answered meanwhile`, async () => {
  const file = textFile(bigRoster(rowCount))
  const started = performance.now()
  const laps: string[] = []
  const lap = (name: string) => laps.push(`${name} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  let answered = 0
  let longestWait = 0
  let working = true
  const others = (async () => {
    while (working) {
      const asked = performance.now()
      await core.api.session.state({})
      await core.api.learners.search({ text: 'garcia' })
      longestWait = Math.max(longestWait, performance.now() - asked)
      answered += 1
      await new Promise((later) => setTimeout(later, 50))
    }
  })()
  const { openId, settings } = await guessedSettings(core, file)
  lap('read')
  const { previewId, counts } = await resultOf(core.api.imports.preview({ openId, settings }))
  lap('planned')
  await resultOf(core.api.imports.apply({ previewId }))
  lap('written')
  const seconds = (performance.now() - started) / 1000
  working = false
  await others
  console.log(`${laps.join(', ')}; ${answered} other calls, longest ${Math.round(longestWait)} ms`, counts)
  expect(seconds).toBeLessThan(allowedSeconds)
  expect(answered).toBeGreaterThan(10)
  expect(longestWait).toBeLessThan(2_000)
  expect((await core.api.learners.list({ limit: 1 })).total).toBe(counts.new + counts.possibleDuplicate - counts.setAside)
})
void failureOf
void imported
void previewed
