import type { Selectable } from 'kysely'
import type * as z from 'zod'
import type { ImportCounts, RowProblem } from '../../shared/contract/importPlan.ts'
import type { PastImport, recordChange } from '../../shared/contract/pastImports.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { ImportKind, UndoneFate } from '../../shared/values/imports.ts'
import { displayName } from '../../shared/values/names.ts'
import { notFound } from '../failure.ts'
import type { ImportRowTable, ImportTable } from '../schema.ts'
import type { PlanDb } from './planning.ts'

interface Window {
  offset: number
  limit: number
}

const noConflicts = { conflict: 0, undecided: 0 }

const importOf = (row: Selectable<ImportTable>): PastImport => ({
  id: row.id,
  kind: row.kind as ImportKind,
  fileName: row.fileName,
  sheetName: row.sheetName,
  // Files that came before conflicts were told apart had none.
  counts: { ...noConflicts, ...(JSON.parse(row.counts) as ImportCounts) },
  appliedAt: row.appliedAt,
  appliedByName: row.appliedByName,
  undoneAt: row.undoneAt,
  undoneByName: row.undoneByName,
})

/** Files applied so far, newest first. */
export async function pastImports(db: PlanDb, { offset, limit }: Window) {
  const { total } = await db
    .selectFrom('imports')
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total: Number(total), rows: rows.map(importOf) }
}

type Subjects = ReadonlyMap<number, { learnerId: number | null; label: string }>

/** The learner behind some records of one kind, and a word for those without one. */
export async function subjectsOf(db: PlanDb, subject: string, ids: readonly number[]): Promise<Subjects> {
  const some = [...new Set(ids)]
  const named = (rows: { id: number; learnerId: number; familyName: string; givenName: string }[]) =>
    new Map(
      rows.map((row) => [
        row.id,
        { learnerId: row.learnerId, label: displayName({ ...row, preferredName: null }) },
      ]),
    )
  const names = ['learners.familyName', 'learners.givenName'] as const
  switch (subject) {
    case 'learner':
      return named(
        await db
          .selectFrom('learners')
          .select(['learners.id', 'learners.id as learnerId', ...names])
          .where('learners.id', 'in', some)
          .execute(),
      )
    case 'sectionMember':
      return named(
        await db
          .selectFrom('sectionMembers')
          .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
          .select(['sectionMembers.id', 'learners.id as learnerId', ...names])
          .where('sectionMembers.id', 'in', some)
          .execute(),
      )
    case 'assessment':
      return named(
        await db
          .selectFrom('assessments')
          .innerJoin('learners', 'learners.id', 'assessments.learnerId')
          .select(['assessments.id', 'learners.id as learnerId', ...names])
          .where('assessments.id', 'in', some)
          .execute(),
      )
    case 'cohortMember':
      return named(
        await db
          .selectFrom('cohortMembers')
          .innerJoin('learners', 'learners.id', 'cohortMembers.learnerId')
          .select(['cohortMembers.id', 'learners.id as learnerId', ...names])
          .where('cohortMembers.id', 'in', some)
          .execute(),
      )
    case 'attempt':
      return named(
        await db
          .selectFrom('attempts')
          .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
          .innerJoin('learners', 'learners.id', 'cohortMembers.learnerId')
          .select(['attempts.id', 'learners.id as learnerId', ...names])
          .where('attempts.id', 'in', some)
          .execute(),
      )
    case 'attendance':
    case 'instructionHours':
      return named(
        await db
          .selectFrom(subject)
          .innerJoin('learners', 'learners.id', `${subject}.learnerId`)
          .select([`${subject}.id`, 'learners.id as learnerId', ...names])
          .where(`${subject}.id`, 'in', some)
          .execute(),
      )
    case 'meeting': {
      const rows = await db
        .selectFrom('meetings')
        .innerJoin('sections', 'sections.id', 'meetings.sectionId')
        .select(['meetings.id', 'sections.code'])
        .where('meetings.id', 'in', some)
        .execute()
      return new Map(rows.map(({ id, code }) => [id, { learnerId: null, label: code }]))
    }
    case 'section':
    case 'cohort': {
      const table = subject === 'section' ? 'sections' : 'cohorts'
      const rows = await db.selectFrom(table).select(['id', 'code']).where('id', 'in', some).execute()
      return new Map(rows.map(({ id, code }) => [id, { learnerId: null, label: code }]))
    }
    default:
      return new Map()
  }
}

const parsed = (json: string | null) => (json === null ? {} : (JSON.parse(json) as Record<string, unknown>))
const text = (value: unknown) =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(', ') : String(value)

/** The name of a removed record, as far as its row says it. */
const labelIn = ({ givenName, familyName, code }: Record<string, unknown>): string =>
  [givenName, familyName, code].filter(Boolean).join(' ')

type Change = z.infer<typeof recordChange> & { rowNumber: number }

function changeOf(row: Selectable<ImportRowTable>, subjects: Subjects | undefined): Change {
  const isRemoved = row.undone === 'removed' || row.undone === 'gone'
  // The number of a record that is gone may be another's by now.
  const subject = isRemoved ? undefined : subjects?.get(row.subjectId)
  const after = parsed(row.after)
  const before = parsed(row.before)
  const isRow = row.action === 'refused'
  return {
    rowNumber: row.rowNumber,
    subject: row.subject,
    action: row.action as Change['action'],
    learnerId: subject?.learnerId ?? null,
    label: subject?.label ?? (isRemoved ? labelIn(after) : ''),
    undone: isRemoved ? 'removed' : (row.undone as UndoneFate | null),
    changes: isRow
      ? []
      : Object.keys(after).map((field) => ({
          field,
          before: text(before[field]),
          after: text(after[field]),
        })),
    problems: isRow ? (after.problems as RowProblem[]) : [],
  }
}

/** One applied file, and a window of what its rows did; throws `notFound`. */
export async function appliedRows(
  db: PlanDb,
  importId: number,
  { rowNumber, offset, limit }: Window & { rowNumber: number | null },
) {
  const row = await db.selectFrom('imports').selectAll().where('id', '=', importId).executeTakeFirst()
  if (!row) throw notFound('import')
  const ofImport = db
    .selectFrom('importRows')
    .where('importId', '=', importId)
    .$if(rowNumber !== null, (one) => one.where('rowNumber', '=', rowNumber!))
  const { total } = await ofImport
    .select((one) => one.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await ofImport
    .selectAll()
    .orderBy('rowNumber')
    .orderBy('subject')
    .orderBy('subjectId')
    .limit(limit)
    .offset(offset)
    .execute()
  const subjects = new Map<string, Subjects>()
  for (const [subject, group] of groupBy(rows, (one) => one.subject)) {
    subjects.set(
      subject,
      await subjectsOf(
        db,
        subject,
        group.map(({ subjectId }) => subjectId),
      ),
    )
  }
  return {
    import: importOf(row),
    total: Number(total),
    rows: rows.map((one) => changeOf(one, subjects.get(one.subject))),
  }
}
