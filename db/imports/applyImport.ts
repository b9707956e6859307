import type { ImportCounts } from '../../shared/contract/importPlan.ts'
import type { Insertable } from 'kysely'
import { contentHashOf, importRowsHashOf, newSalt, type StoredContents } from '../audit/chain.ts'
import type { CommandCall, LongWork } from '../calls/call.ts'
import { conflict, refused } from '../failure.ts'
import type { ImportRowTable } from '../schema.ts'
import { headingsKey } from './describeColumns.ts'
import { insertMany } from './insertRecords.ts'
import type { HeldPreview } from './heldImports.ts'
import { ownerOf } from './recordChanges.ts'
import type { PlanDb } from './planning.ts'
import { choiceFor, countRows, noChoices, type Choices, type PlannedRow } from './plannedRow.ts'
import { planImport, settledHeadings, signatureOf, type ImportPlan } from './planImport.ts'
import { writePlan, type Writing } from './writePlan.ts'

type Applying = CommandCall<{ previewId: string }> & LongWork

/** The number of the newest audit entry. Every command leaves one in its own transaction. */
export async function lastAuditEntry(db: PlanDb): Promise<number> {
  const { last } = await db
    .selectFrom('auditEntries')
    .select((row) => row.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

/** The plan as it would be now; refused when it is not the one that was looked at. */
async function planToWrite(call: Applying, preview: HeldPreview): Promise<ImportPlan> {
  const { db, today, caller, progress, sight } = call
  const { opened, settings, plan } = preview
  const around = { today, language: caller.language, progress, sight }
  const isUntouched = today === preview.plannedOn && (await lastAuditEntry(db)) === preview.auditedUpTo
  const isAsPlanned = preview.choices.people.size + preview.choices.values.size === 0
  // Writing gives its records their numbers: should it fail, the next try plans anew.
  preview.plan = null
  const asChosen = async () => {
    const chosen = await planImport(db, opened, settings, preview.choices, around)
    refuseUnfitChoices(preview, chosen)
    return chosen
  }
  if (isUntouched && !isAsPlanned) return asChosen()
  if (isUntouched && plan) return plan
  const usual = await planImport(db, opened, settings, noChoices(), around)
  if (signatureOf(usual.plan.rows) !== preview.signature) throw conflict('imports.recordsChanged')
  return isAsPlanned ? usual : asChosen()
}

/** Some values chosen from the file and some kept can contradict each other: nothing is written then. */
function refuseUnfitChoices(preview: HeldPreview, { plan }: ImportPlan): void {
  const wasFine = new Set(
    preview.rows.filter(({ state }) => state === 'conflict').map(({ number }) => number),
  )
  const unfit = plan.rows.find(({ number, state }) => state === 'refused' && wasFine.has(number))
  if (unfit) throw refused('imports.choicesDoNotFit', { row: unfit.number })
}

/** Remembers the columns for the next file with the same headings. */
async function rememberColumns({ db, now }: Applying, preview: HeldPreview): Promise<void> {
  const { kind, mapping, dateOrder } = preview.settings
  const { headings } = settledHeadings(preview.opened, preview.settings)
  const names = mapping.map((_, index) => headings.headings[index] ?? '')
  const row = { mapping: JSON.stringify({ mapping, dateOrder }), updatedAt: now }
  await db
    .insertInto('importMappings')
    .values({ kind, headingsKey: headingsKey(names), ...row })
    .onConflict((again) => again.columns(['kind', 'headingsKey']).doUpdateSet(row))
    .execute()
}

/** What a new record lacks need not be written down. */
const leaveOutEmpty = (_: string, value: unknown) => (value === null || value === '' ? undefined : value)

type RowToWrite = Omit<Insertable<ImportRowTable>, 'id' | 'salt' | 'contentHash'> &
  StoredContents & { learnerId: number | null }

function hashed(row: RowToWrite) {
  const salt = newSalt()
  return { ...row, salt, contentHash: contentHashOf(salt, row) }
}

/** What was kept as somebody typed it, with what the file said: the next file with the same value is not asked. */
function keptRows(importId: number, rows: readonly PlannedRow[]): RowToWrite[] {
  return rows.flatMap(({ number, state: rowState, conflicts }) =>
    conflicts.flatMap(({ subject, state, values, choice }): RowToWrite[] => {
      if (choice !== 'record' || rowState === 'refused') return []
      const side = (which: 'before' | 'after') =>
        JSON.stringify(Object.fromEntries(values.map((value) => [value.field, value[which]])))
      const learnerId = ownerOf(subject, state)?.id ?? null
      return [
        {
          ...{ importId, rowNumber: number, action: 'kept', subject, subjectId: state.id!, learnerId },
          ...{ before: side('before'), after: side('after') },
        },
      ]
    }),
  )
}

/**
 * What each row did, refused or set aside, beside the import: enough to take it back. No cell is kept.
 * Answers with one hash over all of them, for the record of changes.
 */
async function writeImportRows(writing: Writing, { plan }: ImportPlan, choices: Choices): Promise<string> {
  const { db, importId, progress } = writing
  const changed = plan.changes.map(({ rowNumber, subject, state, before, after }) => ({
    ...{ importId, rowNumber, subject, subjectId: state.id!, learnerId: ownerOf(subject, state)?.id ?? null },
    action: before === null ? 'created' : 'changed',
    before: before === null ? null : JSON.stringify(before),
    after: before === null ? JSON.stringify(after, leaveOutEmpty) : JSON.stringify(after),
  }))
  const leftBehind = plan.rows.flatMap((row): RowToWrite[] => {
    const { choice, candidate } = choiceFor(row, choices)
    const base = { importId, rowNumber: row.number, subjectId: 0, learnerId: null, before: null }
    if (row.state === 'refused') {
      return [
        { ...base, action: 'refused', subject: 'row', after: JSON.stringify({ problems: row.refusals }) },
      ]
    }
    if (choice !== 'setAside') return []
    return [
      {
        ...{ ...base, action: 'setAside', subject: 'learner', after: null },
        ...{ subjectId: candidate?.learnerId ?? 0, learnerId: candidate?.learnerId ?? null },
      },
    ]
  })
  const rows = [...changed, ...leftBehind, ...keptRows(importId, plan.rows)].map(hashed)
  await insertMany(db, 'importRows', rows, progress)
  return importRowsHashOf(importId, rows)
}

/** Pairs that somebody called two people are not proposed again. */
async function rememberDistinct(
  { db, now, caller }: Applying,
  { plan }: ImportPlan,
  choices: Choices,
): Promise<void> {
  const added = new Map(
    plan.changes
      .filter(({ subject, before }) => subject === 'learner' && before === null)
      .map(({ rowNumber, state }) => [rowNumber, state.id!]),
  )
  const pairs = plan.rows.flatMap((row) => {
    const learnerId = added.get(row.number)
    if (choiceFor(row, choices).choice !== 'different' || learnerId === undefined) return []
    return row.candidates.flatMap((candidate) => {
      const other = candidate.learnerId ?? added.get(candidate.rowNumber ?? 0)
      if (other === undefined) return []
      const [first, second] = [learnerId, other].sort((a, b) => a - b) as [number, number]
      return [
        {
          ...{ learnerId: first, otherLearnerId: second, decidedAt: now },
          ...{ decidedBy: caller.id, decidedByName: caller.name },
        },
      ]
    })
  })
  for (const pair of pairs) {
    await db
      .insertInto('distinctPeople')
      .values(pair)
      .onConflict((again) => again.doNothing())
      .execute()
  }
}

/** Applies a plan in the caller's transaction; throws a conflict when the records no longer fit it. */
export async function applyImport(
  call: Applying,
  preview: HeldPreview,
): Promise<{ importId: number; counts: ImportCounts }> {
  if (preview.isApplied) throw refused('imports.alreadyApplied')
  const { undecided } = countRows(preview.rows, preview.choices)
  if (undecided > 0) throw refused('imports.conflictsOpen', { count: undecided })
  const { db, now, caller, progress, audit } = call
  const plan = await planToWrite(call, preview)
  const { opened, settings, choices } = preview
  const counts = countRows(plan.plan.rows, choices)
  const sheet = opened.table.sheets[settings.sheet]
  const { id: importId } = await db
    .insertInto('imports')
    .values({
      kind: settings.kind,
      fileName: opened.fileName,
      sheetName: sheet?.name || null,
      fingerprint: opened.fingerprint,
      mapping: JSON.stringify(settings),
      counts: JSON.stringify(counts),
      appliedAt: now,
      appliedBy: caller.id,
      appliedByName: caller.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const writing = { db, importId, now, accountId: caller.id, progress }
  await writePlan(writing, plan)
  const rowsHash = await writeImportRows(writing, plan, choices)
  await rememberDistinct(call, plan, choices)
  await rememberColumns(call, preview)
  audit({
    subject: 'import',
    subjectId: importId,
    after: { kind: settings.kind, fingerprint: opened.fingerprint, counts, rowsHash },
  })
  // The last chance to stop: what follows is the commit.
  await progress('writingRows', counts.rows, counts.rows)
  return { importId, counts }
}
