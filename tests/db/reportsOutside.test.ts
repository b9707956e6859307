import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificationReport } from '../../db/reports/certificationReport.ts'
import { completionReport } from '../../db/reports/completionReport.ts'
import type { Population } from '../../db/reports/population.ts'
import type { CertificationLine, CompletionLine, CompletionReport } from '../../shared/contract/reports.ts'
import { isSmallCount } from '../../shared/rules/suppression.ts'
import { inventedPopulation, siteOf, type InventedGroup } from '../helpers/inventedPopulation.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { Reader, type Seen } from '../helpers/workedOut.ts'

// Nothing is in it: there are no benchmarks.
let core: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  core = await signedInCore()
})
afterAll(() => core.dispose())
const reader = () => core.core.requireOpen().file.reader

const identified = (population: Population): Population => ({
  ...population,
  scope: { ...population.scope, audience: 'identified' },
})

const people = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 10, max: 60 }))
const statuses = ['completed', 'withdrew', 'excluded', 'stillIn', 'didNotStart', 'notYetStarted'] as const
const results = fc.array(fc.constantFrom('pass', 'fail', 'noShow', 'waiting'), { maxLength: 3 })
const group: fc.Arbitrary<InventedGroup> = fc.record({
  cohort: fc.integer({ min: 1, max: 4 }),
  level: fc.integer({ min: 3, max: 4 }),
  status: fc.constantFrom(...statuses),
  reason: fc.constantFrom('health', 'money', 'childCare'),
  sittings: fc.tuple(results, results),
  people,
})
const groups = fc.array(group, { minLength: 1, maxLength: 24 })

const counted = ['completed', 'withdrew', 'excluded', 'stillIn'] as const
const listed = ['didNotStart', 'notYetStarted'] as const
type Count = (typeof counted)[number] | (typeof listed)[number] | 'enrolled'

/** Everything that a reader of the completion report can add up. */
function readerOf(outside: CompletionReport, full: CompletionReport): Reader {
  const reader = new Reader()
  const seen = (line: CompletionLine, truth: CompletionLine, count: Count): Seen => ({
    name: `${line.kind} ${line.key} ${count}`,
    // "Final" says that nobody is still in.
    shown: line.isFinal === true && (count === 'stillIn' || count === 'notYetStarted') ? 0 : line[count],
    truth: truth[count]!,
  })
  const tables = (['byCohort', 'bySite', 'byEntryLevel'] as const).map((name) => ({
    shown: outside[name] ?? [],
    full: full[name]!,
  }))
  for (const { shown, full: truths } of [{ shown: [outside.total], full: [full.total] }, ...tables]) {
    for (const [index, line] of shown.entries()) {
      const of = (count: Count) => seen(line, truths[index]!, count)
      reader.adds(counted.map(of), of('enrolled'))
    }
  }
  for (const { shown, full: truths } of tables) {
    if (shown.length === 0) continue
    for (const count of [...counted, ...listed, 'enrolled'] as const) {
      const parts = shown.map((line, index) => seen(line, truths[index]!, count))
      reader.adds(parts, seen(outside.total, full.total, count))
    }
  }
  for (const [at, site] of (outside.bySite ?? []).entries()) {
    const cohorts = (outside.byCohort ?? [])
      .map((line, index) => ({ line, truth: full.byCohort![index]! }))
      .filter(({ line }) => siteOf(Number(line.key)) === site.key)
    if (cohorts.length === 0) continue
    for (const count of [...counted, ...listed] as const) {
      const parts = cohorts.map(({ line, truth }) => seen(line, truth, count))
      reader.adds(parts, seen(site, full.bySite![at]!, count))
    }
  }
  for (const status of ['withdrew', 'excluded'] as const) {
    const own = (outside.leavings ?? []).filter((leaving) => leaving.status === status)
    if (own.length === 0) continue
    const parts = own.map(({ reason, count }): Seen => ({
      name: `${status} ${reason}`,
      shown: count,
      truth: full.leavings!.find((one) => one.status === status && one.reason === reason)!.count!,
    }))
    reader.adds(parts, seen(outside.total, full.total, status))
  }
  return reader
}

/** Every number in a report that counts people. */
function shownCounts(value: unknown, key = ''): [string, number][] {
  if (typeof value === 'number') return [[key, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => shownCounts(inner, name))
}
const countNames = new Set([
  ...['people', 'enrolled', ...counted, ...listed, 'count', 'numerator', 'denominator'],
  ...['completers', 'certified', 'pending', 'pass', 'fail', 'noShow', 'waiting'],
])
const smallCounts = (report: unknown) =>
  shownCounts(report).filter(([name, count]) => countNames.has(name) && isSmallCount(count))

test('a completion report for outside use shows no small count, and none can be worked out from it', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (invented) => {
      const population = inventedPopulation(invented)
      const outside = await completionReport(reader(), population)
      const full = await completionReport(reader(), identified(population))
      expect(smallCounts(outside)).toEqual([])
      const workedOut = [...readerOf(outside, full).workedOut()].filter(([, count]) => isSmallCount(count))
      expect(workedOut).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('the order of the reasons tells nothing about their counts', async () => {
  const withReason = (reason: InventedGroup['reason'], count: number): InventedGroup => ({
    cohort: 1,
    level: 3,
    status: 'withdrew',
    reason,
    sittings: [],
    people: count,
  })
  const orderOf = async (counts: readonly [number, number, number]) => {
    const [money, health, childCare] = counts
    const invented = [
      withReason('money', money),
      withReason('health', health),
      withReason('childCare', childCare),
    ]
    const { leavings } = await completionReport(reader(), inventedPopulation(invented))
    return leavings!.map(({ reason }) => reason)
  }
  expect(await orderOf([12, 2, 6])).toEqual(await orderOf([12, 6, 2]))
})

/** The rests that a reader can work out of one line: people in one shown set and not in the one inside it. */
function rests(line: CertificationLine): number[] {
  const { parts, firstTime, certifiedOfTested, certifiedOfCompleters, completers, pending, certified } = line
  const pairs: [number | null, number | null][] = [
    [firstTime.denominator, firstTime.numerator],
    [certifiedOfTested.denominator, certified],
    [certifiedOfTested.denominator, certifiedOfCompleters.numerator],
    [firstTime.denominator, certifiedOfCompleters.numerator],
    [certified, certifiedOfCompleters.numerator],
    [completers, certifiedOfCompleters.numerator],
    [completers, pending],
    ...parts.flatMap(({ firstTime: part }): [number | null, number | null][] => [
      [part.denominator, part.numerator],
      [part.denominator, firstTime.denominator],
      [part.denominator, certified],
      [part.numerator, firstTime.numerator],
    ]),
  ]
  const found = pairs.flatMap(([all, some]) => (all === null || some === null ? [] : [all - some]))
  const certifiedCompleters = certifiedOfCompleters.numerator
  return completers === null || pending === null || certifiedCompleters === null
    ? found
    : [...found, completers - certifiedCompleters - pending]
}

test('a certification report for outside use shows no small count and leaves no small rest', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (invented) => {
      const { scope, credentials } = await certificationReport(reader(), inventedPopulation(invented))
      expect(smallCounts({ scope, credentials })).toEqual([])
      for (const { total, byCohort, bySite, byEntryLevel, byAttempt } of credentials) {
        const lines = [total, ...(byCohort ?? []), ...(bySite ?? []), ...(byEntryLevel ?? [])]
        expect(lines.flatMap(rests).filter(isSmallCount)).toEqual([])
        for (const { part, firstTime } of total.parts) {
          const own = (byAttempt ?? []).filter((sittings) => sittings.part === part)
          if (own.length === 0) continue
          const everPassed = own.reduce((sum, { pass }) => sum + pass!, 0)
          const left = [(firstTime.denominator ?? 0) - everPassed, everPassed - (total.certified ?? 0)]
          expect(left.filter(isSmallCount)).toEqual([])
        }
      }
    }),
    { numRuns: 1000 },
  )
})
