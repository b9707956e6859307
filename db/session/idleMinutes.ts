import type { Reader } from '../schema.ts'

/** After how many minutes without work the program locks. */
export async function idleMinutesOf(db: Pick<Reader, 'selectFrom'>): Promise<number> {
  const { idleMinutes } = await db.selectFrom('program').select('idleMinutes').executeTakeFirstOrThrow()
  return idleMinutes
}
