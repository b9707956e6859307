import { groupBy } from '../../shared/rules/groups.ts'
import { readCohorts, type CohortRow } from '../rules/sampleFiles.ts'
import { cohortInput, nurseAssistantTrack, type NurseAssistant } from './nurseAssistant.ts'
import type { signedInCore } from './testCore.ts'

type TestCore = Pick<Awaited<ReturnType<typeof signedInCore>>, 'core' | 'api'>

/** First and last day of the cohorts in the sample file. */
const spans: Record<string, [site: string, start: string, end: string]> = {
  'NA-C1': ['Central', '2024-09-09', '2024-12-13'],
  'NA-G1': ['North', '2024-10-07', '2025-01-31'],
  'NA-C2': ['Central', '2025-02-03', '2025-05-16'],
  'NA-G2': ['North', '2025-03-03', '2025-06-13'],
  'NA-C3': ['Central', '2025-09-08', '2025-12-12'],
  'NA-G3': ['North', '2026-05-18', '2026-09-04'],
}

async function enterCohort(
  { api }: Pick<TestCore, 'api'>,
  track: NurseAssistant,
  code: string,
  rows: CohortRow[],
): Promise<number> {
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
  return cohortId
}

/** Types in the cohorts of the sample file as a person would; answers the track and each cohort's id by code. */
export async function enterSampleCohorts(core: TestCore) {
  const track = await nurseAssistantTrack(core.core)
  const cohortIds = new Map<string, number>()
  for (const [code, rows] of groupBy(await readCohorts(), (row) => row.cohort)) {
    cohortIds.set(code, await enterCohort(core, track, code, rows))
  }
  return { track, cohortIds }
}
