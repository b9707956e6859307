import { contract } from '../../shared/contract/index.ts'
import { command, longCommand, longQuery, query } from '../calls/useCase.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { decide } from './decide.ts'
import { exportResults } from './exportResults.ts'
import { keepScreening } from './keepScreening.ts'
import { newestDecisions } from './newestDecisions.ts'
import { rulesInForce, screenPool, ScreeningTally } from './photograph.ts'
import { listResults, readResult } from './results.ts'
import { listScreenings, readScreening } from './screeningRows.ts'
import { undoDecisions } from './undoDecisions.ts'
import { tryThresholdOn } from './whatIf.ts'

export const screenings = {
  preview: longQuery(contract.screenings.preview, async ({ input, db, progress }) => {
    const rules = await rulesInForce(db, input)
    const tally = new ScreeningTally()
    await screenPool(db, input, rules, progress, async (part) => tally.add(part))
    const { trackVersionId, version, rulesSince, requirements } = rules
    const counts = tally.counts()
    return { trackVersionId, version, rulesSince, requirements, counts, reasons: tally.reasons() }
  }),

  run: longCommand(contract.screenings.run, async ({ input, db, caller, now, audit, progress }) => {
    const kept = await keepScreening(db, input, { caller, now }, progress)
    const { trackId, startDate, asOf } = input
    audit({
      subject: 'screening',
      subjectId: kept.screeningId,
      after: { trackId, startDate, asOf, counts: kept.counts },
    })
    return kept
  }),

  list: query(contract.screenings.list, async ({ input, db, sight }) => listScreenings(db, input, sight)),

  get: query(contract.screenings.get, async ({ input, db, sight }) => readScreening(db, input.id, sight)),

  results: query(contract.screenings.results, async ({ input, db, sight }) => listResults(db, input, sight)),

  result: query(contract.screenings.result, async ({ input, db, sight }) =>
    readResult(db, input.screeningId, input.learnerId, sight),
  ),

  tryThreshold: longQuery(contract.screenings.tryThreshold, async ({ input, db, progress }) =>
    tryThresholdOn(db, input, progress),
  ),

  decide: command(contract.screenings.decide, async ({ input, db, caller, sight, now, today, audit }) => {
    const decided = await decide(db, input, { caller, sight, now, today })
    const { screeningId, decision, reason } = input
    for (const { learnerId } of decided)
      audit({ subject: 'learner', subjectId: learnerId, after: { screeningId, decision, reason } })
    return { decided: decided.length, decisionIds: decided.map(({ decisionId }) => decisionId) }
  }),

  undoDecisions: command(contract.screenings.undoDecisions, async ({ input, db, audit }) => {
    const undone = await undoDecisions(db, input.decisionIds)
    for (const { id: _, learnerId, ...before } of undone)
      audit({ subject: 'learner', subjectId: learnerId, before, after: null })
    return { undone: undone.length }
  }),

  invited: query(contract.screenings.invited, async ({ input, db, sight }) =>
    newestDecisions(db, input.screeningId)
      .innerJoin('screeningResults', (join) =>
        join
          .onRef('screeningResults.screeningId', '=', 'decisions.screeningId')
          .onRef('screeningResults.learnerId', '=', 'decisions.learnerId'),
      )
      .innerJoin('learners', 'learners.id', 'decisions.learnerId')
      .select(['screeningResults.learnerId', 'screeningResults.learnerName'])
      // A screening that looked at two records of one person keeps both.
      .where(learnerIsThere())
      .where('decisions.decision', '=', 'invite')
      .where(learnerInSight(sight, 'decisions.learnerId'))
      .orderBy('screeningResults.foldedName')
      .orderBy('screeningResults.learnerId')
      .execute(),
  ),
  exportResults: longQuery(contract.screenings.exportResults, exportResults),
}
