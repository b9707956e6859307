import type { HoldingReasonCounts, ScreeningCounts, ScreeningPool } from '../../shared/contract/screenings.ts'
import { reasonsHoldingBack } from '../../shared/rules/screening/reasonsHoldingBack.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import type { ScreeningResult } from '../../shared/rules/screening/answers.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { answersStored } from './storedAnswers.ts'

type Readable = Pick<Reader, 'selectFrom'>

/** What is kept with a screening about everybody in it, and could tell of those out of sight. */
export interface Summary {
  screeningId: number
  pool: ScreeningPool
  counts: ScreeningCounts
}

const nobody: ScreeningCounts = { total: 0, eligible: 0, needsInformation: 0, notYet: 0, withinReach: 0 }

async function countsOf(db: Readable, screeningIds: readonly number[], sight: Sight) {
  const rows = await db
    .selectFrom('screeningResults')
    .select((row) => ['screeningId', 'result', 'withinReach', row.fn.countAll<number>().as('people')])
    .where('screeningId', 'in', screeningIds)
    .where(learnerInSight(sight, 'learnerId'))
    .groupBy(['screeningId', 'result', 'withinReach'])
    .execute()
  const counts = new Map<number, ScreeningCounts>()
  for (const { screeningId, result, withinReach, people } of rows) {
    const sum = counts.get(screeningId) ?? { ...nobody }
    sum.total += people
    sum[result as ScreeningResult] += people
    if (withinReach === 1) sum.withinReach += people
    counts.set(screeningId, sum)
  }
  return counts
}

async function poolOf(db: Readable, pool: ScreeningPool, sight: Sight): Promise<ScreeningPool> {
  // What was searched for can be somebody's name.
  if (pool.kind === 'filter') return { ...pool, filters: { ...pool.filters, text: '' } }
  if (pool.kind !== 'chosen') return pool
  const seen = await db
    .selectFrom('learners')
    .select('learners.id')
    .where(learnerInSight(sight, 'learners.id'))
    .execute()
  const ids = new Set(seen.map(({ id }) => id))
  return { ...pool, learnerIds: pool.learnerIds.filter((id) => ids.has(id)) }
}

/** Summaries of screenings as far as the caller sees: counted anew over the learners in sight. */
export async function summariesInSight<Kept extends Summary>(
  db: Readable,
  kept: readonly Kept[],
  sight: Sight,
): Promise<Kept[]> {
  if (sight.instructorId === null) return [...kept]
  const counts = await countsOf(
    db,
    kept.map(({ screeningId }) => screeningId),
    sight,
  )
  return Promise.all(
    kept.map(async (one) => ({
      ...one,
      pool: await poolOf(db, one.pool, sight),
      counts: counts.get(one.screeningId) ?? nobody,
    })),
  )
}

/** What holds back the learners in sight, where only some of a screening's are. */
export async function reasonsInSight(
  db: Readable,
  { screeningId, requirements }: { screeningId: number; requirements: readonly Requirement[] },
  sight: Sight,
): Promise<HoldingReasonCounts[]> {
  const rows = await db
    .selectFrom('screeningResults')
    .select('answers')
    .where('screeningId', '=', screeningId)
    .where(learnerInSight(sight, 'learnerId'))
    .execute()
  return reasonsHoldingBack(rows.map(({ answers }) => ({ answers: answersStored(answers, requirements) })))
}
