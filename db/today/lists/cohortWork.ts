import type { CohortWithoutOutcomes, ExamToSit } from '../../../shared/contract/workLists.ts'
import { countCompletion, memberStatus } from '../../../shared/rules/completion.ts'
import { daysBeforeOutcomes } from '../../../shared/rules/workLists.ts'
import { addDays, daysBetween } from '../../../shared/values/dates.ts'
import { standingOf } from '../../cohorts/cohortCounts.ts'
import { warningsFor } from '../../cohorts/cohortDetails.ts'
import { readCohorts, type CohortRecord } from '../../cohorts/cohortRecords.ts'
import { readMembers, type MemberRow } from '../../cohorts/memberRecords.ts'
import { cohortInSight } from '../../sight/inSight.ts'
import { learnerInReach, type Work } from '../reach.ts'
import { listBody } from './listBody.ts'
import { withLearners } from './shownLearners.ts'

/** The cohorts with a member whose work is asked for, and these members alone. */
async function cohortsAskedFor(work: Work): Promise<{ cohort: CohortRecord; members: MemberRow[] }[]> {
  const { db, sight } = work
  const asked = await db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .where(cohortInSight(sight, 'cohorts.id'))
    .where(learnerInReach(work, 'cohortMembers.learnerId'))
    .select(['cohortMembers.id as memberId', 'cohorts.id as cohortId'])
    .orderBy('cohorts.endDate')
    .orderBy('cohorts.code')
    .execute()
  const asMembers = new Set(asked.map(({ memberId }) => memberId))
  const ids = [...new Set(asked.map(({ cohortId }) => cohortId))]
  const members = await readMembers(db, ids, sight)
  return (await readCohorts(db, ids, sight)).map((cohort) => ({
    cohort,
    members: (members.get(cohort.id) ?? []).filter(({ memberId }) => asMembers.has(memberId)),
  }))
}

type Exam = Pick<ExamToSit, 'learnerId' | 'memberId' | 'cohortId' | 'cohortCode' | 'warning' | 'partName'>

/** What runs out first comes first; a last attempt has time, and without one only the coordinator can help. */
const urgency = ({ warning }: Exam) =>
  warning.kind === 'windowCloses' ? warning.daysLeft : warning.kind === 'lastAttempt' ? 1000 : 2000

function warningsOf(cohort: CohortRecord, member: MemberRow, { today }: Work): Exam[] {
  const { learnerId, memberId } = member
  return (
    warningsFor(member, memberStatus(member, today), standingOf(member, cohort, today), today)
      // A window that has closed can't be helped any more; it is shown on the cohort's page.
      .filter(({ kind }) => kind !== 'windowClosed')
      .map((warning) => ({
        ...{ learnerId, memberId, cohortId: cohort.id, cohortCode: cohort.code, warning },
        partName:
          'part' in warning
            ? (cohort.credential?.parts.find(({ key }) => key === warning.part)?.name ?? null)
            : null,
      }))
  )
}

/** People on the way to a credential whose window or attempts run out, the soonest first. */
async function findExams(work: Work) {
  const cohorts = await cohortsAskedFor(work)
  return cohorts
    .flatMap(({ cohort, members }) => members.flatMap((member) => warningsOf(cohort, member, work)))
    .sort((one, other) => urgency(one) - urgency(other) || one.memberId - other.memberId)
}

/** Cohorts that end soon or have ended, with members who have no outcome, the earliest end first. */
async function findOutcomes(work: Work): Promise<CohortWithoutOutcomes[]> {
  const latest = addDays(work.today, daysBeforeOutcomes)
  const cohorts = (await cohortsAskedFor(work)).filter(
    ({ cohort }) => cohort.closedOn === null && cohort.endDate <= latest,
  )
  return cohorts.flatMap(({ cohort, members }) => {
    const { stillIn, enrolled } = countCompletion(members, work.today)
    if (stillIn === 0) return []
    const { id: cohortId, code, trackName, site, endDate } = cohort
    const daysLeft = daysBetween(work.today, endDate)
    return [{ cohortId, code, trackName, site, endDate, daysLeft, stillIn, enrolled }]
  })
}

export const exams = listBody(findExams, withLearners)
export const outcomes = listBody(findOutcomes, async (_work, some) => [...some])
