import { versionInForce } from '../../shared/rules/screening/versionInForce.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reads } from './cohortRecords.ts'

/** The rules of a track in force on a day; null before the first. */
export async function rulesInForceOn(db: Reads, trackId: number, on: IsoDate): Promise<number | null> {
  const versions = await db
    .selectFrom('trackVersions')
    .select(['id', 'version', 'effectiveFrom'])
    .where('trackId', '=', trackId)
    .execute()
  return versionInForce(versions, on)?.id ?? null
}
