import type { Reader } from '../schema.ts'
import { chainStart } from './chain.ts'

/** The end of the record of changes: how many entries it has, and the hash that stands for all of them. */
export interface AuditHead {
  entries: number
  hash: string
}

/** Entries are numbered from 1 without gaps: the number of the last is how many there are. */
export async function auditHead(db: Pick<Reader, 'selectFrom'>): Promise<AuditHead> {
  const last = await db
    .selectFrom('auditEntries')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { entries: last?.id ?? 0, hash: last?.hash ?? chainStart }
}
