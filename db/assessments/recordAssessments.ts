import type { AssessmentEntry, AssessmentRecord } from '../../shared/contract/assessments.ts'
import type { FieldProblem } from '../../shared/contract/failures.ts'
import { assessmentProblems, type Sitting } from '../../shared/rules/assessmentChecks.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { readScoreInTable } from '../../shared/rules/scoreText.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { invalidFields } from '../failure.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import { requireSection } from '../sections/requireSection.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { assessmentOf } from './assessmentRows.ts'
import { refreshCurrentLevels } from './currentLevels.ts'

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

/** The days on which each learner sat each form. */
async function sittingsOf(db: Writer, ids: readonly number[]): Promise<Map<string, Sitting[]>> {
  const rows = await db
    .selectFrom('assessments')
    .select(['learnerId', 'instrument', 'skillArea', 'form', 'testedOn', 'voidedAt'])
    .where('learnerId', 'in', ids)
    .execute()
  return new Map(
    [...Map.groupBy(rows, testKey)].map(([key, group]) => [
      key,
      group.map(({ testedOn, voidedAt }) => ({ testedOn, voided: voidedAt !== null })),
    ]),
  )
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
  const tables = prepareLevelTables(await allLevelTables(db))
  const birthDates = await birthDatesOf(db, learnerIds)
  const sittings = await sittingsOf(db, learnerIds)

  const problems: FieldProblem[] = []
  const rows = entries.map((entry, index) => {
    const table = tables.tableFor(entry.instrument, entry.skillArea, entry.testedOn)
    const sat = sittings.get(testKey(entry)) ?? []
    const found = assessmentProblems(entry, {
      table,
      today: around.today,
      birthDate: birthDates.get(entry.learnerId) ?? null,
      sameFormSittings: sat,
    })
    problems.push(
      ...found.map(({ field, code, values }) => ({ path: `entries.${index}.${field}`, code, values })),
    )
    // The next entry of the same paste sees this one too.
    sittings.set(testKey(entry), [...sat, { testedOn: entry.testedOn, voided: false }])
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
