import type { AssessmentEntry, AssessmentRecord } from '../../shared/contract/assessments.ts'
import type { FieldProblem } from '../../shared/contract/failures.ts'
import { assessmentProblems, type AssessmentSurroundings } from '../../shared/rules/assessmentChecks.ts'
import { prepareLevelTables, type AssessmentFact } from '../../shared/rules/levels.ts'
import { readScore, readScoreInTable } from '../../shared/rules/scoreText.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { invalidFields } from '../failure.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import { requireSection } from '../sections/requireSection.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { assessmentOf, factOf } from './assessmentRows.ts'
import { refreshCurrentLevels } from './currentLevels.ts'
import { hoursForTestsFrom } from './hoursForEntry.ts'

interface Around {
  sight: Sight
  today: IsoDate
  now: string
  accountId: number
  /** The class for which a whole grid was entered; null for a single test. */
  sectionId: number | null
}

const testKey = (test: { learnerId: number; instrument: string; skillArea: string; form: string }) =>
  [test.learnerId, test.instrument, test.skillArea, test.form].join('\n')

async function birthDatesOf(db: Writer, ids: readonly number[]): Promise<Map<number, IsoDate | null>> {
  const rows = await db.selectFrom('learners').select(['id', 'birthDate']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.birthDate]))
}

/** The tests on record of some learners. */
const testsOf = (db: Writer, ids: readonly number[]) =>
  db
    .selectFrom('assessments')
    .select(['learnerId', 'instrument', 'skillArea', 'form', 'testedOn', 'score', 'accurate', 'voidedAt'])
    .where('learnerId', 'in', ids)
    .execute()

/** An entry as the rules compare it with the other tests of its learner. */
function factOfEntry({ instrument, skillArea, form, testedOn, scoreText }: AssessmentEntry): AssessmentFact {
  const read = readScore(scoreText)
  const isUsable = read?.accurate === true
  return {
    ...{ instrument, skillArea, form, testedOn, voided: false },
    ...{ score: read?.score ?? null, inaccurate: !isUsable },
  }
}

/** What is known around each entry: what is on record, and the other entries typed with it. */
async function surroundingsOf(db: Writer, entries: readonly AssessmentEntry[], today: IsoDate) {
  const learnerIds = [...new Set(entries.map(({ learnerId }) => learnerId))]
  const tables = prepareLevelTables(await allLevelTables(db))
  const birthDates = await birthDatesOf(db, learnerIds)
  const onRecord = Map.groupBy(await testsOf(db, learnerIds), ({ learnerId }) => learnerId)
  const earliest = entries.map(({ testedOn }) => testedOn).toSorted()[0] ?? today
  const hours = await hoursForTestsFrom(db, learnerIds, earliest)
  return (entry: AssessmentEntry, index: number): AssessmentSurroundings => {
    const recorded = onRecord.get(entry.learnerId) ?? []
    const typed = entries.filter(({ learnerId }, at) => learnerId === entry.learnerId && at !== index)
    const key = testKey(entry)
    return {
      table: tables.tableFor(entry.instrument, entry.skillArea, entry.testedOn),
      today,
      birthDate: birthDates.get(entry.learnerId) ?? null,
      sameFormSittings: [
        ...recorded.map((test) => ({ ...test, voided: test.voidedAt !== null })),
        // The next entry of the same paste sees the one before it, which is refused for neither.
        ...entries.slice(0, index).map((test) => ({ ...test, voided: false })),
      ].filter((test) => testKey(test) === key),
      otherTests: [...recorded.map(factOf), ...typed.map(factOfEntry)],
      attended: hours.get(entry.learnerId) ?? [],
      tables,
    }
  }
}

/**
 * Records tests, all of them or none. Every problem of every entry is named at once by its path
 * (`entries.3.form`), so that a class grid can show them all.
 */
export async function recordAssessments(
  db: Writer,
  entries: readonly AssessmentEntry[],
  around: Around,
): Promise<AssessmentRecord[]> {
  if (around.sectionId !== null) await requireSection(db, around.sectionId, around.sight)
  const learnerIds = [...new Set(entries.map(({ learnerId }) => learnerId))]
  await requireLearners(db, learnerIds, around.sight)
  const surroundings = await surroundingsOf(db, entries, around.today)

  const problems: FieldProblem[] = []
  const rows = entries.map((entry, index) => {
    const known = surroundings(entry, index)
    const { table } = known
    problems.push(
      ...assessmentProblems(entry, known).map(({ field, code, values }) => ({
        path: `entries.${index}.${field}`,
        code,
        values,
      })),
    )
    const read = readScoreInTable(table, entry.scoreText)
    return {
      ...entry,
      score: read?.score ?? null,
      scoreText: read?.text ?? entry.scoreText,
      accurate: read?.accurate === false ? 0 : 1,
      level: read?.level ?? null,
      sectionId: around.sectionId,
      recordedAt: around.now,
      recordedBy: around.accountId,
    }
  })
  if (problems.length > 0) throw invalidFields(problems)

  const saved = await db.insertInto('assessments').values(rows).returningAll().execute()
  await refreshCurrentLevels(db, learnerIds)
  return saved.map(assessmentOf)
}
