import type { Selectable } from 'kysely'
import type { Credential, Track, TrackVersion } from '../../shared/contract/tracks.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import { versionInForce } from '../../shared/rules/screening/versionInForce.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { TrackStatus } from '../../shared/values/vocabulary.ts'
import { notFound } from '../failure.ts'
import type { CredentialTable, Reader, TrackTable, TrackVersionTable } from '../schema.ts'

type Readable = Pick<Reader, 'selectFrom'>

/** The entry rules as they are kept; only this program writes them, after checking. */
export const requirementsOf = (row: Pick<TrackVersionTable, 'requirements'>) =>
  JSON.parse(row.requirements) as Requirement[]

/** A credential as the contract has it. */
export const credentialOf = (row: Selectable<CredentialTable>): Credential => ({
  id: row.id,
  name: { en: row.nameEn, es: row.nameEs },
  parts: JSON.parse(row.parts) as Credential['parts'],
  attemptLimit: row.attemptLimit,
  windowMonths: row.windowMonths,
  noShowUsesAttempt: row.noShowUsesAttempt === 1,
  source: row.source,
  active: row.active === 1,
})

const versionOf = (row: Selectable<TrackVersionTable> & { createdByName: string | null }): TrackVersion => ({
  id: row.id,
  version: row.version,
  effectiveFrom: row.effectiveFrom,
  requirements: requirementsOf(row),
  note: row.note,
  createdAt: row.createdAt,
  createdByName: row.createdByName,
})

/** The columns of a track as the contract's fields. */
export const trackFieldsOf = (row: Selectable<TrackTable>) => ({
  code: row.code,
  name: { en: row.nameEn, es: row.nameEs },
  socCode: row.socCode,
  socTitle: row.socTitle,
  seats: row.seats,
  status: row.status as TrackStatus,
  components: JSON.parse(row.components) as Track['components'],
  notes: row.notes,
  source: row.source,
})

/** One track with its credentials and every version of its rules; `notFound` if there is none. */
export async function readTrack(db: Readable, id: number, today: IsoDate): Promise<Track> {
  const row = await db.selectFrom('tracks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('track')
  const credentials = await db
    .selectFrom('credentials')
    .selectAll()
    .where('trackId', '=', id)
    .orderBy('active', 'desc')
    .orderBy('id')
    .execute()
  const versions = await db
    .selectFrom('trackVersions')
    .leftJoin('accounts', 'accounts.id', 'trackVersions.createdBy')
    .selectAll('trackVersions')
    .select('accounts.name as createdByName')
    .where('trackId', '=', id)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return {
    id,
    ...trackFieldsOf(row),
    credentials: credentials.map(credentialOf),
    versions: versions.map(versionOf),
    inForce: versionInForce(versions, today)?.id ?? null,
  }
}
