import type { AuditNote } from '../audit/writeAuditRows.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import { newestDecisions } from '../screening/newestDecisions.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { seatsLeft } from './cohortCounts.ts'
import type { CohortRecord } from './cohortRecords.ts'
import { entryLevels } from './entryLevels.ts'
import type { MemberRow } from './memberRecords.ts'

interface NewMembers {
  cohort: CohortRecord
  members: readonly MemberRow[]
  learnerIds: readonly number[]
  screeningId: number | null
}

interface Moment {
  sight: Sight
  today: IsoDate
  now: string
  audit(note: AuditNote): void
}

/** Everybody must have been invited in the screening. */
async function requireInvited(db: Writer, cohort: CohortRecord, screeningId: number, ids: readonly number[]) {
  const screening = await db
    .selectFrom('screenings')
    .select('trackId')
    .where('id', '=', screeningId)
    .executeTakeFirst()
  if (!screening) throw notFound('screening')
  if (screening.trackId !== cohort.trackId) {
    throw invalidFields([{ path: 'screeningId', code: 'cohorts.screeningOfOtherTrack', values: {} }])
  }
  const rows = await newestDecisions(db, screeningId)
    .select('decisions.learnerId')
    .where('decisions.learnerId', 'in', ids)
    .where('decisions.decision', '=', 'invite')
    .execute()
  const count = ids.length - rows.length
  if (count > 0) throw refused('cohorts.notInvited', { count })
}

/** Who has a seat waits no longer; the cohort's code stands as the reason. */
async function leaveLine(db: Writer, cohort: CohortRecord, learnerIds: readonly number[], today: IsoDate) {
  await db
    .updateTable('waitlistEntries')
    .set({ removedOn: today, removedReason: cohort.code })
    .where('trackId', '=', cohort.trackId)
    .where('removedOn', 'is', null)
    .where('learnerId', 'in', learnerIds)
    .execute()
}

/**
 * Adds those who are not members yet, after checking that they exist, fit the seats and, where a
 * screening is named, were invited in it. Their entry level is that of the cohort's first day, or of
 * today before it. They leave the track's waiting list.
 */
export async function addMembers(
  db: Writer,
  { cohort, members, learnerIds, screeningId }: NewMembers,
  { sight, today, now, audit }: Moment,
): Promise<{ added: number; alreadyIn: number }> {
  const wanted = [...new Set(learnerIds)]
  const inside = new Set(members.map((member) => member.learnerId))
  const ids = wanted.filter((id) => !inside.has(id))
  const alreadyIn = wanted.length - ids.length
  if (ids.length === 0) return { added: 0, alreadyIn }
  await requireLearners(db, ids, sight)
  if (screeningId !== null) await requireInvited(db, cohort, screeningId, ids)
  const left = seatsLeft(cohort.seats, members)
  if (left !== null && left < ids.length) {
    throw refused('cohorts.tooFewSeats', { left: Math.max(0, left), chosen: ids.length })
  }
  const levels = await entryLevels(db, ids, cohort.startDate < today ? cohort.startDate : today)
  const rows = await db
    .insertInto('cohortMembers')
    .values(
      ids.map((learnerId) => ({
        cohortId: cohort.id,
        learnerId,
        screeningId,
        entryLevel: levels.get(learnerId) ?? null,
        outcome: 'stillIn',
        updatedAt: now,
      })),
    )
    .returning(['id', 'learnerId', 'entryLevel'])
    .execute()
  for (const { id, learnerId, entryLevel } of rows) {
    const after = { cohortId: cohort.id, learnerId, screeningId, entryLevel }
    audit({ subject: 'cohortMember', subjectId: id, learnerId, after })
  }
  await leaveLine(db, cohort, ids, today)
  return { added: rows.length, alreadyIn }
}
