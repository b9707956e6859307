import type { LearnerHold } from '../../shared/contract/keep.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { notFound, refused } from '../failure.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader, Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'

/** Holds that count now, of everybody or of some. */
const currentHolds = (db: Pick<Reader, 'selectFrom'>) =>
  db.selectFrom('learnerHolds').where('learnerHolds.liftedOn', 'is', null)

/** Who is held now. */
export async function heldLearnerIds(db: Pick<Reader, 'selectFrom'>): Promise<number[]> {
  const rows = await currentHolds(db).select('learnerId').orderBy('placedOn').execute()
  // Two records of one person may each have brought a hold.
  return [...new Set(rows.map(({ learnerId }) => learnerId))]
}

/** The hold on each of these learners, where there is one. */
export async function holdsOn(
  db: Pick<Reader, 'selectFrom'>,
  learnerIds: readonly number[],
): Promise<Map<number, LearnerHold>> {
  if (learnerIds.length === 0) return new Map()
  const rows = await currentHolds(db)
    .select(['learnerId', 'reason', 'placedOn', 'placedByName'])
    .where('learnerId', 'in', [...learnerIds])
    .execute()
  return new Map(rows.map(({ learnerId, ...hold }) => [learnerId, hold]))
}

/** Keeps a record whatever its age; refused when it is kept back already. */
export async function placeHold(
  db: Writer,
  learnerId: number,
  reason: string,
  by: { caller: SignedInAccount; today: IsoDate; sight: Sight },
): Promise<void> {
  await requireLearner(db, learnerId, by.sight)
  if ((await holdsOn(db, [learnerId])).size > 0) throw refused('keep.alreadyHeld')
  await db
    .insertInto('learnerHolds')
    .values({
      learnerId,
      reason,
      placedOn: by.today,
      placedBy: by.caller.id,
      placedByName: by.caller.name,
    })
    .execute()
}

/** Ends the hold and answers what it was; throws `notFound` where there is none. */
export async function liftHold(
  db: Writer,
  learnerId: number,
  by: { caller: SignedInAccount; today: IsoDate },
): Promise<LearnerHold> {
  const hold = (await holdsOn(db, [learnerId])).get(learnerId)
  if (!hold) throw notFound('hold')
  await db
    .updateTable('learnerHolds')
    .set({ liftedOn: by.today, liftedByName: by.caller.name })
    .where('learnerId', '=', learnerId)
    .where('liftedOn', 'is', null)
    .execute()
  return hold
}
