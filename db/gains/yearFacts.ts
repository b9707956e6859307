import type { HoursAttended } from '../../shared/rules/hours.ts'
import { prepareLevelTables, type AssessmentFact, type LevelTables } from '../../shared/rules/levels.ts'
import { testDaysOf } from '../../shared/rules/programYearGains.ts'
import { programYearSpan, type IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { attendedHours } from '../attendance/attendedHours.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

/** What is known of one learner for the gains of a program year. */
export interface YearLearner {
  readonly learnerId: number
  readonly studentId: string | null
  readonly familyName: string
  readonly givenName: string
  readonly preferredName: string | null
  readonly tests: readonly AssessmentFact[]
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

/** Usable tests that may serve the year, by learner in the order of names. */
const testsOf = (db: Reader, programYear: number, asOf: IsoDate, sight: Sight) => {
  const { from, to } = testDaysOf(programYear)
  return db
    .selectFrom('assessments')
    .innerJoin('learners', 'learners.id', 'assessments.learnerId')
    .select(['assessments.learnerId', 'assessments.testedOn', 'assessments.instrument'])
    .select(['assessments.skillArea', 'assessments.form', 'assessments.score'])
    .select(['learners.studentId', 'learners.familyName', 'learners.givenName', 'learners.preferredName'])
    .where('assessments.testedOn', '>=', from)
    .where('assessments.testedOn', '<=', asOf < to ? asOf : to)
    .where('assessments.score', 'is not', null)
    .where('assessments.accurate', '=', 1)
    .where('assessments.voidedAt', 'is', null)
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .orderBy('assessments.testedOn')
    .execute()
}

/** SQLite takes at most 32,766 parameters in one statement. */
const idsAtATime = 10_000

/** Hours of learners between the earliest day a pre-test may lie on and the last day of the year. */
export async function hoursOf(
  db: Reader,
  programYear: number,
  learnerIds: readonly number[],
): Promise<ReadonlyMap<number, HoursAttended[]>> {
  const { from, to } = testDaysOf(programYear)
  const rows = []
  for (let start = 0; start < learnerIds.length; start += idsAtATime) {
    rows.push(
      ...(await attendedHours(db)
        .select(['learnerId', 'periodFrom as from', 'periodTo as to', 'hours'])
        .where('learnerId', 'in', learnerIds.slice(start, start + idsAtATime))
        .where('periodTo', '>=', from)
        .where('periodFrom', '<=', to)
        .where('hours', '>', 0)
        .execute()),
    )
  }
  return Map.groupBy(rows, ({ learnerId }) => learnerId)
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
      tests: rows.map(({ testedOn, instrument, skillArea, form, score }) => ({
        testedOn,
        instrument,
        skillArea: skillArea as SkillArea,
        form,
        score,
        inaccurate: false,
        voided: false,
      })),
      attended: attended.get(learnerId) ?? [],
      sections: (sections.get(learnerId) ?? []).map(({ id, code }) => ({ id, code })),
    }
  })
  return { programYear, asOf, tables: prepareLevelTables(await allLevelTables(db)), learners }
}
