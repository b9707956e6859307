import { recordSheet, word, type RecordCall, type RecordSheet } from './recordSheet.ts'

/** Calls and messages about absences. */
export async function contacts({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('contacts')
    .leftJoin('sections', 'sections.id', 'contacts.sectionId')
    .selectAll('contacts')
    .select('sections.code')
    .where('learnerId', '=', learnerId)
    .orderBy('contactedOn')
    .orderBy('contacts.id')
    .execute()
  return recordSheet(
    'contacts',
    rows,
    [
      { key: 'on', kind: 'date', width: 13, value: (row) => row.contactedOn },
      { key: 'occasion', width: 20, value: (row) => word(t, 'contactOccasions', row.occasion) },
      { key: 'class', width: 16, value: (row) => row.code },
      { key: 'aboutOn', kind: 'date', width: 24, value: (row) => row.aboutOn },
      { key: 'result', width: 22, value: (row) => word(t, 'contactResults', row.result) },
      { key: 'reason', width: 22, value: (row) => row.reason && word(t, 'absenceReasons', row.reason) },
      { key: 'by', width: 24, value: (row) => row.recordedByName },
    ],
    t,
  )
}
