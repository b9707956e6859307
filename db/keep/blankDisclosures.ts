import { eraseDisclosureContents } from '../audit/erasing.ts'
import type { Writer } from '../schema.ts'

/**
 * Takes the erased people out of what was written about an export or a print: to whom it went, and the note.
 * A person who asked for their own record is its recipient. Answers which disclosures those were.
 */
export async function blankDisclosures(db: Writer, isNaming: (text: string) => boolean): Promise<number[]> {
  const rows = await db
    .selectFrom('disclosures')
    .select(['id', 'recipient', 'purposeNote'])
    .where((row) => row.or([row('recipient', 'is not', null), row('purposeNote', 'is not', null)]))
    .execute()
  const naming = rows.filter(({ recipient, purposeNote }) =>
    isNaming(`${recipient ?? ''} ${purposeNote ?? ''}`),
  )
  const ids = naming.map(({ id }) => id)
  for (const id of ids) await eraseDisclosureContents(db, id)
  return ids
}
