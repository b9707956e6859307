import { dayOf, recordSheet, type RecordCall, type RecordSheet } from './recordSheet.ts'

/** What a stored side of a change said, each value on a line of its own. */
function valuesIn(stored: string | null): string | null {
  if (stored === null) return null
  const values = Object.entries(JSON.parse(stored) as Record<string, unknown>)
  const said = values.filter(([, value]) => value !== null && value !== '' && typeof value !== 'object')
  return said.length === 0 ? null : said.map(([field, value]) => `${field}: ${String(value)}`).join('\n')
}

/** Which files brought or changed something of the person, and what. */
export async function files({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('importRows')
    .innerJoin('imports', 'imports.id', 'importRows.importId')
    .select(['imports.fileName', 'imports.appliedAt', 'imports.appliedByName'])
    .select(['importRows.rowNumber', 'importRows.action', 'importRows.before', 'importRows.after'])
    .where('importRows.learnerId', '=', learnerId)
    .orderBy('imports.id')
    .orderBy('importRows.rowNumber')
    .execute()
  return recordSheet(
    'files',
    rows,
    [
      { key: 'on', kind: 'date', width: 13, value: (row) => dayOf(row.appliedAt) },
      { key: 'file', width: 34, value: (row) => row.fileName },
      { key: 'row', kind: 'number', width: 8, value: (row) => row.rowNumber },
      { key: 'did', width: 14, value: (row) => t(`keep.record.importActions.${row.action}`) },
      { key: 'before', width: 40, wraps: true, value: (row) => valuesIn(row.before) },
      { key: 'after', width: 40, wraps: true, value: (row) => valuesIn(row.after) },
      { key: 'by', width: 24, value: (row) => row.appliedByName },
    ],
    t,
  )
}
