import type { UseCaseMeta } from '../../shared/contract/useCase.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { reachesOwnClassesOnly, type InstructorScope } from '../../shared/rules/sight.ts'
import type { Reader } from '../schema.ts'

/**
 * How far one call reaches: over everything, or over the classes that name one instructor and the learners
 * who sit or sat in them. Every use case that an instructor may call asks it before it reads or changes
 * anything about learners; the conditions are in `inSight.ts`.
 */
export interface Sight {
  /** The account whose classes are in sight; null: everything is. */
  readonly instructorId: number | null
}

export const seesEverything: Sight = { instructorId: null }

/** How far a caller's call reaches, by their roles and the program's setting. */
export async function sightOf(
  db: Pick<Reader, 'selectFrom'>,
  { mayCall }: Pick<UseCaseMeta, 'mayCall'>,
  caller: Pick<SignedInAccount, 'id' | 'roles'>,
): Promise<Sight> {
  const named = typeof mayCall === 'string' ? null : mayCall
  // The setting is read only for those whom it can bind.
  if (!reachesOwnClassesOnly(caller.roles, named, 'ownClasses')) return seesEverything
  const program = await db.selectFrom('program').select('instructorScope').executeTakeFirstOrThrow()
  const isBound = reachesOwnClassesOnly(caller.roles, named, program.instructorScope as InstructorScope)
  return isBound ? { instructorId: caller.id } : seesEverything
}
