import type {
  HoldingReasonCounts,
  Screening,
  ScreeningPool,
  ScreeningRow,
} from '../../shared/contract/screenings.ts'
import type { ScreeningCounts } from '../../shared/contract/screenings.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight, screeningInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { requirementsOf } from '../tracks/trackRows.ts'
import { newestDecisions } from './newestDecisions.ts'
import { reasonsInSight, summariesInSight } from './partInSight.ts'

type Readable = Pick<Reader, 'selectFrom'>

async function sectionNames(db: Readable, pools: readonly ScreeningPool[]): Promise<Map<number, string>> {
  const ids = pools.flatMap((pool) => (pool.kind === 'section' ? [pool.sectionId] : []))
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('sections').select(['id', 'code']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

function screeningsWithTracks(db: Readable, sight: Sight) {
  return db
    .selectFrom('screenings')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
    .where(screeningInSight(sight, 'screenings.id'))
    .select(['tracks.nameEn', 'tracks.nameEs', 'tracks.code as trackCode'])
}

const rowColumns = [
  'screenings.id',
  'screenings.trackId',
  'screenings.startDate',
  'screenings.asOf',
  'screenings.pool',
  'screenings.counts',
  'screenings.createdAt',
  'screenings.createdByName',
] as const

const summaryOf = (row: { id: number; pool: string; counts: string }) => ({
  screeningId: row.id,
  pool: JSON.parse(row.pool) as ScreeningPool,
  counts: JSON.parse(row.counts) as ScreeningCounts,
})

/** Screenings in sight, newest first, of one track or of all. */
export async function listScreenings(
  db: Readable,
  input: { trackId?: number | undefined; offset: number; limit: number },
  sight: Sight,
): Promise<{ total: number; rows: ScreeningRow[] }> {
  const { trackId } = input
  let counted = db
    .selectFrom('screenings')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where(screeningInSight(sight, 'screenings.id'))
  let listed = screeningsWithTracks(db, sight).select(rowColumns)
  if (trackId !== undefined) {
    counted = counted.where('trackId', '=', trackId)
    listed = listed.where('screenings.trackId', '=', trackId)
  }
  const { total } = await counted.executeTakeFirstOrThrow()
  const found = await listed
    .orderBy('screenings.asOf', 'desc')
    .orderBy('screenings.id', 'desc')
    .offset(input.offset)
    .limit(input.limit)
    .execute()
  const summaries = await summariesInSight(db, found.map(summaryOf), sight)
  const sections = await sectionNames(
    db,
    summaries.map(({ pool }) => pool),
  )
  const rows = found.map(({ nameEn, nameEs, trackCode: _, ...row }, index) => {
    const { pool, counts } = summaries[index]!
    return {
      ...row,
      trackName: { en: nameEn, es: nameEs },
      pool,
      sectionName: pool.kind === 'section' ? (sections.get(pool.sectionId) ?? null) : null,
      counts,
    }
  })
  return { total, rows }
}

async function countDecisions(
  db: Readable,
  screeningId: number,
  sight: Sight,
): Promise<Screening['decisions']> {
  const counts = { invite: 0, waitlist: 0, refer: 0, decline: 0 }
  const rows = await newestDecisions(db, screeningId)
    .select((row) => ['decisions.decision', row.fn.countAll<number>().as('people')])
    .where(learnerInSight(sight, 'decisions.learnerId'))
    .groupBy('decisions.decision')
    .execute()
  for (const { decision, people } of rows) counts[decision as keyof typeof counts] = people
  return counts
}

/** One screening as it was run, with how many decisions stand beside it now; as far as the caller sees. */
export async function readScreening(db: Readable, id: number, sight: Sight): Promise<Screening> {
  const row = await screeningsWithTracks(db, sight)
    .innerJoin('trackVersions', 'trackVersions.id', 'screenings.trackVersionId')
    .select(rowColumns)
    .select([
      'screenings.trackVersionId',
      'screenings.requirements',
      'screenings.reasons',
      'trackVersions.version',
      'trackVersions.effectiveFrom as rulesSince',
    ])
    .where('screenings.id', '=', id)
    .executeTakeFirst()
  if (!row) throw outOfSight(sight, 'screening')
  const { nameEn, nameEs, ...rest } = row
  const [summary] = await summariesInSight(db, [summaryOf(row)], sight)
  const { pool, counts } = summary!
  const requirements = requirementsOf(row)
  const sections = await sectionNames(db, [pool])
  return {
    ...rest,
    trackName: { en: nameEn, es: nameEs },
    pool,
    sectionName: pool.kind === 'section' ? (sections.get(pool.sectionId) ?? null) : null,
    counts,
    requirements,
    reasons:
      sight.instructorId === null
        ? (JSON.parse(row.reasons) as HoldingReasonCounts[])
        : await reasonsInSight(db, { screeningId: id, requirements }, sight),
    decisions: await countDecisions(db, id, sight),
  }
}
