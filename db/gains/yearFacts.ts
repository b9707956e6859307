import type { Selectable } from 'kysely'
import type { HoursAttended } from '../../shared/rules/hours.ts'
import { prepareLevelTables, type AssessmentFact, type LevelTables } from '../../shared/rules/levels.ts'
import { testDaysOf } from '../../shared/rules/programYearGains.ts'
import { programYearSpan, type IsoDate } from '../../shared/values/dates.ts'
import { factOf } from '../assessments/assessmentRows.ts'
import { hoursOfLearners } from '../attendance/hoursOfLearners.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { AssessmentTable, Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

/** A test as gains are worked out of it and shown. */
export interface YearTest extends AssessmentFact {
  readonly id: number
  readonly scoreText: string
  readonly conservativeEstimate: boolean
  readonly earlyReason: string | null
}

/** The columns of a test that `yearTestOf` asks for. */
export const yearTestColumns = [
  ...(['assessments.id', 'assessments.learnerId', 'assessments.testedOn', 'assessments.instrument'] as const),
  ...(['assessments.skillArea', 'assessments.form', 'assessments.score', 'assessments.scoreText'] as const),
  ...(['assessments.accurate', 'assessments.conservativeEstimate', 'assessments.voidedAt'] as const),
  'assessments.earlyReason',
] as const

/** A row of those columns as a test. */
export const yearTestOf = (
  row: Parameters<typeof factOf>[0] &
    Pick<Selectable<AssessmentTable>, 'id' | 'scoreText' | 'conservativeEstimate' | 'earlyReason'>,
): YearTest => ({
  ...factOf(row),
  id: row.id,
  scoreText: row.scoreText,
  conservativeEstimate: row.conservativeEstimate === 1,
  earlyReason: row.earlyReason,
})

/** What is known of one learner for the gains of a program year. */
export interface YearLearner {
  readonly learnerId: number
  readonly studentId: string | null
  readonly familyName: string
  readonly givenName: string
  readonly preferredName: string | null
  readonly tests: readonly YearTest[]
  readonly attended: readonly HoursAttended[]
  /** Classes in which the learner sat in the year. */
  readonly sections: readonly { readonly id: number; readonly code: string }[]
}

/** The facts of a program year, as known on a day. */
export interface YearFacts {
  readonly programYear: number
  readonly asOf: IsoDate
  readonly tables: LevelTables
  readonly learners: readonly YearLearner[]
}

/** Tests that may serve the year, and those whose score counts nowhere, by learner in the order of names. */
const testsOf = (db: Reader, programYear: number, asOf: IsoDate, sight: Sight) => {
  const { from, to } = testDaysOf(programYear)
  return db
    .selectFrom('assessments')
    .innerJoin('learners', 'learners.id', 'assessments.learnerId')
    .select(yearTestColumns)
    .select(['learners.studentId', 'learners.familyName', 'learners.givenName', 'learners.preferredName'])
    .where('assessments.testedOn', '>=', from)
    .where('assessments.testedOn', '<=', asOf < to ? asOf : to)
    .where('assessments.voidedAt', 'is', null)
    .where('assessments.skillArea', '<>', 'civics')
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .orderBy('assessments.testedOn')
    .execute()
}

/** Hours of learners, with absences as rows of none, from the earliest day a pre-test may lie on to the year's last. */
export function hoursOf(
  db: Reader,
  programYear: number,
  learnerIds: readonly number[],
): Promise<ReadonlyMap<number, HoursAttended[]>> {
  return hoursOfLearners(db, learnerIds, testDaysOf(programYear))
}

async function sectionsIn(db: Reader, programYear: number) {
  const { from, to } = programYearSpan(programYear)
  const rows = await db
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .select(['sectionMembers.learnerId', 'sections.id', 'sections.code'])
    .where((row) =>
      row.or([row('sectionMembers.startDate', 'is', null), row('sectionMembers.startDate', '<=', to)]),
    )
    .where((row) =>
      row.or([row('sectionMembers.endDate', 'is', null), row('sectionMembers.endDate', '>', from)]),
    )
    .orderBy('sections.code')
    .execute()
  return Map.groupBy(rows, ({ learnerId }) => learnerId)
}

/** The learners in sight with a test that may serve the program year, with their hours and classes. */
export async function yearFacts(
  db: Reader,
  programYear: number,
  asOf: IsoDate,
  sight: Sight,
): Promise<YearFacts> {
  const byLearner = Map.groupBy(await testsOf(db, programYear, asOf, sight), ({ learnerId }) => learnerId)
  const attended = await hoursOf(db, programYear, [...byLearner.keys()])
  const sections = await sectionsIn(db, programYear)
  const learners = [...byLearner].map(([learnerId, rows]): YearLearner => {
    const { studentId, familyName, givenName, preferredName } = rows[0]!
    return {
      learnerId,
      studentId,
      familyName,
      givenName,
      preferredName,
      tests: rows.map(yearTestOf),
      attended: attended.get(learnerId) ?? [],
      sections: (sections.get(learnerId) ?? []).map(({ id, code }) => ({ id, code })),
    }
  })
  return { programYear, asOf, tables: prepareLevelTables(await allLevelTables(db)), learners }
}
