import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Writes the whole file anew, so that its unused parts and its journal keep nothing of what was deleted.
 * Needs as much free room as the file is large. False while another connection (a backup) reads from the old
 * journal: waiting for it would stop everybody's work.
 * @param writer outside a transaction
 */
export async function rewriteFile(writer: Kysely<Schema>): Promise<boolean> {
  await sql`vacuum`.execute(writer)
  const before = await sql<{ timeout: number }>`pragma busy_timeout`.execute(writer)
  await sql`pragma busy_timeout = 0`.execute(writer)
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(writer)
    return rows[0]?.busy === 0
  } finally {
    await sql`pragma busy_timeout = ${sql.raw(String(before.rows[0]!.timeout))}`.execute(writer)
  }
}
