import { learnerIsThere } from '../../learners/learnerIsThere.ts'
import { learnerInReach, type Work } from '../reach.ts'

/** The active learners whose work is asked for. */
export const activeLearners = (work: Work) =>
  work.db
    .selectFrom('learners')
    .where('learners.status', '=', 'active')
    .where(learnerIsThere())
    .where(learnerInReach(work, 'learners.id'))
