import { contract } from '../../shared/contract/index.ts'
import { query } from '../calls/useCase.ts'
import { originsOf } from './originsOf.ts'
import { recordEvents } from './recordEvents.ts'
import { recordNow, valuesNow } from './recordNow.ts'
import { seatEvents } from './seatEvents.ts'

export const origins = {
  of: query(contract.origins.of, async ({ input, db, sight }) => {
    const { subject, subjectId } = input
    const record = await recordNow(db, input, sight)
    const noted = (await recordEvents(db, subject, [subjectId])).get(subjectId) ?? []
    const events = subject === 'sectionMember' ? await seatEvents(db, record, noted) : noted
    const { isDemo } = await db.selectFrom('program').select('isDemo').executeTakeFirstOrThrow()
    const untold = { kind: isDemo === 1 ? ('sample' as const) : ('unknown' as const) }
    return originsOf(await valuesNow(db, subject, record), events, untold)
  }),
}
