import type { signedInCore } from './testCore.ts'

type TestCore = Pick<Awaited<ReturnType<typeof signedInCore>>, 'api'>

/** Benchmarks of every measure for the sample cohorts' track. */
export async function addBenchmarks({ api }: TestCore, trackId: number): Promise<void> {
  const common = { trackId, source: 'Fact book, page 12', validOn: '2025-06-30' }
  const day = { ...common, kind: 'regularClass' as const, label: 'Day class' }
  await api.benchmarks.create({ ...day, measure: 'completionRate', numerator: 232, denominator: 296 })
  await api.benchmarks.create({ ...day, measure: 'firstTimePassRate', numerator: 61, denominator: 88 })
  await api.benchmarks.create({
    ...common,
    kind: 'state',
    label: 'All programs',
    measure: 'firstTimePassRateOfPart',
    partKey: 'knowledge',
    ratePercent: 80,
  })
}
