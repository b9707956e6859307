import { classPastEnd, hoursAfterClassEnd } from './classRules.ts'
import { attemptBeforeCompletion, completedWithoutHours, twoOpenEnrolments } from './cohortRules.ts'
import { activeWithoutBirthDate, activeWithoutService, activeWithoutStudentId } from './learnerRules.ts'
import type { DataCheckRule } from './rule.ts'
import { earlyTest, levelJump, scoreWithoutLevel, testBeforeClassStart } from './testRules.ts'

/** Every rule of the data check, in the order in which they are listed. */
export const dataCheckIds = [
  'testBeforeClassStart',
  'scoreWithoutLevel',
  'levelJump',
  'earlyTest',
  'attemptBeforeCompletion',
  'completedWithoutHours',
  'twoOpenEnrolments',
  'hoursAfterClassEnd',
  'classPastEnd',
  'activeWithoutService',
  'activeWithoutStudentId',
  'activeWithoutBirthDate',
] as const
export type DataCheckId = (typeof dataCheckIds)[number]

export const dataChecks: Readonly<Record<DataCheckId, DataCheckRule>> = {
  testBeforeClassStart,
  scoreWithoutLevel,
  levelJump,
  earlyTest,
  attemptBeforeCompletion,
  completedWithoutHours,
  twoOpenEnrolments,
  hoursAfterClassEnd,
  classPastEnd,
  activeWithoutService,
  activeWithoutStudentId,
  activeWithoutBirthDate,
}
