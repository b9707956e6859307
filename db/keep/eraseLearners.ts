import type { EraseReason, ErasedCounts, RemainingCounts } from '../../shared/contract/keep.ts'
import { retentionStanding } from '../../shared/rules/retention.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { eraseAuditContents, type ErasureContents } from '../audit/erasing.ts'
import type { CommandCall, LongWork } from '../calls/call.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import { mergedInto } from '../merges/standing.ts'
import type { Reader } from '../schema.ts'
import { translator } from '../texts/translator.ts'
import { blankDisclosures } from './blankDisclosures.ts'
import { blankRecords } from './blankRecords.ts'
import { retentionOf } from './keptRecords.ts'
import { agesOf, type AgedLearner } from './lastActivity.ts'
import { personMarks, textNaming } from './personMarks.ts'
import { countChanges, countPersonalRows, countRemaining, deletePersonalRows } from './personalTables.ts'

type Db = Pick<Reader, 'selectFrom'>

/** What must be typed before people are erased: the family name of one, the number of several. */
async function confirmationFor(db: Db, ages: readonly AgedLearner[]): Promise<string> {
  if (ages.length > 1) return String(ages.length)
  const { familyName } = await db
    .selectFrom('learners')
    .select('familyName')
    .where('id', '=', ages[0]!.learnerId)
    .executeTakeFirstOrThrow()
  return familyName
}

/** The people meant; throws `notFound` for one who is not there, or not any more. */
async function peopleMeant(db: Db, learnerIds: readonly number[], today: IsoDate): Promise<AgedLearner[]> {
  const wanted = [...new Set(learnerIds)]
  const ages = await agesOf(db, wanted, today)
  if (ages.length < wanted.length) throw notFound('learner')
  return ages
}

/** A hold, a missing outcome, and a record that is not old enough each keep people in the program. */
async function refuseKept(db: Db, ages: readonly AgedLearner[], reason: EraseReason, today: IsoDate) {
  const held = ages.filter(({ isHeld }) => isHeld)
  if (held.length > 0) throw refused('keep.held', { count: held.length })
  const unfinished = ages.filter(({ isUnfinished }) => isUnfinished)
  if (unfinished.length > 0) throw refused('keep.unfinished', { count: unfinished.length })
  if (reason !== 'pastRetention') return
  const { retentionYears } = await retentionOf(db)
  const tooNew = ages.filter((age) => retentionStanding(age, retentionYears, today) !== 'due')
  if (tooNew.length > 0) throw refused('keep.notDue', { count: tooNew.length })
}

/** Every record of these people: what was merged into theirs goes with it. */
async function recordsOf(db: Db, ages: readonly AgedLearner[]): Promise<number[]> {
  const kept = ages.map(({ learnerId }) => learnerId)
  return [...kept, ...(await mergedInto(db, kept))]
}

/** What erasing these people would take away, what would stay, and what must be typed for it. */
export async function previewErase(
  db: Db,
  learnerIds: readonly number[],
  today: IsoDate,
): Promise<{ confirmation: string; goes: ErasedCounts; stays: RemainingCounts }> {
  const ages = await peopleMeant(db, learnerIds, today)
  const ids = await recordsOf(db, ages)
  return {
    confirmation: await confirmationFor(db, ages),
    goes: {
      people: ages.length,
      ...(await countPersonalRows(db, ids)),
      changes: await countChanges(db, ids),
    },
    stays: await countRemaining(db, ids),
  }
}

type EraseCall = CommandCall<{ learnerIds: number[]; reason: EraseReason; confirmation: string }> & LongWork

/**
 * Erases people in the caller's transaction: their own entries are deleted, the rows that cohorts and rates
 * count lose the person. Refused for held people, for those whose outcome a cohort waits for, and when what
 * was typed is not what the preview asked for.
 */
export async function eraseLearners(call: EraseCall): Promise<ErasedCounts> {
  const { db, input, today, now, progress, audit, core } = call
  const ages = await peopleMeant(db, input.learnerIds, today)
  await refuseKept(db, ages, input.reason, today)
  const wanted = await confirmationFor(db, ages)
  if (foldForSearch(input.confirmation) !== foldForSearch(wanted))
    throw invalidFields([{ path: 'confirmation', code: 'keep.confirmationWrong', values: {} }])
  const ids = await recordsOf(db, ages)
  await progress('erasing', 0, ids.length)
  const isNaming = textNaming(await personMarks(db, ids))
  const { language } = await db.selectFrom('program').select('language').executeTakeFirstOrThrow()
  const name = translator(language as Language)('keep.erasedPerson')
  const changes = await countChanges(db, ids)
  for (const [done, learnerId] of ids.entries()) {
    if (done % 200 === 0) await progress('erasing', done, ids.length)
    await eraseAuditContents(db, learnerId)
  }
  const disclosures = await blankDisclosures(db, isNaming)
  const counts = await deletePersonalRows(db, ids)
  await blankRecords(db, ids, { name, now }, isNaming)
  await db.updateTable('program').set({ erasedBytesLeft: 1 }).execute()
  const erased: ErasureContents = { erased: true, reason: input.reason }
  ids.forEach((learnerId, index) => {
    // Once is enough for the disclosures that named any of them.
    const after = index === 0 && disclosures.length > 0 ? { ...erased, disclosures } : erased
    audit({ subject: 'learner', subjectId: learnerId, after })
  })
  // Files that wait to be looked at hold people as they were read.
  core.heldImports.forgetAll()
  await progress('erasing', ids.length, ids.length)
  return { people: ages.length, ...counts, changes }
}
