import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CohortSummary } from '../../shared/contract/cohortValues.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import { nurseAssistantTrack, cohortInput, type NurseAssistant } from '../helpers/nurseAssistant.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { expected, readCohorts, type CohortRow } from '../rules/sampleFiles.ts'

/** First and last day of the cohorts in the sample file. */
const spans: Record<string, [site: string, start: string, end: string]> = {
  'NA-C1': ['Central', '2024-09-09', '2024-12-13'],
  'NA-G1': ['North', '2024-10-07', '2025-01-31'],
  'NA-C2': ['Central', '2025-02-03', '2025-05-16'],
  'NA-G2': ['North', '2025-03-03', '2025-06-13'],
  'NA-C3': ['Central', '2025-09-08', '2025-12-12'],
  'NA-G3': ['North', '2026-05-18', '2026-09-04'],
}

let core: Awaited<ReturnType<typeof signedInCore>>
const cohortIds = new Map<string, number>()

async function enterCohort(track: NurseAssistant, code: string, rows: CohortRow[]): Promise<void> {
  const { api } = core
  const [site, startDate, endDate] = spans[code]!
  const people = new Map<string, number>()
  for (const { learnerId } of rows) {
    const made = await api.learners.create({ familyName: `Learner ${learnerId}`, studentId: learnerId })
    people.set(learnerId, made.learnerId)
  }
  const { cohortId } = await api.cohorts.create({
    ...cohortInput(track, { code, site, startDate, endDate }),
    memberLearnerIds: [...people.values()],
  })
  cohortIds.set(code, cohortId)
  const { memberRows } = await api.cohorts.get({ cohortId })
  const memberOf = (row: CohortRow) =>
    memberRows.find(({ learnerId }) => learnerId === people.get(row.learnerId))!.memberId
  await api.cohorts.changeMembers({
    cohortId,
    members: rows.map((row) => ({
      memberId: memberOf(row),
      ...row.member,
      outcome: row.member.outcome ?? 'stillIn',
    })),
  })
  const attempts = rows.flatMap((row) =>
    row.attempts.map(({ part, sequence, takenOn, result }) => ({
      memberId: memberOf(row),
      part,
      number: sequence,
      takenOn,
      result,
    })),
  )
  if (attempts.length > 0) await api.attempts.record({ cohortId, attempts })
}

beforeAll(async () => {
  core = await signedInCore({ today: expected.screeningDate })
  const track = await nurseAssistantTrack(core.core)
  const rows = await readCohorts()
  for (const [code, own] of groupBy(rows, (row) => row.cohort)) await enterCohort(track, code, own)
})
afterAll(() => core.dispose())

/** The counts of a cohort under the names of `expected.json`. */
function countsOf({ completion, certification }: CohortSummary) {
  const [knowledge, skills] = certification!.parts
  return {
    enrolled: completion.enrolled,
    notStarted: completion.didNotStart,
    completed: completion.completed,
    withdrew: completion.withdrew,
    excluded: completion.excluded,
    active: completion.stillIn,
    testedKnowledge: knowledge!.tested,
    testedSkills: skills!.tested,
    firstKnowledge: knowledge!.passedFirst,
    firstSkills: skills!.passedFirst,
    testedBoth: certification!.testedAll,
    firstBoth: certification!.passedAllFirst,
    certified: certification!.certified,
    completersNotTested: certification!.completersNotTested,
  }
}

test.each(Object.keys(expected.cohorts))('%s typed in by hand gives the expected counts', async (code) => {
  const cohort = await core.api.cohorts.get({ cohortId: cohortIds.get(code)! })
  expect(countsOf(cohort)).toEqual(expected.cohorts[code])
})

test('the list and the comparison give the same counts', async () => {
  const { rows, total, sites } = await core.api.cohorts.list({})
  expect(total).toBe(6)
  expect(sites).toEqual(['Central', 'North'])
  expect(rows.map(({ code }) => code)).toEqual(['NA-G3', 'NA-C3', 'NA-G2', 'NA-C2', 'NA-G1', 'NA-C1'])
  expect(Object.fromEntries(rows.map((row) => [row.code, countsOf(row)]))).toEqual(expected.cohorts)
  const compared = await core.api.cohorts.compare({ cohortIds: [...cohortIds.values()] })
  expect(Object.fromEntries(compared.cohorts.map((row) => [row.code, countsOf(row)]))).toEqual(
    expected.cohorts,
  )
})

test('all cohorts together add up', async () => {
  const { together } = await core.api.cohorts.compare({ cohortIds: [...cohortIds.values()] })
  const sum = (name: keyof (typeof expected.cohorts)[string]) =>
    Object.values(expected.cohorts).reduce((total, counts) => total + counts[name], 0)
  expect(together.completion).toMatchObject({ enrolled: sum('enrolled'), completed: sum('completed') })
  expect(together.certification).toMatchObject({
    testedAll: sum('testedBoth'),
    passedAllFirst: sum('firstBoth'),
    certified: sum('certified'),
  })
})

test('a report as of an earlier day does not know what came later', async () => {
  const cohort = await core.api.cohorts.get({ cohortId: cohortIds.get('NA-C1')!, asOf: '2024-12-01' })
  expect(cohort.completion).toMatchObject({ enrolled: 17, completed: 0, stillIn: 15, withdrew: 2 })
  expect(cohort.certification).toMatchObject({ testedAll: 0, certified: 0 })
  expect(cohort.state).toBe('running')
})
