import { createHash } from 'node:crypto'
import { groupBy } from '../../../shared/rules/groups.ts'
import type { ReportProgress } from '../../calls/call.ts'
import { notFound, refused } from '../../failure.ts'
import { mergedSince, mergingActions } from '../../merges/standing.ts'
import type { PlanDb } from '../planning.ts'
import type { RecordSubject } from '../recordChanges.ts'
import { fateOf, type Fate } from './fateOf.ts'
import { importedRecords, type ImportedRecord } from './importedRecords.ts'
import { laterEntries } from './laterEntries.ts'
import { subjectsInnermostFirst } from './recordKinds.ts'
import { inGroups, learnerListsNow, recordsNow } from './recordsNow.ts'

/** What undoing an import would do to the records as they are now. */
export interface UndoPlan {
  readonly importId: number
  readonly fates: readonly Fate[]
  /** Two plans with one signature do the same. */
  readonly signature: string
}

/** The import, if it stands; throws `notFound`, or a refusal when it was undone before. */
async function standingImport(db: PlanDb, importId: number) {
  const row = await db
    .selectFrom('imports')
    .select(['appliedAt', 'undoneAt'])
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!row) throw notFound('import')
  if (row.undoneAt !== null) throw refused('imports.alreadyUndone')
  const { entry } = await db
    .selectFrom('auditEntries')
    .select((audit) => audit.fn.max('id').as('entry'))
    .where('subject', '=', 'import')
    .where('subjectId', '=', importId)
    .executeTakeFirstOrThrow()
  return { appliedAt: row.appliedAt, entry: Number(entry) }
}

/** Which records of one kind the record of changes names after an entry. */
async function touchedSince(db: PlanDb, subject: RecordSubject, ids: readonly number[], entry: number) {
  const rows = await inGroups(ids, (some) =>
    db
      .selectFrom('auditEntries')
      .select('subjectId')
      .distinct()
      .where('subject', '=', subject)
      .where('subjectId', 'in', some)
      .where('id', '>', entry)
      // Records that are two again are as they were.
      .where('action', 'not in', [...mergingActions])
      .execute(),
  )
  return new Set(rows.map(({ subjectId }) => subjectId))
}

/** The cohorts that were closed, and who is in them. */
async function closedCohorts(db: PlanDb) {
  const rows = await db
    .selectFrom('cohorts')
    .leftJoin('cohortMembers', 'cohortMembers.cohortId', 'cohorts.id')
    .select(['cohorts.id as cohort', 'cohortMembers.id as member'])
    .where('cohorts.closedOn', 'is not', null)
    .execute()
  return {
    cohorts: new Set<unknown>(rows.map(({ cohort }) => cohort)),
    members: new Set<unknown>(rows.map(({ member }) => member)),
  }
}

/**
 * Works out what goes back, and what stays because somebody changed it or added to it since. Nothing is
 * written.
 * @throws `notFound`; a refusal when the import was undone before
 */
export async function planUndo(db: PlanDb, importId: number, progress: ReportProgress): Promise<UndoPlan> {
  const { appliedAt, entry } = await standingImport(db, importId)
  const bySubject = groupBy(await importedRecords(db, importId), ({ subject }) => subject)
  const closed = await closedCohorts(db)
  const merged = await mergedSince(db, appliedAt)
  const learners = (bySubject.get('learner') ?? []).map(({ id }) => id)
  const lists = await learnerListsNow(db, learners)
  const gone = new Map<RecordSubject, Set<number>>()
  const fates: Fate[] = []
  for (const subject of subjectsInnermostFirst) {
    const records: ImportedRecord[] = bySubject.get(subject) ?? []
    await progress('comparingRecords', fates.length, null)
    const now = await recordsNow(db, subject, records)
    const touched = await touchedSince(
      db,
      subject,
      records.map(({ id }) => id),
      entry,
    )
    const entries = await laterEntries(db, subject, records, { gone, appliedAt })
    const removed = new Set<number>()
    gone.set(subject, removed)
    for (const record of records) {
      const row = now.get(record.id)
      if (!row) continue
      const fate = fateOf(record, row, {
        entries: entries.get(record.id),
        isInClosedCohort:
          (subject === 'cohort' && closed.cohorts.has(record.id)) ||
          (subject === 'cohortMember' && closed.cohorts.has(row.cohortId)) ||
          (subject === 'attempt' && closed.members.has(row.cohortMemberId)),
        isTouched: touched.has(record.id),
        isMerged: record.learnerId !== null && merged.has(record.learnerId),
        lists,
      })
      if (!fate) continue
      fates.push(fate)
      if (fate.fate === 'removed') removed.add(record.id)
    }
  }
  const signature = createHash('sha256').update(JSON.stringify(fates)).digest('hex')
  return { importId, fates, signature }
}
