import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BenchmarkFields } from '../../shared/contract/benchmarks.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { nurseAssistantTrack } from '../helpers/nurseAssistant.ts'
import { signedInCore } from '../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let trackId: number
beforeEach(async () => {
  core = await signedInCore()
  trackId = (await nurseAssistantTrack(core.core)).trackId
})
afterEach(() => core.dispose())

const figure = (changes: Partial<BenchmarkFields> = {}): BenchmarkFields => ({
  trackId,
  kind: 'regularClass',
  measure: 'completionRate',
  partKey: null,
  label: 'Day class 2025',
  numerator: 245,
  denominator: 296,
  ratePercent: null,
  source: 'College catalog 2025, page 12',
  validOn: '2025-06-30',
  ...changes,
})

test('figures are kept, changed and removed, the newest first', async () => {
  const { benchmarkId } = await core.api.benchmarks.create(figure())
  const state = figure({ kind: 'state', ratePercent: 80, numerator: null, denominator: null })
  await core.api.benchmarks.create({ ...state, validOn: '2026-01-01', label: 'State' })
  await core.api.benchmarks.change({ benchmarkId, ...figure({ label: 'Day class' }) })
  const list = await core.api.benchmarks.list({ trackId })
  expect(list.map(({ label, ratePercent }) => [label, ratePercent])).toEqual([
    ['State', 80],
    ['Day class', null],
  ])
  await core.api.benchmarks.remove({ benchmarkId })
  expect(await core.api.benchmarks.list({})).toHaveLength(1)
})

const refusals: [what: string, changes: Partial<BenchmarkFields>, path: string, code: string][] = [
  ['counts and a rate', { ratePercent: 82.8 }, 'ratePercent', 'countsOrRate'],
  ['no figure', { numerator: null, denominator: null }, 'ratePercent', 'figureMissing'],
  ['half the counts', { denominator: null }, 'denominator', 'bothCounts'],
  ['more than all', { numerator: 297 }, 'numerator', 'moreThanAll'],
  ['a part’s rate without the part', { measure: 'firstTimePassRateOfPart' }, 'partKey', 'partMissing'],
  ['a part that is not needed', { partKey: 'skills' }, 'partKey', 'partNotNeeded'],
  ['a date to come', { validOn: '2026-08-02' }, 'validOn', 'inFuture'],
]
test.each(refusals)('refuses %s', async (_what, changes, path, code) => {
  const failure = await failureOf(core.api.benchmarks.create(figure(changes)))
  expect(failure.fields).toMatchObject([{ path, code: `benchmarks.${code}` }])
})
