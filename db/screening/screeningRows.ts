import type {
  HoldingReasonCounts,
  Screening,
  ScreeningPool,
  ScreeningRow,
} from '../../shared/contract/screenings.ts'
import type { ScreeningCounts } from '../../shared/contract/screenings.ts'
import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'
import { requirementsOf } from '../tracks/trackRows.ts'
import { newestDecisions } from './newestDecisions.ts'

type Readable = Pick<Reader, 'selectFrom'>

async function sectionNames(db: Readable, pools: readonly ScreeningPool[]): Promise<Map<number, string>> {
  const ids = pools.flatMap((pool) => (pool.kind === 'section' ? [pool.sectionId] : []))
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('sections').select(['id', 'code']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

function screeningsWithTracks(db: Readable) {
  return db
    .selectFrom('screenings')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
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

/** Screenings, newest first, of one track or of all. */
export async function listScreenings(
  db: Readable,
  input: { trackId?: number | undefined; offset: number; limit: number },
): Promise<{ total: number; rows: ScreeningRow[] }> {
  const { trackId } = input
  let counted = db.selectFrom('screenings').select((row) => row.fn.countAll<number>().as('total'))
  let listed = screeningsWithTracks(db).select(rowColumns)
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
  const pools = found.map((row) => JSON.parse(row.pool) as ScreeningPool)
  const sections = await sectionNames(db, pools)
  const rows = found.map(({ nameEn, nameEs, pool: _, counts, trackCode: __, ...row }, index) => {
    const pool = pools[index]!
    return {
      ...row,
      trackName: { en: nameEn, es: nameEs },
      pool,
      sectionName: pool.kind === 'section' ? (sections.get(pool.sectionId) ?? null) : null,
      counts: JSON.parse(counts) as ScreeningCounts,
    }
  })
  return { total, rows }
}

async function countDecisions(db: Readable, screeningId: number): Promise<Screening['decisions']> {
  const counts = { invite: 0, waitlist: 0, refer: 0, decline: 0 }
  const rows = await newestDecisions(db, screeningId)
    .select((row) => ['decisions.decision', row.fn.countAll<number>().as('people')])
    .groupBy('decisions.decision')
    .execute()
  for (const { decision, people } of rows) counts[decision as keyof typeof counts] = people
  return counts
}

/** One screening as it was run, with how many decisions stand beside it now. */
export async function readScreening(db: Readable, id: number): Promise<Screening> {
  const row = await screeningsWithTracks(db)
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
  if (!row) throw notFound('screening')
  const { nameEn, nameEs, ...rest } = row
  const pool = JSON.parse(row.pool) as ScreeningPool
  const sections = await sectionNames(db, [pool])
  return {
    ...rest,
    trackName: { en: nameEn, es: nameEs },
    pool,
    sectionName: pool.kind === 'section' ? (sections.get(pool.sectionId) ?? null) : null,
    counts: JSON.parse(row.counts) as ScreeningCounts,
    requirements: requirementsOf(row),
    reasons: JSON.parse(row.reasons) as HoldingReasonCounts[],
    decisions: await countDecisions(db, id),
  }
}
