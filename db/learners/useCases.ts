import { contract } from '../../shared/contract/index.ts'
import { command, query } from '../calls/useCase.ts'
import { getLearner } from './getLearner.ts'
import { listLearners } from './listLearners.ts'
import { changeLearner, createLearner, setStatus } from './saveLearner.ts'
import { searchLearners } from './searchLearners.ts'
import { similarLearners } from './similarLearners.ts'
import { learnerTimeline } from './timeline.ts'

export const learners = {
  list: query(contract.learners.list, ({ input, db, today }) => listLearners(db, input, today)),
  search: query(contract.learners.search, ({ input, db, today }) =>
    searchLearners(db, input.text, input.limit, today),
  ),
  get: query(contract.learners.get, ({ input, db, today }) => getLearner(db, input.learnerId, today)),
  timeline: query(contract.learners.timeline, ({ input, db }) => learnerTimeline(db, input.learnerId)),
  similar: query(contract.learners.similar, ({ input, db, today }) => similarLearners(db, input, today)),

  create: command(contract.learners.create, async ({ input, db, audit, ...moment }) => {
    const learnerId = await createLearner(db, input, moment)
    audit({ subject: 'learner', subjectId: learnerId, after: input })
    return { learnerId }
  }),

  change: command(contract.learners.change, async ({ input, db, audit, ...moment }) => {
    const before = await changeLearner(db, input, moment)
    audit({ subject: 'learner', subjectId: input.learnerId, before, after: input.facts })
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
}
