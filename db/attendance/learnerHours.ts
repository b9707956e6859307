import type { LearnerHours } from '../../shared/contract/attendance.ts'
import { areasTested, newestUsable } from '../../shared/rules/currentLevel.ts'
import { hoursSinceTest, hoursWithin, type HoursAttended } from '../../shared/rules/hours.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { participationPeriods } from '../../shared/rules/participation.ts'
import { postTestStanding } from '../../shared/rules/postTests.ts'
import { programYearOf, programYearSpan, type IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { attendedHours } from './attendedHours.ts'

/** Hours of one meeting or total, with the record that says them. */
export type Attended = HoursAttended & {
  readonly sectionCode: string | null
  readonly sectionId: number | null
  readonly component: string
  /** 1 for a class meeting, 0 for a total. */
  readonly isMeeting: number
  readonly recordId: number
}

/** Every hour of a learner on record. */
export const attendedBy = (db: Reader, learnerId: number): Promise<Attended[]> =>
  attendedHours(db)
    .leftJoin('sections', 'sections.id', 'attendedHours.sectionId')
    .select(['periodFrom as from', 'periodTo as to', 'hours'])
    .select(['attendedHours.component', 'attendedHours.sectionId', 'sections.code as sectionCode'])
    .select(['isMeeting', 'recordId'])
    .where('learnerId', '=', learnerId)
    .where('hours', '>', 0)
    .execute()

function yearsOf(attended: readonly Attended[]): LearnerHours['years'] {
  const years = new Set(attended.flatMap(({ from, to }) => [programYearOf(from), programYearOf(to)]))
  return [...years]
    .toSorted((one, other) => other - one)
    .map((programYear) => {
      const { from, to } = programYearSpan(programYear)
      const parts = Map.groupBy(attended, ({ sectionCode, component }) => `${sectionCode} ${component}`)
      return {
        programYear,
        hours: hoursWithin(attended, from, to).hours,
        parts: [...parts.values()]
          .map((some) => {
            const { sectionCode, component } = some[0]!
            return { sectionCode, component, hours: hoursWithin(some, from, to).hours }
          })
          .filter(({ hours }) => hours > 0)
          .toSorted((one, other) => other.hours - one.hours),
      }
    })
}

async function nextTests(
  db: Reader,
  learnerId: number,
  attended: readonly HoursAttended[],
  today: IsoDate,
): Promise<LearnerHours['nextTests']> {
  const tables = prepareLevelTables(await allLevelTables(db))
  const rows = await db
    .selectFrom('assessments')
    .select(['testedOn', 'instrument', 'skillArea', 'form', 'score', 'accurate', 'voidedAt'])
    .where('learnerId', '=', learnerId)
    .execute()
  const tests = rows.map(({ accurate, voidedAt, skillArea, ...test }) => ({
    ...test,
    skillArea: skillArea as SkillArea,
    inaccurate: accurate === 0,
    voided: voidedAt !== null,
  }))
  return areasTested(tests, today).flatMap((skillArea) => {
    const last = newestUsable(tests, skillArea, today)
    if (last === null) return []
    const since = hoursSinceTest(attended, last.testedOn, today, false)
    return [{ skillArea, ...since, ...postTestStanding(last, since, today, tables) }]
  })
}

/** A learner's hours by program year, class and component; periods of participation; the way to the next tests. */
export async function learnerHours(db: Reader, learnerId: number, today: IsoDate): Promise<LearnerHours> {
  const attended = await attendedBy(db, learnerId)
  return {
    years: yearsOf(attended),
    periods: [...participationPeriods(attended, today)].toReversed(),
    nextTests: await nextTests(db, learnerId, attended, today),
  }
}
