import { contract } from '../../shared/contract/index.ts'
import { command, longCommand, longQuery, query } from '../calls/useCase.ts'
import { clearErased, tryToClearErased } from './clearErased.ts'
import { eraseLearners, previewErase } from './eraseLearners.ts'
import { exportRecord } from './exportRecord.ts'
import { liftHold, placeHold } from './holds.ts'
import { countKept, keptRecord, listKept, retentionOf } from './keptRecords.ts'

export const keep = {
  overview: query(contract.keep.overview, ({ db, today }) => countKept(db, today)),

  changeRetention: command(contract.keep.changeRetention, async ({ input, db, audit }) => {
    const { retentionYears } = await retentionOf(db)
    await db.updateTable('program').set(input).execute()
    audit({ subject: 'program', subjectId: 1, before: { retentionYears }, after: input })
    return {}
  }),

  list: query(contract.keep.list, ({ input, db, today }) => listKept(db, input, today)),
  ofLearner: query(contract.keep.ofLearner, ({ input, db, today }) => keptRecord(db, input.learnerId, today)),

  hold: command(contract.keep.hold, async ({ input, db, audit, ...by }) => {
    const { learnerId, reason } = input
    await placeHold(db, learnerId, reason, by)
    audit({ subject: 'learner', subjectId: learnerId, after: { hold: reason } })
    return {}
  }),

  liftHold: command(contract.keep.liftHold, async ({ input, db, audit, ...by }) => {
    const { reason } = await liftHold(db, input.learnerId, by)
    audit({ subject: 'learner', subjectId: input.learnerId, before: { hold: reason }, after: { hold: null } })
    return {}
  }),

  previewErase: query(contract.keep.previewErase, ({ input, db, today }) =>
    previewErase(db, input.learnerIds, today),
  ),

  erase: longCommand(
    contract.keep.erase,
    async (call) => ({ goes: await eraseLearners(call), erasedBytesLeft: true }),
    async (erased, core) => ({ ...erased, erasedBytesLeft: !(await tryToClearErased(core)) }),
  ),

  clearErased: longCommand(
    contract.keep.clearErased,
    async ({ progress }) => {
      await progress('rewritingFile', 0, null)
      return {}
    },
    async (done, core) => {
      await clearErased(core)
      return done
    },
  ),

  exportRecord: longQuery(contract.keep.exportRecord, exportRecord),
}
