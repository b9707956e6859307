import type { Reader } from '../schema.ts'
import type { RecordEvent } from './recordEvents.ts'
import type { RecordNow } from './recordNow.ts'
import type { Fields } from './recordedFields.ts'

/**
 * What happened to a seat in a class. Commands note it with the learner and the class, not with the seat: coming
 * and going there are put among what files did, by the moment.
 */
export async function seatEvents(
  db: Pick<Reader, 'selectFrom'>,
  { learnerId, row }: RecordNow,
  fromFiles: readonly RecordEvent[],
): Promise<RecordEvent[]> {
  const notes = await db
    .selectFrom('auditEntries')
    .select(['at', 'accountName', 'before', 'after'])
    .where('subject', '=', 'learner')
    .where('subjectId', '=', learnerId)
    .where('action', 'in', ['sections.addMembers', 'sections.removeMembers'])
    .where('salt', 'is not', null)
    .orderBy('id')
    .execute()
  const typed = notes.flatMap(({ at, accountName, before, after }): RecordEvent[] => {
    const { sectionId } = JSON.parse(after ?? before ?? '{}') as { sectionId?: number }
    if (sectionId !== row.sectionId) return []
    const origin = { kind: 'typed', at, byName: accountName } as const
    const { startDate, endDate } = row as Fields
    // The note does not say the day; the seat as it is does, for the last one of each kind.
    if (after === null) return [{ origin, before: { endDate: null }, after: { endDate } }]
    return [{ origin, before: null, after: { startDate } }]
  })
  return [...fromFiles, ...typed].sort((one, other) => one.origin.at.localeCompare(other.origin.at))
}
