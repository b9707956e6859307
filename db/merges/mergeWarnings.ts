import { mostPhones } from '../../shared/contract/learnerFacts.ts'
import type { MergeWarning } from '../../shared/contract/merges.ts'
import { isoDateOfLocalDay } from '../localDay.ts'
import type { Reader } from '../schema.ts'
import { phonesOfBoth } from './mergeFacts.ts'
import type { MergePlan } from './planMerge.ts'
import type { Row } from './rows.ts'

type Db = Pick<Reader, 'selectFrom'>

const warning = (
  code: MergeWarning['code'],
  names: readonly string[],
  count = names.length,
): MergeWarning[] => (count === 0 ? [] : [{ code, names: [...names], count }])

/** The day on which somebody said that they are two people. */
async function saidDistinct(db: Db, { kept, other }: MergePlan): Promise<string[]> {
  const [first, second] = [kept.id, other.id].toSorted((one, two) => one - two) as [number, number]
  const row = await db
    .selectFrom('distinctPeople')
    .select('decidedAt')
    .where('learnerId', '=', first)
    .where('otherLearnerId', '=', second)
    .executeTakeFirst()
  return row ? [isoDateOfLocalDay(new Date(row.decidedAt))] : []
}

/** Closed cohorts of both: their figures have one person fewer. */
async function closedCohorts(db: Db, { doubles }: MergePlan): Promise<string[]> {
  const ids = doubles.filter(({ kind }) => kind === 'cohortMember').map(({ kept }) => Number(kept.cohortId))
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('cohorts')
    .select('code')
    .where('id', 'in', ids)
    .where('closedOn', 'is not', null)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Classes for which one record has a total of hours over days on which the other has meetings noted. */
async function hoursBeside(db: Db, { kept, other }: MergePlan): Promise<string[]> {
  const ids = [...kept.rows.attendance, ...other.rows.attendance].map(({ meetingId }) => Number(meetingId))
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('sections', 'sections.id', 'meetings.sectionId')
    .select(['meetings.id', 'meetings.sectionId', 'meetings.heldOn', 'sections.code'])
    .where('meetings.id', 'in', ids)
    .execute()
  const meetings = new Map(rows.map((row) => [row.id, row]))
  const codesOf = (totals: readonly Row[], marks: readonly Row[]) =>
    marks.flatMap(({ meetingId }) => {
      const { sectionId, heldOn, code } = meetings.get(Number(meetingId))!
      const isInside = totals.some(
        (row) => row.sectionId === sectionId && row.periodFrom! <= heldOn && row.periodTo! >= heldOn,
      )
      return isInside ? [code] : []
    })
  return [
    ...new Set([
      ...codesOf(kept.rows.instructionHours, other.rows.attendance),
      ...codesOf(other.rows.instructionHours, kept.rows.attendance),
    ]),
  ]
}

/** What somebody should know before two records become one. */
export async function mergeWarnings(db: Db, plan: MergePlan): Promise<MergeWarning[]> {
  const births = [plan.kept, plan.other].map(({ learner }) => learner.birthDate)
  const differ = births.every((day) => day !== null) && births[0] !== births[1]
  const phones = phonesOfBoth(plan)
  return [
    ...warning('tooManyPhones', [], phones.length > mostPhones ? phones.length : 0),
    ...warning('distinct', await saidDistinct(db, plan)),
    ...warning('birthDates', differ ? births.map(String) : []),
    ...warning('closedCohort', await closedCohorts(db, plan)),
    ...warning('hoursBeside', await hoursBeside(db, plan)),
    ...warning('sameScreening', [], plan.sharedScreenings.size),
  ]
}
