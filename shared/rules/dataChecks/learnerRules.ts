import { daysBetween } from '../../values/dates.ts'
import { daysToExit } from '../participation.ts'
import type { CheckedLearner } from './facts.ts'
import { onLearner, rule, type Finding } from './rule.ts'

const about = ({ learnerId }: CheckedLearner, details: Finding['details'] = {}) =>
  onLearner('learner', { id: learnerId, learnerId }, details)

const active = (learners: readonly CheckedLearner[]) => learners.filter(({ status }) => status === 'active')

export const activeWithoutStudentId = rule('missing', ['learners'], ({ learners }) =>
  active(learners)
    .filter(({ studentId }) => studentId === null)
    .map((learner) => about(learner)),
)

export const activeWithoutBirthDate = rule('missing', ['learners'], ({ learners }) =>
  active(learners)
    .filter(({ birthDate }) => birthDate === null)
    .map((learner) => about(learner)),
)

/** Participation has ended by then, and nobody said so. Who never had any service has not exited from it. */
export const activeWithoutService = rule('odd', ['learners'], ({ learners }, today) =>
  active(learners).flatMap((learner) => {
    const { lastService } = learner
    if (lastService === null || daysBetween(lastService, today) <= daysToExit) return []
    return [about(learner, { lastService })]
  }),
)
