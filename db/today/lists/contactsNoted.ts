import type { LastContact } from '../../../shared/contract/workLists.ts'
import type { AbsenceReason, ContactOccasion, ContactResult } from '../../../shared/values/contacts.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import type { Reader } from '../../schema.ts'

interface NotedContact {
  /** The newest absence or service it was about. */
  readonly aboutOn: IsoDate
  readonly shown: NonNullable<LastContact>
}

const placeOf = (learnerId: number, sectionId: number | null) => `${learnerId} ${sectionId ?? ''}`

/** The newest contact with each learner on one occasion, for absences by class. They are few beside the marks. */
export async function contactsNoted(
  db: Pick<Reader, 'selectFrom'>,
  occasion: ContactOccasion,
): Promise<(learnerId: number, sectionId: number | null) => NotedContact | null> {
  const rows = await db
    .selectFrom('contacts')
    .select(['learnerId', 'sectionId', 'aboutOn', 'contactedOn', 'result', 'reason'])
    .where('occasion', '=', occasion)
    .orderBy('aboutOn')
    .orderBy('contactedOn')
    .orderBy('id')
    .execute()
  const newest = new Map(
    rows.map(({ learnerId, sectionId, aboutOn, contactedOn, result, reason }) => [
      placeOf(learnerId, sectionId),
      {
        aboutOn,
        shown: {
          on: contactedOn,
          result: result as ContactResult,
          reason: reason as AbsenceReason | null,
        },
      },
    ]),
  )
  return (learnerId, sectionId) => newest.get(placeOf(learnerId, sectionId)) ?? null
}
