import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CohortSummary } from '../../shared/contract/cohortValues.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { expected } from '../rules/sampleFiles.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let cohortIds: Map<string, number>

beforeAll(async () => {
  core = await signedInCore({ today: expected.screeningDate })
  cohortIds = (await enterSampleCohorts(core)).cohortIds
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
