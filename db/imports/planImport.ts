import { createHash } from 'node:crypto'
import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { ImportSettings } from '../../shared/contract/imports.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { ReportProgress } from '../calls/call.ts'
import { invalidFields } from '../failure.ts'
import { sectionInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { partsOf, sheetAt } from './describeColumns.ts'
import { isNeverTaken } from './fields.ts'
import { fieldsToOffer, headingsOfSheet, whatElseIsMissing } from './guessColumns.ts'
import { Conflicts } from './conflicts.ts'
import type { OpenedTable } from './heldImports.ts'
import type { Choices, PlannedRow } from './plannedRow.ts'
import { planAttendance, type AttendancePlan } from './planAttendance.ts'
import { planCohorts, type CohortsPlan } from './planCohorts.ts'
import { planHours, type HoursPlan } from './planHours.ts'
import type { Plan, PlanContext, PlanDb } from './planning.ts'
import { planRoster } from './planRoster.ts'
import { planTests, type TestsPlan } from './planTests.ts'
import { RowReader } from './readRow.ts'
import { TypedValues } from './typedValues.ts'

export type ImportPlan =
  | { kind: 'roster'; plan: Plan }
  | { kind: 'testSummary'; plan: TestsPlan }
  | { kind: 'attendance'; plan: AttendancePlan }
  | { kind: 'hours'; plan: HoursPlan }
  | { kind: 'cohortHistory'; plan: CohortsPlan }

interface Around {
  today: IsoDate
  language: Language
  progress: ReportProgress
  sight: Sight
}

const problem = (path: string, code: string, values: FieldProblem['values'] = {}): FieldProblem => ({
  path,
  code,
  values,
})

/** The headings of a sheet as they were chosen; refused when the row is not there. */
export function settledHeadings(opened: OpenedTable, settings: ImportSettings) {
  const sheet = sheetAt(opened, settings.sheet)
  const headings = headingsOfSheet(sheet, settings.headingRow)
  if (!headings) throw invalidFields([problem('headingRow', 'imports.noHeadings')])
  return { sheet, headings }
}

async function trackProblems(db: PlanDb, { trackId, credentialId }: ImportSettings): Promise<FieldProblem[]> {
  if (trackId === null) return [problem('trackId', 'imports.trackMissing')]
  const track = await db.selectFrom('tracks').select('id').where('id', '=', trackId).executeTakeFirst()
  if (!track) return [problem('trackId', 'imports.trackMissing')]
  if (credentialId === null) return []
  const credential = await db
    .selectFrom('credentials')
    .select('id')
    .where('id', '=', credentialId)
    .where('trackId', '=', trackId)
    .executeTakeFirst()
  return credential ? [] : [problem('credentialId', 'cohorts.credentialOfOtherTrack')]
}

async function sectionProblems(
  db: PlanDb,
  { mapping, sectionId }: ImportSettings,
  sight: Sight,
): Promise<FieldProblem[]> {
  if (sectionId === null) {
    return mapping.includes('sectionCode') ? [] : [problem('sectionId', 'imports.sectionMissing')]
  }
  const section = await db
    .selectFrom('sections')
    .select('id')
    .where('id', '=', sectionId)
    .where(sectionInSight(sight, 'sections.id'))
    .executeTakeFirst()
  return section ? [] : [problem('sectionId', 'imports.sectionMissing')]
}

/** Throws what is wrong with the columns that were chosen, each at its place. */
async function checkSettings(
  db: PlanDb,
  settings: ImportSettings,
  headings: readonly string[],
  sight: Sight,
): Promise<void> {
  const { kind, mapping } = settings
  const isHistory = kind === 'cohortHistory'
  const parts = isHistory ? await partsOf(db, settings.credentialId) : []
  const fields = new Map(fieldsToOffer(kind, headings, parts).map((field) => [field.id, field]))
  const problems = isHistory ? await trackProblems(db, settings) : []
  if (kind === 'attendance') problems.push(...(await sectionProblems(db, settings, sight)))
  mapping.forEach((id, index) => {
    if (id === null) return
    const field = fields.get(id)
    const path = `mapping.${index}`
    if (!field) problems.push(problem(path, 'imports.fieldUnknown'))
    else if (isNeverTaken(foldForSearch(headings[index] ?? '')))
      problems.push(problem(path, 'imports.neverTaken'))
    else if (!field.isRepeatable && mapping.indexOf(id) < index)
      problems.push(problem(path, 'imports.fieldTwice'))
  })
  for (const field of fields.values()) {
    if (field.isRequired && !mapping.includes(field.id)) {
      problems.push(problem(`fields.${field.id}`, 'imports.fieldMissing'))
    }
  }
  const missing = whatElseIsMissing(kind, new Set(mapping))
  if (missing !== null) problems.push(problem(`fields.${missing}`, 'imports.fieldMissing'))
  if (problems.length > 0) throw invalidFields(problems)
}

/**
 * Works out what every row of a sheet does to the records as they are now. Nothing is written.
 * @param choices what a person said of possible duplicates and of values that somebody typed
 * @throws `invalidInput` for settings that do not fit the sheet
 */
export async function planImport(
  db: PlanDb,
  opened: OpenedTable,
  settings: ImportSettings,
  choices: Choices,
  around: Around,
): Promise<ImportPlan> {
  const typed = new TypedValues()
  for (;;) {
    const plan = await planOnce(db, opened, settings, choices, typed, around)
    // What somebody typed is looked up for the records that would change; few files meet any.
    if (!(await typed.lookUp(db))) return plan
  }
}

async function planOnce(
  db: PlanDb,
  opened: OpenedTable,
  settings: ImportSettings,
  choices: Choices,
  typed: TypedValues,
  { today, language, progress, sight }: Around,
): Promise<ImportPlan> {
  const { sheet, headings } = settledHeadings(opened, settings)
  await checkSettings(db, settings, headings.headings, sight)
  const around = { today, date1904: opened.table.date1904 }
  const context: PlanContext = {
    db,
    settings,
    reader: new RowReader(settings, headings.headings, around),
    rows: sheet.rows
      .map((row, index) => ({ row, index }))
      .slice(headings.rowIndex + 1)
      .filter(({ row }) => !row.blank),
    choices,
    conflicts: new Conflicts(typed, choices.values),
    today,
    progress,
    sight,
  }
  switch (settings.kind) {
    case 'roster':
      return { kind: 'roster', plan: await planRoster(context) }
    case 'testSummary':
      return { kind: 'testSummary', plan: await planTests(context) }
    case 'attendance':
      return { kind: 'attendance', plan: await planAttendance(context, language) }
    case 'hours':
      return { kind: 'hours', plan: await planHours(context) }
    case 'cohortHistory':
      return { kind: 'cohortHistory', plan: await planCohorts(context, language) }
  }
}

/** Two plans with one signature do the same to the same records. */
export function signatureOf(rows: readonly PlannedRow[]): string {
  const hash = createHash('sha256')
  for (const { number, state, learnerId, changes, refusals, leftOut, candidates, ...row } of rows) {
    const conflicts = row.conflicts.map(({ key, values, typist }) => [key, values, typist])
    const { defaultChoice } = row
    hash.update(
      JSON.stringify([
        ...[number, state, learnerId, changes, refusals, leftOut, candidates, conflicts, defaultChoice],
      ]),
    )
  }
  return hash.digest('hex')
}
