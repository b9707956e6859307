import { nameSearchKey } from '../../../shared/values/names.ts'
import { emptyImportRows } from '../../audit/erasing.ts'
import { refreshCurrentLevels } from '../../assessments/currentLevels.ts'
import type { CommandCall, LongWork } from '../../calls/call.ts'
import { conflict } from '../../failure.ts'
import type { Writer } from '../../schema.ts'
import type { RecordSubject } from '../recordChanges.ts'
import { countFates } from './describeUndo.ts'
import type { Fate } from './fateOf.ts'
import { planUndo, type UndoPlan } from './planUndo.ts'
import { recordKinds, subjectsInnermostFirst } from './recordKinds.ts'
import { inGroups } from './recordsNow.ts'

type Undoing = CommandCall<{ importId: number; signature: string }> & LongWork

const rowsBetweenReports = 250

const idsOf = (fates: readonly Fate[], subject: RecordSubject, wanted: Fate['fate']) =>
  fates
    .filter(({ fate, record }) => fate === wanted && record.subject === subject)
    .map(({ record }) => record.id)

/** The learners whose tests change: their current levels follow. Asked before anything is written. */
async function testedLearners(db: Writer, fates: readonly Fate[]): Promise<number[]> {
  const tests = [...idsOf(fates, 'assessment', 'removed'), ...idsOf(fates, 'assessment', 'putBack')]
  const rows = await inGroups(tests, (some) =>
    db.selectFrom('assessments').select('learnerId').distinct().where('id', 'in', some).execute(),
  )
  return rows.map(({ learnerId }) => learnerId)
}

async function putBack({ db, now }: Undoing, { record, putBack: values, phoneIds, otherIds }: Fate) {
  const { table } = recordKinds[record.subject]
  const isStamped = record.subject === 'learner' || record.subject === 'cohortMember'
  const stamp = isStamped
    ? { updatedAt: now }
    : record.subject === 'attempt' || record.subject === 'instructionHours'
      ? { recordedAt: now }
      : {}
  if (Object.keys(values).length > 0) {
    await db
      .updateTable(table)
      .set({ ...values, ...stamp } as never)
      .where('id', '=', record.id)
      .execute()
  }
  if (phoneIds.length > 0) await db.deleteFrom('learnerPhones').where('id', 'in', phoneIds).execute()
  if (otherIds.length > 0) {
    await db.deleteFrom('learnerOtherIds').where('studentId', 'in', otherIds).execute()
  }
  if (
    record.subject === 'learner' &&
    ('familyName' in values || 'givenName' in values || 'preferredName' in values)
  ) {
    const names = await db
      .selectFrom('learners')
      .select(['familyName', 'givenName', 'preferredName'])
      .where('id', '=', record.id)
      .executeTakeFirstOrThrow()
    await db
      .updateTable('learners')
      .set({ foldedName: nameSearchKey(names) })
      .where('id', '=', record.id)
      .execute()
  }
}

/**
 * Notes beside each row what became of its record. Rows of any import about a record that is removed say so
 * too: the number of a removed record may be given again.
 */
async function noteFates({ db, progress }: Undoing, { importId, fates }: UndoPlan): Promise<void> {
  for (const subject of subjectsInnermostFirst) {
    for (const fate of ['putBack', 'partly', 'kept', 'removed'] as const) {
      await progress('writingRows', 0, null)
      await inGroups(idsOf(fates, subject, fate), async (some) => {
        const rows = db
          .updateTable('importRows')
          .set({ undone: fate })
          .where('subject', '=', subject)
          .where('subjectId', 'in', some)
        await (fate === 'removed' ? rows : rows.where('importId', '=', importId)).execute()
        return []
      })
    }
  }
}

/**
 * Takes an import back in the caller's transaction: what nobody touched since.
 * @throws a conflict when records changed since the plan was looked at; what `planUndo` throws
 */
export async function undoImport(call: Undoing) {
  const { db, input, now, caller, progress, audit } = call
  const plan = await planUndo(db, input.importId, progress)
  if (plan.signature !== input.signature) throw conflict('imports.undoChanged')
  const { fates, importId } = plan
  const tested = await testedLearners(db, fates)
  const changed = fates.filter(({ fate }) => fate === 'putBack' || fate === 'partly')
  for (const [index, fate] of changed.entries()) {
    if (index % rowsBetweenReports === 0) await progress('puttingBack', index, changed.length)
    await putBack(call, fate)
  }
  for (const subject of subjectsInnermostFirst) {
    await progress('puttingBack', changed.length, changed.length)
    await inGroups(idsOf(fates, subject, 'removed'), async (some) => {
      await db.deleteFrom(recordKinds[subject].table).where('id', 'in', some).execute()
      return []
    })
  }
  const removed = new Set(idsOf(fates, 'learner', 'removed'))
  await refreshCurrentLevels(
    db,
    tested.filter((id) => !removed.has(id)),
  )
  await noteFates(call, plan)
  const emptiedRows = await emptyImportRows(db, [...removed])
  await db
    .updateTable('imports')
    .set({ undoneAt: now, undoneBy: caller.id, undoneByName: caller.name })
    .where('id', '=', importId)
    .execute()
  const counts = countFates(fates)
  audit({
    subject: 'import',
    subjectId: importId,
    before: { undone: false },
    after: { undone: true, ...counts, emptiedRows },
  })
  // The last chance to stop: what follows is the commit.
  await progress('puttingBack', changed.length, changed.length)
  return counts
}
