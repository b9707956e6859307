import type { RecordOrigins } from '../../shared/contract/origins.ts'
import type { OriginSubject } from '../../shared/values/origins.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { originsOf } from './originsOf.ts'
import { recordEvents } from './recordEvents.ts'
import { recordNow, valuesNow } from './recordNow.ts'
import { seatEvents } from './seatEvents.ts'

/** Where each value of a record in sight comes from; throws what is said of one that is not there. */
export async function recordOrigins(
  db: Pick<Reader, 'selectFrom'>,
  asked: { readonly subject: OriginSubject; readonly subjectId: number },
  sight: Sight,
): Promise<RecordOrigins> {
  const { subject, subjectId } = asked
  const record = await recordNow(db, asked, sight)
  const noted = (await recordEvents(db, subject, [subjectId])).get(subjectId) ?? []
  const events = subject === 'sectionMember' ? await seatEvents(db, record, noted) : noted
  const { isDemo } = await db.selectFrom('program').select('isDemo').executeTakeFirstOrThrow()
  const untold = { kind: isDemo === 1 ? ('sample' as const) : ('unknown' as const) }
  return originsOf(await valuesNow(db, subject, record), events, untold)
}
