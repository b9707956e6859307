import type { AssessmentRecord } from '../../../shared/contract/assessments.ts'
import { formAsKept, type Sitting } from '../../../shared/rules/assessmentChecks.ts'
import type { AssessmentFact } from '../../../shared/rules/levels.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'
import type { TestChoice } from './testChoice.ts'

/** When a learner sat a form of the chosen test, as the checks ask for it. */
export function sittingsOfForm(
  history: readonly AssessmentRecord[],
  { instrument, skillArea }: TestChoice,
  form: string,
): Sitting[] {
  const kept = formAsKept(form)
  return history
    .filter((test) => test.instrument === instrument && test.skillArea === skillArea && test.form === kept)
    .map(({ testedOn, voidedAt }) => ({ testedOn, voided: voidedAt !== null }))
}

/** The newest test of the chosen skill that counts; null if there is none. */
export function lastTestOf(
  history: readonly AssessmentRecord[],
  skillArea: TestChoice['skillArea'],
): AssessmentRecord | null {
  return history.find((test) => test.skillArea === skillArea && test.voidedAt === null) ?? null
}

/** Recorded tests as the rules ask for them. Civics has no score, so that no rule compares it with a skill. */
export const factsOf = (history: readonly AssessmentRecord[]): AssessmentFact[] =>
  history.map(({ skillArea, accurate, voidedAt, testedOn, instrument, form, score }) => ({
    ...{ testedOn, instrument, form, score },
    skillArea: skillArea as SkillArea,
    inaccurate: !accurate,
    voided: voidedAt !== null,
  }))
