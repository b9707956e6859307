import type {
  Explanation,
  ExplainedGroup,
  ExplainedRow,
  ExplainedValue,
} from '../../shared/contract/explanation.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

/** A person or record behind a number, before names are read: only those of the window shown are. */
export interface Behind {
  /** Tells it from the others of its group. */
  readonly id: string | number
  readonly learnerId: number | null
  readonly record?: ExplainedRow['record']
  readonly facts: ExplainedRow['facts']
  /** What it adds to a sum; left out where each adds one. */
  readonly adds?: number
  /** The records that its values were read from. */
  readonly sources?: ExplainedRow['sources']
}

/** A part in which the people or records behind a number are listed. */
export interface BehindGroup {
  readonly id: ExplainedGroup
  readonly total: number
  readonly sum: number | null
  window(offset: number, limit: number): Promise<readonly Behind[]>
}

/** What a number is made of. */
export interface MadeOf {
  readonly asOf: IsoDate
  readonly value: ExplainedValue
  readonly groups: readonly BehindGroup[]
}

/** A group that is wholly at hand; its sum is there when its rows say what they add. */
export function group<Row>(
  id: ExplainedGroup,
  rows: readonly Row[],
  behind: (row: Row) => Behind,
  sum: number | null = null,
): BehindGroup {
  return {
    id,
    total: rows.length,
    sum,
    window: (offset, limit) => Promise.resolve(rows.slice(offset, offset + limit).map(behind)),
  }
}

/** A number that counts people or records one by one. */
export const count = <Row>(
  asOf: IsoDate,
  counted: number,
  rows: readonly Row[],
  behind: (row: Row) => Behind,
): MadeOf => ({
  asOf,
  value: { kind: 'count', count: counted },
  groups: [group('everyone', rows, behind)],
})

async function namesOf(db: Reader, ids: readonly number[], sight: Sight) {
  if (ids.length === 0) return new Map<number, NonNullable<ExplainedRow['learner']> & { isErased: boolean }>()
  const rows = await db
    .selectFrom('learners')
    .select(['id as learnerId', 'studentId', 'familyName', 'givenName', 'preferredName', 'erasedAt'])
    .where('id', 'in', ids)
    .where(learnerInSight(sight, 'learners.id'))
    .execute()
  return new Map(
    rows.map(({ erasedAt, ...learner }) => [learner.learnerId, { ...learner, isErased: erasedAt !== null }]),
  )
}

async function named(db: Reader, rows: readonly Behind[], sight: Sight): Promise<ExplainedRow[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap(({ learnerId }) => learnerId ?? []))], sight)
  return rows.map(({ id, learnerId, record, facts, adds, sources = [] }) => {
    const found = learnerId === null ? undefined : names.get(learnerId)
    const isThere = found !== undefined && !found.isErased
    const { isErased: _, ...learner } = found ?? { isErased: false }
    return {
      id: String(id),
      learner: isThere ? (learner as NonNullable<ExplainedRow['learner']>) : null,
      record: record ?? null,
      facts: found?.isErased ? [{ kind: 'remark', remark: 'erased' } as const, ...facts] : facts,
      adds: adds ?? null,
      sources: learnerId === null || isThere ? [...sources] : [],
    }
  })
}

type ExplainingCall = Pick<
  QueryCall<{ group: ExplainedGroup | null; offset: number; limit: number }>,
  'input' | 'db' | 'sight' | 'caller'
>

/** The answer of a use case that explains: the number, its parts, and a window of one of them with names. */
export async function explanationOf(
  { input, db, sight, caller }: ExplainingCall,
  { asOf, value, groups }: MadeOf,
): Promise<Explanation> {
  const asked = groups.find(({ id }) => id === input.group) ?? groups[0]!
  // Whoever only looks on reads numbers, as in the reports, and not who is behind them.
  const isNameless = caller.roles.every((role) => role === 'viewer')
  return {
    asOf,
    value,
    groups: groups.map(({ id, total, sum }) => ({ id, total, sum })),
    rows: isNameless ? [] : await named(db, await asked.window(input.offset, input.limit), sight),
    isNameless,
  }
}
