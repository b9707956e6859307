import type { Notice } from '../../shared/contract/safety.ts'
import type { QueryCall } from '../calls/call.ts'

/** Clocks of two machines that are both right differ by less. */
const toleranceMs = 5 * 60 * 1000

/** Only the newest entries count, so that a day once recorded far ahead is not held against the clock forever. */
const entriesLookedAt = 500

/** Warns when this machine's clock stands before a change that is already on record. */
export async function clockSetBackNotice({ db, now }: QueryCall<unknown>): Promise<Notice[]> {
  const { newest } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('auditEntries')
        .select('at')
        .orderBy('id', 'desc')
        .limit(entriesLookedAt)
        .as('newestEntries'),
    )
    .select(({ fn }) => fn.max('at').as('newest'))
    .executeTakeFirstOrThrow()
  const [newestMs, nowMs] = [Date.parse(newest ?? now), Date.parse(now)]
  if (newestMs - nowMs <= toleranceMs) return []
  return [{ code: 'clockSetBack', values: { now: nowMs, newest: newestMs }, severity: 'warning', href: null }]
}
