import type { DisclosureFilters, DisclosureRow } from '../../shared/contract/audit.ts'
import type { DisclosedContent, DisclosureAudience } from '../../shared/values/disclosures.ts'
import type { DisclosureFormat, DisclosurePurpose } from '../../shared/values/disclosures.ts'
import { displayName } from '../../shared/values/names.ts'
import type { Selectable } from 'kysely'
import { startOfLocalDay } from '../localDay.ts'
import { recordOfPerson } from '../merges/standing.ts'
import type { DisclosureTable, Reader } from '../schema.ts'
import { containsText } from './likeText.ts'

type Reads = Pick<Reader, 'selectFrom'>
interface Window {
  offset: number
  limit: number
}

const disclosureOf = (row: Selectable<DisclosureTable>): DisclosureRow => ({
  id: row.id,
  at: row.at,
  who: row.accountName,
  content: row.content as DisclosedContent,
  format: row.format as DisclosureFormat,
  filters: JSON.parse(row.filters) as string[],
  rowCount: row.rowCount,
  learnerCount: row.learnerCount,
  audience: row.audience as DisclosureAudience,
  recipient: row.recipient,
  purpose: row.purpose as DisclosurePurpose | null,
  note: row.purposeNote,
})

function disclosuresThat(db: Reads, filters: DisclosureFilters) {
  const { accountId, learnerId, audience, from, to } = filters
  const text = filters.text.trim()
  let found = db.selectFrom('disclosures')
  if (accountId !== null) found = found.where('accountId', '=', accountId)
  if (audience !== null) found = found.where('audience', '=', audience)
  if (from !== null) found = found.where('at', '>=', startOfLocalDay(from))
  if (to !== null) found = found.where('at', '<', startOfLocalDay(to, 1))
  if (learnerId !== null) {
    found = found.where('id', 'in', (row) =>
      row
        .selectFrom('disclosureLearners')
        .select('disclosureId')
        .where(recordOfPerson(learnerId, 'disclosureLearners.learnerId')),
    )
  }
  if (text !== '') {
    found = found.where((row) =>
      row.or([
        containsText(row, 'accountName', text),
        containsText(row, 'recipient', text),
        containsText(row, 'purposeNote', text),
      ]),
    )
  }
  return found
}

/** A window of what was exported or printed, the newest first. */
export async function listDisclosures(db: Reads, input: DisclosureFilters & Window) {
  const found = disclosuresThat(db, input)
  const { total } = await found
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found.selectAll().orderBy('id', 'desc').offset(input.offset).limit(input.limit).execute()
  return { total: Number(total), rows: rows.map(disclosureOf) }
}

/** Whose data was in one of them, by name. */
export async function disclosedLearners(db: Reads, input: { disclosureId: number } & Window) {
  const found = db
    .selectFrom('disclosureLearners')
    .innerJoin('learners', 'learners.id', 'disclosureLearners.learnerId')
    .where('disclosureLearners.disclosureId', '=', input.disclosureId)
  const { total } = await found
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(['learners.id', 'familyName', 'givenName', 'preferredName'])
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .offset(input.offset)
    .limit(input.limit)
    .execute()
  return {
    total: Number(total),
    rows: rows.map(({ id, ...name }) => ({ learnerId: id, name: displayName(name) })),
  }
}
