import type { CommandCall } from '../calls/call.ts'
import { refused } from '../failure.ts'
import { requireLearners } from '../learners/requireLearner.ts'

interface Pair {
  firstId: number
  secondId: number
}

const ordered = ({ firstId, secondId }: Pair) => ({
  learnerId: Math.min(firstId, secondId),
  otherLearnerId: Math.max(firstId, secondId),
})

/** What is noted of each of the two: in the history of either one finds the other's number. */
function noteOfBoth(audit: CommandCall<Pair>['audit'], pair: Pair, when: 'before' | 'after') {
  const { learnerId, otherLearnerId } = ordered(pair)
  audit({ subject: 'learner', subjectId: learnerId, [when]: { otherLearnerId } })
  audit({ subject: 'learner', subjectId: otherLearnerId, [when]: { otherLearnerId: learnerId } })
}

/** Keeps that two records are two people, by whom and when. */
export async function tellApart({ input, db, caller, now, sight, audit }: CommandCall<Pair>) {
  if (input.firstId === input.secondId) throw refused('duplicates.onePerson')
  await requireLearners(db, [input.firstId, input.secondId], sight)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('distinctPeople')
    .values({ ...ordered(input), decidedAt: now, decidedBy: caller.id, decidedByName: caller.name })
    .onConflict((again) => again.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw refused('duplicates.alreadyToldApart')
  noteOfBoth(audit, input, 'after')
  return {}
}

/** Takes that back: the pair is proposed again while it looks alike. */
export async function takeBack({ input, db, sight, audit }: CommandCall<Pair>) {
  await requireLearners(db, [input.firstId, input.secondId], sight)
  const { learnerId, otherLearnerId } = ordered(input)
  const { numDeletedRows } = await db
    .deleteFrom('distinctPeople')
    .where('learnerId', '=', learnerId)
    .where('otherLearnerId', '=', otherLearnerId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw refused('duplicates.notToldApart')
  noteOfBoth(audit, input, 'before')
  return {}
}
