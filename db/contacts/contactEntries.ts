import type { TimelineEntry } from '../../shared/contract/learnerTimeline.ts'
import type { AbsenceReason, ContactOccasion, ContactResult } from '../../shared/values/contacts.ts'
import type { Reader } from '../schema.ts'

/** Every contact with a learner who stayed away, for the timeline. */
export async function contactEntries(
  db: Pick<Reader, 'selectFrom'>,
  learnerId: number,
): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('contacts')
    .leftJoin('sections', 'sections.id', 'contacts.sectionId')
    .select(['contacts.id', 'contacts.contactedOn', 'contacts.occasion', 'contacts.result'])
    .select(['contacts.reason', 'contacts.recordedByName', 'sections.code as sectionCode'])
    .where('contacts.learnerId', '=', learnerId)
    .execute()
  return rows.map(({ id, contactedOn, recordedByName, ...row }) => ({
    kind: 'contact',
    id,
    on: contactedOn,
    occasion: row.occasion as ContactOccasion,
    sectionCode: row.sectionCode,
    result: row.result as ContactResult,
    reason: row.reason as AbsenceReason | null,
    byName: recordedByName,
  }))
}
