import type { MovedCount, UnmergePreview } from '../../shared/contract/merges.ts'
import type { MovedKind } from '../../shared/values/merges.ts'
import { entriesOfLearner } from '../audit/ofLearner.ts'
import type { QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { describeMerges } from './mergedPeople.ts'
import type { PersonTable } from './personTables.ts'
import { mergingActions } from './standing.ts'
import { planUnmerge, type UnmergePlan } from './planUnmerge.ts'

type Db = Pick<Reader, 'selectFrom'>

/** As many as somebody reads before going ahead; the learner's page has them all. */
const mostListed = 20

/** Entries that go back to the other record. */
function returnsOf({ merge, changes, returns, attempts }: UnmergePlan): MovedCount[] {
  const counts = new Map<MovedKind, number>()
  const add = ({ kind }: PersonTable) => {
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  for (const { table, set } of changes) if (set.learnerId === merge.mergedId) add(table)
  for (const { table, row } of returns) if (row.learnerId === merge.mergedId) add(table)
  const seats = new Set([
    ...changes
      .filter(({ table, set }) => table.table === 'cohortMembers' && set.learnerId === merge.mergedId)
      .map(({ key }) => key.id),
    ...returns
      .filter(({ table, row }) => table.table === 'cohortMembers' && row.learnerId === merge.mergedId)
      .map(({ row }) => row.id),
  ])
  const sittings = [...attempts.values()].filter(({ cohortMemberId }) => seats.has(cohortMemberId))
  if (sittings.length > 0) counts.set('attempts', sittings.length)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

/** The entry of a merge in the record of changes. */
async function entryOf(db: Db, { keptId, mergedAt }: UnmergePlan['merge']): Promise<number> {
  const { id } = await db
    .selectFrom('auditEntries')
    .select((row) => row.fn.max('id').as('id'))
    .where('action', '=', mergingActions[0])
    .where('learnerId', '=', keptId)
    .where('at', '=', mergedAt)
    .executeTakeFirstOrThrow()
  return Number(id ?? 0)
}

const textOf = (value: string | number | null) => (value === null ? null : String(value))

/** What taking a merge back would do, and what was recorded since. */
export async function previewUnmerge(call: QueryCall<{ mergeId: number }>): Promise<UnmergePreview> {
  const { db, input, caller, sight } = call
  const plan = await planUnmerge(db, input.mergeId)
  const { merge, staying, lost, signature } = plan
  const [described] = await describeMerges(db, [merge])
  const mergeEntry = await entryOf(db, merge)
  const around = { language: caller.language, offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const { rows } = await entriesOfLearner(db, { learnerId: merge.keptId, ...around }, sight)
  // The merge itself left two entries.
  const since = rows.filter(({ entryId }) => entryId > mergeEntry + 1)
  return {
    ...{ signature, merge: described!, returns: returnsOf(plan), lost: lost.length },
    staying: staying.map(({ table, column, before, now }) => ({
      ...{ table, field: column, before: textOf(before), now: textOf(now) },
    })),
    since: { total: since.length, rows: since.slice(0, mostListed) },
  }
}
