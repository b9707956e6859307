import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'

/** The class as one names it; throws `notFound` when there is none. */
export async function requireSection(
  db: Pick<Reader, 'selectFrom'>,
  sectionId: number,
): Promise<{ id: number; code: string; name: string }> {
  const section = await db
    .selectFrom('sections')
    .select(['id', 'code', 'name'])
    .where('id', '=', sectionId)
    .executeTakeFirst()
  if (!section) throw notFound('section')
  return section
}
