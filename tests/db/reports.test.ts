import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CertificationLine, CompletionLine } from '../../shared/contract/reports.ts'
import { percentOneDecimal } from '../../shared/rules/rates.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { addBenchmarks } from '../helpers/sampleBenchmarks.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { signedInCore, testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { expected } from '../rules/sampleFiles.ts'
import { signInAs } from '../helpers/signInAs.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let sample: Awaited<ReturnType<typeof enterSampleCohorts>>
beforeAll(async () => {
  core = await signedInCore({ today: expected.screeningDate })
  sample = await enterSampleCohorts(core)
  await addBenchmarks(core, sample.track.trackId)
})
afterAll(() => core.dispose())

type Counts = (typeof expected.cohorts)[string]
const cohorts = Object.entries(expected.cohorts)
const sumOf = (name: keyof Counts) => cohorts.reduce((sum, [, counts]) => sum + counts[name], 0)
const completion = (filters = {}) => core.api.reports.completion(filters)
const certification = async (filters = {}) => (await core.api.reports.certification(filters)).credentials[0]!

const completionCounts = (line: CompletionLine) => ({
  enrolled: line.enrolled,
  notStarted: line.didNotStart,
  completed: line.completed,
  withdrew: line.withdrew,
  excluded: line.excluded,
  active: line.stillIn,
})
const certificationCounts = ({ parts: [knowledge, skills], ...line }: CertificationLine) => ({
  completed: line.completers,
  testedKnowledge: knowledge!.firstTime.denominator,
  testedSkills: skills!.firstTime.denominator,
  firstKnowledge: knowledge!.firstTime.numerator,
  firstSkills: skills!.firstTime.numerator,
  testedBoth: line.firstTime.denominator,
  firstBoth: line.firstTime.numerator,
  certified: line.certified,
})

test('the sample cohorts give the expected counts, oldest first', async () => {
  const { byCohort, total, scope } = await completion()
  expect(byCohort!.map(({ name }) => name)).toEqual(['NA-C1', 'NA-G1', 'NA-C2', 'NA-G2', 'NA-C3', 'NA-G3'])
  for (const line of byCohort!) expect(expected.cohorts[line.name]).toMatchObject(completionCounts(line))
  expect(total).toMatchObject({ enrolled: sumOf('enrolled'), completed: sumOf('completed'), isFinal: false })
  expect(scope.people).toBe(sumOf('enrolled'))
})

test('the sample cohorts give the expected certification counts', async () => {
  const { byCohort, total } = await certification()
  for (const line of byCohort!) expect(expected.cohorts[line.name]).toMatchObject(certificationCounts(line))
  expect(certificationCounts(total)).toMatchObject({
    testedBoth: sumOf('testedBoth'),
    certified: sumOf('certified'),
  })
})

test('enrolled is completed, withdrew, excluded and still in together, in every line on every day', async () => {
  for (const asOf of ['2024-09-01', '2024-12-01', '2025-03-10', '2026-01-15', '2026-08-01']) {
    const report = await completion({ asOf })
    const tables = [report.byCohort!, report.bySite!, report.byEntryLevel!]
    for (const line of [report.total, ...tables.flat()]) {
      expect(line.enrolled).toBe(line.completed! + line.withdrew! + line.excluded! + line.stillIn!)
      const due = line.enrolled! - line.excluded!
      expect(line.completionRate).toMatchObject({
        numerator: line.completed,
        denominator: due,
        percent: percentOneDecimal({ numerator: line.completed!, denominator: due }),
        state: due === 0 ? 'noneDue' : 'shown',
        isSmallGroup: due > 0 && due < 10,
      })
    }
    for (const lines of tables) {
      const added = lines.reduce((sum, { enrolled }) => sum + enrolled!, 0)
      expect(added).toBe(report.total.enrolled)
    }
    const left = report.leavings!.reduce((sum, { count }) => sum + count!, 0)
    expect(left).toBe(report.total.withdrew! + report.total.excluded!)
  }
})

test('filters take cohorts, a track, a span of first days, or nothing', async () => {
  const codes = async (filters: Parameters<typeof completion>[0]) =>
    (await completion(filters)).scope.cohortCodes
  expect(await codes({ cohortIds: [sample.cohortIds.get('NA-G1')!] })).toEqual(['NA-G1'])
  expect(await codes({ startsFrom: '2025-02-03', startsTo: '2025-03-03' })).toEqual(['NA-C2', 'NA-G2'])
  expect(await codes({ trackId: sample.track.trackId })).toHaveLength(6)
  expect(await codes({ cohortIds: [] })).toEqual([])
  const empty = await completion({ cohortIds: [], audience: 'outside' })
  expect(empty.total).toMatchObject({ enrolled: 0, completionRate: { state: 'noneDue' } })
})

test('benchmarks stand beside the rate of their own measure, in percentage points', async () => {
  const { benchmarks, total } = await completion()
  expect(benchmarks).toMatchObject([
    { measure: 'completionRate', benchmarkPercent: 78.4, own: total.completionRate, pointsDifference: -8.7 },
  ])
  const compared = (await certification()).benchmarks
  expect(compared.map(({ measure, pointsDifference }) => [measure, pointsDifference])).toEqual([
    ['firstTimePassRate', -11.4],
    ['firstTimePassRateOfPart', -4.6],
  ])
  expect(compared[1]).toMatchObject({ benchmarkCounts: null, benchmarkInterval: null, benchmarkPercent: 80 })
})

test('as many people stand behind each number as it says', async () => {
  const { byCohort, total } = await completion()
  const numbers = ['enrolled', 'completed', 'withdrew', 'excluded', 'stillIn', 'didNotStart'] as const
  for (const line of [total, ...byCohort!]) {
    const { kind, key } = line
    const people = (number: (typeof numbers)[number] | 'inRate' | 'finished') =>
      core.api.explain.completion({ filters: {}, line: { kind, key }, number, limit: 500 })
    const expectBehind = async (number: Parameters<typeof people>[0], count: number | null) => {
      const { value, groups, rows } = await people(number)
      expect(value).toEqual({ kind: 'count', count })
      expect([groups[0]!.total, rows.length]).toEqual([count, count])
    }
    for (const number of numbers) await expectBehind(number, line[number])
    await expectBehind('inRate', line.completionRate.denominator)
    await expectBehind('finished', line.finishedRate.denominator)
  }
  const { credential, total: all, byAttempt } = await certification()
  const behind = async (number: 'completers' | 'testedAll' | 'passedAllFirst' | 'certified' | 'pending') => {
    const asked = { filters: {}, credentialId: credential.id, line: { kind: 'total' as const, key: '' } }
    return (await core.api.explain.certification({ ...asked, number, limit: 500 })).rows.length
  }
  expect(await behind('completers')).toBe(all.completers)
  expect(await behind('testedAll')).toBe(all.firstTime.denominator)
  expect(await behind('passedAllFirst')).toBe(all.firstTime.numerator)
  expect(await behind('certified')).toBe(all.certified)
  expect(await behind('pending')).toBe(all.pending)
  for (const sittings of byAttempt!) {
    for (const result of ['pass', 'fail', 'noShow', 'waiting'] as const) {
      const sat = await core.api.explain.certification({
        filters: {},
        credentialId: credential.id,
        line: { kind: 'total', key: '' },
        number: 'sat',
        part: sittings.part,
        attempt: sittings.number,
        result,
        limit: 500,
      })
      expect(sat.rows).toHaveLength(sittings[result]!)
    }
  }
})

test('people who left can be asked for by reason', async () => {
  const { leavings } = await completion()
  for (const { status, reason, count } of leavings!) {
    const asked = { filters: {}, line: { kind: 'total' as const, key: '' }, limit: 500 }
    const leaving = { status, reason: reason ?? ('none' as const) }
    const { rows } = await core.api.explain.completion({ ...asked, number: status, leaving })
    expect(rows).toHaveLength(count!)
    const words = (list: string) =>
      rows.map(({ facts }) => facts.find((fact) => fact.kind === 'word' && fact.list === list))
    expect(words('memberOutcomes').every((fact) => fact?.kind === 'word' && fact.word === status)).toBe(true)
    const reasons = words('leavingReasons').map((fact) => (fact?.kind === 'word' ? fact.word : null))
    expect(new Set(reasons)).toEqual(new Set([reason]))
    const share = await core.api.explain.completion({ ...asked, number: 'leavingShare', leaving })
    expect(share.value).toMatchObject({ kind: 'rate', numerator: count })
  }
})

test('nobody is named for outside use', async () => {
  const asked = { line: { kind: 'total' as const, key: '' }, filters: { audience: 'outside' as const } }
  const failure = await failureOf(core.api.explain.completion({ ...asked, number: 'enrolled' }))
  expect(failure).toMatchObject({ code: 'reports.noNamesOutside' })
})

test('a viewer reads the numbers, but neither names nor workbooks', async () => {
  const { api } = core
  await signInAs(api, 'Vera', ['viewer'])
  expect((await completion()).total.enrolled).toBe(sumOf('enrolled'))
  const line = { kind: 'total' as const, key: '' }
  const nameless = await api.explain.completion({ filters: {}, line, number: 'enrolled' })
  expect(nameless).toMatchObject({ value: { count: sumOf('enrolled') }, rows: [], isNameless: true })
  const refused = [
    api.reports.exportCompletion({ filters: {}, language: 'en' }),
    api.reports.exportCertification({ filters: {}, language: 'en' }),
  ]
  for (const call of refused) expect(await failureOf(call)).toMatchObject({ kind: 'notAllowed' })
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
})
