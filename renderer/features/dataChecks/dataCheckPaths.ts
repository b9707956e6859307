import type { CheckFinding } from '../../../shared/contract/dataChecks.ts'
import type { CheckPlace } from '../../../shared/rules/dataChecks/rule.ts'
import type { DataCheckId } from '../../../shared/rules/dataChecks/rules.ts'
import { classPath } from '../classes/classPaths.ts'
import { learnerPath } from '../learners/learnerPaths.ts'

/** The findings of one rule. */
export const dataCheckPath = (rule: DataCheckId): string => `/data-check/${rule}`

const pathsOf: Record<CheckPlace, (id: number) => string> = {
  learner: learnerPath,
  class: classPath,
  attendance: (id) => `${classPath(id)}/attendance`,
  cohort: (id) => `/cohorts/${id}`,
}

/** Where a finding is put right. */
export const placePath = ({ place }: CheckFinding): string => pathsOf[place.screen](place.id)
