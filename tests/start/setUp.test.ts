import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mustInstall } from '../../build/setUp.mjs'
import { sum, tallyOf, withRunItself } from '../../build/test/tally.ts'
import { temporaryFolder } from '../helpers/testCore.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, 'node_modules'))
})
afterEach(() => folder.dispose())

const lock = (packages: object) =>
  writeFileSync(
    join(folder.path, 'package-lock.json'),
    JSON.stringify({ packages: { '': { name: 'x' }, ...packages } }),
  )
const installed = (packages: object) =>
  writeFileSync(join(folder.path, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))

test('a fresh clone is installed', () => {
  lock({})
  expect(mustInstall(folder.path)).toBe(true)
})

test('what the lock file says is not installed twice; another platform’s packages are not missed', () => {
  lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } })
  installed({ 'node_modules/a': { version: '1.0.0' } })
  expect(mustInstall(folder.path)).toBe(false)
})

test.each([
  ['another version', { 'node_modules/a': { version: '1.0.1' } }],
  ['a package more', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }],
])('a lock file with %s is installed', (_what, wanted) => {
  lock(wanted)
  installed({ 'node_modules/a': { version: '1.0.0' } })
  expect(mustInstall(folder.path)).toBe(true)
})

test('the closing line adds up both runners', () => {
  const vitest = tallyOf({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2 })
  const playwright = tallyOf({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } })
  expect(sum([vitest, playwright])).toEqual({ passed: 9, failed: 2, skipped: 2 })
  expect(() => tallyOf({})).toThrow()
})

test('a run that ends badly is a failure, whatever its report says', () => {
  const green = { passed: 5, failed: 0, skipped: 0 }
  expect(withRunItself(green, true)).toEqual(green)
  expect(withRunItself(green, false).failed).toBe(1)
  expect(withRunItself(null, false).failed).toBe(1)
  expect(withRunItself(null, true).failed).toBe(0)
  expect(withRunItself({ ...green, failed: 3 }, false).failed).toBe(3)
})
