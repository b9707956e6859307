import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Writer } from '../schema.ts'
import { refuseUnsoundRequirements, withIds } from './checkRequirements.ts'

interface NewVersion {
  trackId: number
  effectiveFrom: IsoDate
  requirements: readonly Requirement[]
  note: string | null
  createdAt: string
  createdBy: number | null
}

/** Adds the next version of a track's entry rules and returns its number; rules that make no sense are refused. */
export async function addVersion(db: Writer, added: NewVersion): Promise<number> {
  refuseUnsoundRequirements(added.requirements)
  const last = await db
    .selectFrom('trackVersions')
    .select((row) => row.fn.max('version').as('version'))
    .where('trackId', '=', added.trackId)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('trackVersions')
    .values({
      ...added,
      version,
      requirements: JSON.stringify(withIds(added.requirements, added.trackId, version)),
    })
    .execute()
  return version
}
