import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mustInstall } from '../../build/setUp.mjs'
import { closingLines, sum, tallyOf, withRunItself } from '../../build/test/tally.ts'
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

const vitestReport = {
  numPassedTests: 5,
  numPendingTests: 2,
  testResults: [
    {
      name: 'rates.test.ts',
      assertionResults: [
        { fullName: 'a rate is rounded', status: 'failed', failureMessages: ['no'] },
        { fullName: 'a rate is shown', status: 'passed', failureMessages: [] },
        { fullName: 'a file is waited for', status: 'passed', failureMessages: ['not yet'] },
      ],
    },
  ],
}
const spec = (title: string, status: string) => ({ title, file: 'today.spec.ts', tests: [{ status }] })
const playwrightReport = {
  stats: { expected: 3, flaky: 1, skipped: 0 },
  suites: [
    {
      specs: [spec('opens', 'unexpected')],
      suites: [{ specs: [spec('counts', 'flaky'), spec('closes', 'expected')] }],
    },
  ],
}

test('the closing lines add up both runners and name what a reader must know', () => {
  const whole = sum([tallyOf(vitestReport), tallyOf(playwrightReport)])
  expect(closingLines(whole)).toEqual([
    'Passed when tried once more:',
    '  rates.test.ts: a file is waited for',
    '  today.spec.ts: counts',
    'Failed:',
    '  rates.test.ts: a rate is rounded',
    '  today.spec.ts: opens',
    '2 skipped',
    '9 passed, 2 failed',
  ])
  expect(() => tallyOf({})).toThrow()
})

test('a run that ends badly is a failure, whatever its report says', () => {
  const green = { passed: 5, skipped: 0, failed: [], retried: [] }
  expect(withRunItself('page', green, true)).toEqual(green)
  expect(withRunItself('page', green, false).failed).toEqual(['page: the run itself'])
  expect(withRunItself('page', null, false).failed).toEqual(['page: the run itself'])
  expect(withRunItself('page', null, true).failed).toEqual([])
  expect(withRunItself('page', { ...green, failed: ['a'] }, false).failed).toEqual(['a'])
})
