import type { Reader } from '../schema.ts'
import { learnersHashOf } from './chain.ts'
import type { StoredEntry } from './findFault.ts'

/** What the entry of a disclosure holds of it: every column, and a hash over its learners. */
export async function disclosureContents(db: Pick<Reader, 'selectFrom'>, disclosureId: number) {
  const row = await db
    .selectFrom('disclosures')
    .select(['method', 'content', 'format', 'filters', 'rowCount', 'learnerCount'])
    .select(['audience', 'recipient', 'purpose', 'purposeNote'])
    .where('id', '=', disclosureId)
    .executeTakeFirst()
  if (row === undefined) return null
  const learners = await db
    .selectFrom('disclosureLearners')
    .select('learnerId')
    .where('disclosureId', '=', disclosureId)
    .execute()
  const learnerIds = learners.map(({ learnerId }) => learnerId)
  return { ...row, learnersHash: learnersHashOf(disclosureId, learnerIds) }
}

/**
 * Whether a disclosure is the one that its entry stands for. True for an entry about something else. Of one
 * that named somebody erased since, only when and by whom is left to compare.
 */
export async function disclosureIsAsWritten(
  db: Pick<Reader, 'selectFrom'>,
  entry: StoredEntry,
): Promise<boolean> {
  if (entry.subject !== 'disclosure' || entry.subjectId === null) return true
  const head = await db
    .selectFrom('disclosures')
    .select(['at', 'accountId'])
    .where('id', '=', entry.subjectId)
    .executeTakeFirst()
  if (head?.at !== entry.at || head.accountId !== entry.accountId) return false
  if (entry.salt === null) return true
  return JSON.stringify(await disclosureContents(db, entry.subjectId)) === entry.after
}
