import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { DisclosedContent, DisclosureFormat } from '../../shared/values/disclosures.ts'
import { invalidFields } from '../failure.ts'
import type { Writer } from '../schema.ts'
import type { AuditNote } from './writeAuditRows.ts'
import { disclosureContents } from './verifyDisclosure.ts'
import { batchesOf } from '../batches.ts'

/** What is handed out. */
export interface HandedOut {
  content: DisclosedContent
  format: DisclosureFormat
  /** The filters in use, in words; never what somebody searched for, which may be a name. */
  filters: readonly string[]
  rowCount: number
  /** Everybody whose data is in it; nobody for counts. */
  learnerIds: readonly number[]
  disclosure: Disclosure
}

/** Refuses a purpose that cannot be true of what is handed out. */
export function refuseImpossiblePurpose({ disclosure, learnerIds }: HandedOut): void {
  if (disclosure.audience === 'outside' && disclosure.purpose === 'withoutNames' && learnerIds.length > 0)
    throw invalidFields([{ path: 'disclosure.purpose', code: 'audit.holdsNames', values: {} }])
}

/** SQLite takes at most 32,766 parameters in one statement. */
const rowsAtOnce = 10_000

/**
 * Keeps who handed out what, to whom and what for, and whose data was in it (34 CFR 99.32). The note that
 * it answers with goes into the record of changes, where the disclosure stands by a hash over all of it.
 */
export async function recordDisclosure(
  db: Writer,
  call: { method: string; at: string; caller: SignedInAccount },
  handedOut: HandedOut,
): Promise<AuditNote> {
  refuseImpossiblePurpose(handedOut)
  const { content, format, filters, rowCount, disclosure } = handedOut
  const learnerIds = [...new Set(handedOut.learnerIds)]
  const { id } = await db
    .insertInto('disclosures')
    .values({
      ...{ at: call.at, accountId: call.caller.id, accountName: call.caller.name, method: call.method },
      ...{ content, format, filters: JSON.stringify(filters), rowCount, learnerCount: learnerIds.length },
      audience: disclosure.audience,
      recipient: disclosure.audience === 'outside' ? disclosure.recipient : null,
      purpose: disclosure.audience === 'outside' ? disclosure.purpose : null,
      purposeNote: disclosure.note,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const some of batchesOf(learnerIds, rowsAtOnce)) {
    await db
      .insertInto('disclosureLearners')
      .values(some.map((learnerId) => ({ disclosureId: id, learnerId })))
      .execute()
  }
  return { subject: 'disclosure', subjectId: id, after: await disclosureContents(db, id) }
}
