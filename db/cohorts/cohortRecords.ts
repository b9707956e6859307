import type { Credential } from '../../shared/contract/tracks.ts'
import {
  cohortFacts,
  cohortLessons,
  type CohortFacts,
  type CohortLessons,
} from '../../shared/contract/cohortValues.ts'
import type { LocalText } from '../../shared/values/vocabulary.ts'
import type { Reader } from '../schema.ts'
import { cohortInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { credentialOf } from '../tracks/trackRows.ts'

/** What both a query's and a command's handle can do. */
export type Reads = Pick<Reader, 'selectFrom'>

/** A cohort as it is recorded, without its members. */
export interface CohortRecord {
  id: number
  code: string
  trackId: number
  trackName: LocalText
  trackVersionId: number | null
  credential: Credential | null
  site: string
  term: string | null
  startDate: string
  endDate: string
  seats: number | null
  staff: CohortFacts['staff']
  deliveryFeatures: CohortFacts['deliveryFeatures']
  lessons: CohortLessons | null
  closedOn: string | null
}

async function readCredentials(db: Reads, ids: readonly number[]): Promise<Map<number, Credential>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('credentials').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, credentialOf(row)]))
}

/** The cohorts with these ids, in the order of the ids; ids without a cohort in sight are left out. */
export async function readCohorts(db: Reads, ids: readonly number[], sight: Sight): Promise<CohortRecord[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('tracks', 'tracks.id', 'cohorts.trackId')
    .selectAll('cohorts')
    .select(['tracks.nameEn', 'tracks.nameEs'])
    .where('cohorts.id', 'in', ids)
    .where(cohortInSight(sight, 'cohorts.id'))
    .execute()
  const credentialIds = new Set(rows.map((row) => row.credentialId).filter((id) => id !== null))
  const credentials = await readCredentials(db, [...credentialIds])
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        code: row.code,
        trackId: row.trackId,
        trackName: { en: row.nameEn, es: row.nameEs },
        trackVersionId: row.trackVersionId,
        credential: row.credentialId === null ? null : (credentials.get(row.credentialId) ?? null),
        site: row.site,
        term: row.term,
        startDate: row.startDate,
        endDate: row.endDate,
        seats: row.seats,
        staff: cohortFacts.shape.staff.parse(JSON.parse(row.staff)),
        deliveryFeatures: cohortFacts.shape.deliveryFeatures.parse(JSON.parse(row.deliveryFeatures)),
        lessons: row.lessons === null ? null : cohortLessons.parse(JSON.parse(row.lessons)),
        closedOn: row.closedOn,
      },
    ]),
  )
  return ids.map((id) => byId.get(id)).filter((cohort) => cohort !== undefined)
}

/** One cohort; throws `notFound` if there is none in sight. */
export async function readCohort(db: Reads, id: number, sight: Sight): Promise<CohortRecord> {
  const [cohort] = await readCohorts(db, [id], sight)
  if (!cohort) throw outOfSight(sight, 'cohort')
  return cohort
}
