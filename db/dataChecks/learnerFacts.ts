import type { CheckedLearner, CheckedTest, LateHours } from '../../shared/rules/dataChecks/facts.ts'
import type { LearnerStatus, SkillArea } from '../../shared/values/vocabulary.ts'
import { attendedHours } from '../attendance/attendedHours.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight, sectionInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import { roundHalfUp } from '../../shared/rules/rates.ts'
import type { IsoDate } from '../../shared/values/dates.ts'

/** Learners in sight, in the order of names, with the newest day on which they had hours. */
export async function checkedLearners(db: Reader, sight: Sight): Promise<CheckedLearner[]> {
  const served = attendedHours(db)
    .where('attendedHours.hours', '>', 0)
    .groupBy('attendedHours.learnerId')
    .select('attendedHours.learnerId')
    .select((row) => row.fn.max('attendedHours.periodTo').as('lastService'))
  const rows = await db
    .selectFrom('learners')
    .leftJoin(served.as('served'), 'served.learnerId', 'learners.id')
    .select(['learners.id as learnerId', 'learners.status', 'learners.studentId', 'learners.birthDate'])
    .select('served.lastService')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .execute()
  return rows.map(({ status, ...row }) => ({ ...row, status: status as LearnerStatus }))
}

/** Every test of learners in sight, of some days or of all, in the order of names and days. */
export async function checkedTests(
  db: Reader,
  sight: Sight,
  days: { readonly from: IsoDate; readonly to: IsoDate } | null = null,
): Promise<CheckedTest[]> {
  const rows = await db
    .selectFrom('assessments')
    .innerJoin('learners', 'learners.id', 'assessments.learnerId')
    .leftJoin('sections', 'sections.id', 'assessments.sectionId')
    .select(['assessments.id', 'assessments.learnerId', 'assessments.instrument', 'assessments.skillArea'])
    .select(['assessments.form', 'assessments.testedOn', 'assessments.score', 'assessments.accurate'])
    .select(['assessments.voidedAt', 'assessments.earlyReason'])
    .select(['sections.code as classCode', 'sections.startDate as classStart'])
    .$if(days !== null, (tests) =>
      tests.where('assessments.testedOn', '>=', days!.from).where('assessments.testedOn', '<=', days!.to),
    )
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .orderBy('assessments.testedOn')
    .orderBy('assessments.id')
    .execute()
  return rows.map(({ skillArea, accurate, voidedAt, ...row }) => ({
    ...row,
    skillArea: skillArea as SkillArea,
    inaccurate: accurate === 0,
    voided: voidedAt !== null,
  }))
}

/**
 * Hours after the last day of a class in sight, by learner and class. A total counts once all of its period is
 * past that day: totals by month end with the month.
 */
export async function lateHours(db: Reader, sight: Sight): Promise<LateHours[]> {
  const rows = await attendedHours(db)
    .innerJoin('sections', 'sections.id', 'attendedHours.sectionId')
    .innerJoin('learners', 'learners.id', 'attendedHours.learnerId')
    .where('attendedHours.hours', '>', 0)
    .whereRef('attendedHours.periodFrom', '>', 'sections.endDate')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .where(sectionInSight(sight, 'sections.id'))
    .select(['attendedHours.learnerId', 'sections.id as sectionId', 'sections.code', 'sections.endDate'])
    .select(['attendedHours.periodTo', 'attendedHours.hours', 'attendedHours.isMeeting'])
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .orderBy('sections.code')
    .execute()
  const byPlace = Map.groupBy(rows, ({ learnerId, sectionId }) => `${learnerId} ${sectionId}`)
  return [...byPlace.values()].map((some) => {
    const { learnerId, sectionId, code, endDate } = some[0]!
    const hours = some.reduce((sum, row) => sum + row.hours, 0)
    return {
      ...{ learnerId, sectionId, code, endDate: endDate! },
      lastOn: some.reduce((last, { periodTo }) => (periodTo > last ? periodTo : last), ''),
      hours: roundHalfUp(hours, 2),
      inMeetings: some.some(({ isMeeting }) => isMeeting === 1),
    }
  })
}
