import type { Reader } from '../schema.ts'

/** The number of the newest entry in the record of changes; 0 while there is none. Every command leaves one. */
export async function newestEntry(db: Pick<Reader, 'selectFrom'>): Promise<number> {
  const newest = await db
    .selectFrom('auditEntries')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.id ?? 0
}
