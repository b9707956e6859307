import type { Reader } from '../schema.ts'
import { sectionInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'

/** The class as one names it; throws `notFound` when there is none in sight. */
export async function requireSection(
  db: Pick<Reader, 'selectFrom'>,
  sectionId: number,
  sight: Sight,
): Promise<{ id: number; code: string; name: string }> {
  const section = await db
    .selectFrom('sections')
    .select(['id', 'code', 'name'])
    .where('id', '=', sectionId)
    .where(sectionInSight(sight, 'sections.id'))
    .executeTakeFirst()
  if (!section) throw outOfSight(sight, 'section')
  return section
}
