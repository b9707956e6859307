import { contract } from '../../shared/contract/index.ts'
import { command, longQuery, query } from '../calls/useCase.ts'
import { exportLearners } from './exportLearners.ts'
import { getLearner } from './getLearner.ts'
import { listLearners } from './listLearners.ts'
import { matchingLearners } from './matchingLearners.ts'
import { changeLearner, createLearner, setStatus } from './saveLearner.ts'
import { searchLearners } from './searchLearners.ts'
import { similarLearners } from '../duplicates/similarLearners.ts'
import { learnerTimeline } from './timeline.ts'

export const learners = {
  list: query(contract.learners.list, ({ input, db, today, sight }) => listLearners(db, input, today, sight)),
  matching: query(contract.learners.matching, async ({ input, db, today, sight }) => {
    const rows = await matchingLearners(db, input, today, sight).select('learners.id').execute()
    return { learnerIds: rows.map(({ id }) => id) }
  }),
  search: query(contract.learners.search, ({ input, db, today, sight }) =>
    searchLearners(db, input.text, input.limit, today, sight),
  ),
  get: query(contract.learners.get, ({ input, db, today, sight }) =>
    getLearner(db, input.learnerId, today, sight),
  ),
  timeline: query(contract.learners.timeline, ({ input, db, sight }) =>
    learnerTimeline(db, input.learnerId, sight),
  ),
  similar: query(contract.learners.similar, ({ input, db, today }) => similarLearners(db, input, today)),

  create: command(contract.learners.create, async ({ input, db, audit, ...moment }) => {
    const learnerId = await createLearner(db, input, moment)
    audit({ subject: 'learner', subjectId: learnerId, after: input })
    return { learnerId }
  }),

  change: command(contract.learners.change, async ({ input, db, audit, ...moment }) => {
    const { learnerId, updatedAt, ...facts } = input
    const before = await changeLearner(db, { learnerId, updatedAt, facts }, moment)
    audit({ subject: 'learner', subjectId: learnerId, before, after: facts })
    return { updatedAt: moment.now }
  }),

  setStatus: command(contract.learners.setStatus, async ({ input, db, audit, now }) => {
    const changed = await setStatus(db, input.learnerIds, input.status, now)
    for (const { learnerId, before } of changed) {
      audit({
        subject: 'learner',
        subjectId: learnerId,
        before: { status: before },
        after: { status: input.status },
      })
    }
    return { changed }
  }),

  export: longQuery(contract.learners.export, exportLearners),
}
