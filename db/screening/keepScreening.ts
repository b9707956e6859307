import type { ScreeningChoice } from '../../shared/contract/screenings.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { pointsMissing } from '../../shared/rules/screening/reasonsHoldingBack.ts'
import { displayName } from '../../shared/values/names.ts'
import type { ReportProgress } from '../calls/call.ts'
import type { Writer } from '../schema.ts'
import { rulesInForce, screenPool, ScreeningTally, type ScreenedLearner } from './photograph.ts'
import { storedAnswers } from './storedAnswers.ts'
import { storedFacts } from './storedFacts.ts'
import { batchesOf } from '../batches.ts'

// Large enough to save statements, small enough to stay quick to compile.
const rowsAtATime = 250

async function keepResults(db: Writer, screeningId: number, part: readonly ScreenedLearner[]): Promise<void> {
  const results = part.map(({ learner, screening, facts }) => ({
    screeningId,
    learnerId: learner.id,
    learnerName: displayName(learner),
    foldedName: learner.foldedName,
    studentId: learner.studentId,
    result: screening.result,
    withinReach: screening.withinReach ? 1 : 0,
    preferredMet: screening.preferredMet,
    answers: storedAnswers(screening.answers),
    facts: storedFacts(facts),
  }))
  const openAnswers = part.flatMap(({ learner, screening }) =>
    screening.answers
      .filter(({ strength, state }) => strength === 'required' && (state === 'notMet' || state === 'unknown'))
      .map((answer) => ({
        screeningId,
        requirementKey: answer.key,
        learnerId: learner.id,
        state: answer.state,
        pointsBelow: answer.state === 'notMet' ? pointsMissing(answer) : null,
      })),
  )
  for (const rows of batchesOf(results, rowsAtATime)) {
    await db.insertInto('screeningResults').values(rows).execute()
  }
  for (const rows of batchesOf(openAnswers, rowsAtATime)) {
    await db.insertInto('screeningOpenAnswers').values(rows).execute()
  }
}

/** Screens a pool and keeps all of it: rules, tables, facts used, answers and counts. */
export async function keepScreening(
  db: Writer,
  choice: ScreeningChoice,
  by: { caller: SignedInAccount; now: string },
  progress: ReportProgress,
) {
  const rules = await rulesInForce(db, choice)
  const { id: screeningId } = await db
    .insertInto('screenings')
    .values({
      trackId: choice.trackId,
      trackVersionId: rules.trackVersionId,
      startDate: choice.startDate,
      asOf: choice.asOf,
      pool: JSON.stringify(choice.pool),
      requirements: JSON.stringify(rules.requirements),
      levelTables: JSON.stringify(rules.levelTables),
      counts: '{}',
      reasons: '[]',
      createdAt: by.now,
      createdBy: by.caller.id,
      createdByName: by.caller.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const tally = new ScreeningTally()
  await screenPool(db, choice, rules, progress, async (part) => {
    tally.add(part)
    await keepResults(db, screeningId, part)
  })
  const counts = tally.counts()
  await db
    .updateTable('screenings')
    .set({ counts: JSON.stringify(counts), reasons: JSON.stringify(tally.reasons()) })
    .where('id', '=', screeningId)
    .execute()
  return { screeningId, counts }
}
