import { createHash } from 'node:crypto'
import type { MergeSide } from '../../shared/rules/merging.ts'
import { conflict, refused } from '../failure.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { findDoubles, pairs, type Double } from './findDoubles.ts'
import { readPerson, type PersonRows } from './readPerson.ts'
import type { Row } from './rows.ts'

/** Two records of one person, and what they hold in common. */
export interface MergePlan {
  readonly kept: PersonRows
  readonly other: PersonRows
  readonly doubles: readonly Double[]
  /** Seats of both in one class: they become one. */
  readonly sharedClasses: readonly { readonly kept: Row; readonly other: Row }[]
  /** Screenings that looked at both: they stay as they were. */
  readonly sharedScreenings: ReadonlySet<number>
  /** Two plans with one signature rest on the same records. */
  readonly signature: string
}

/**
 * Reads two records and finds what would stand twice.
 * @throws `notFound`, or a refusal for a record that is not there or for one and the same
 */
export async function planMerge(
  db: Pick<Reader, 'selectFrom'>,
  { keptId, otherId }: { keptId: number; otherId: number },
  sight: Sight,
): Promise<MergePlan> {
  if (keptId === otherId) throw refused('merges.sameRecord')
  await requireLearners(db, [keptId, otherId], sight)
  const kept = await readPerson(db, keptId)
  const other = await readPerson(db, otherId)
  const shared = pairs(kept.rows.screeningResults, other.rows.screeningResults, ['screeningId'])
  return {
    ...{ kept, other, doubles: findDoubles(kept, other) },
    sharedClasses: pairs(kept.rows.sectionMembers, other.rows.sectionMembers, ['sectionId']).map(
      ([own, others]) => ({ kept: own, other: others }),
    ),
    sharedScreenings: new Set(shared.map(([{ screeningId }]) => Number(screeningId))),
    signature: createHash('sha256')
      .update(JSON.stringify([kept, other]))
      .digest('base64url'),
  }
}

/** The rows that do not count, one of each double; refused while it is not chosen which. */
export function rowsLeftOut(
  doubles: readonly Double[],
  chosen: Readonly<Record<string, MergeSide>>,
): ReadonlySet<Row> {
  const known = new Set(doubles.map(({ key }) => key))
  if (Object.keys(chosen).some((key) => !known.has(key))) throw conflict('merges.recordsChanged')
  const open = doubles.filter(({ key, proposed }) => (chosen[key] ?? proposed) === null)
  if (open.length > 0) throw refused('merges.undecided', { count: open.length })
  return new Set(
    doubles.map(({ key, proposed, kept, other }) => ((chosen[key] ?? proposed) === 'kept' ? other : kept)),
  )
}
