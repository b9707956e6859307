import type { AssessmentFact } from '../../shared/rules/levels.ts'
import type { LearnerFacts } from '../../shared/rules/screening/facts.ts'

type StoredTest = readonly [string, string, AssessmentFact['skillArea'], string | null, number]

/** What a screening keeps of one learner's facts; what is missing was not known or not asked. */
type StoredFacts = Partial<Omit<LearnerFacts, 'learnerId' | 'assessments'>> & { tests?: StoredTest[] }

/** The facts used as text. Only usable tests are used, so neither mark of an unusable one is kept. */
export function storedFacts(facts: LearnerFacts): string {
  const { learnerId: _, assessments, ...rest } = facts
  const stored: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(rest)) {
    if (value !== null && value.length > 0) stored[name] = value
  }
  if (assessments.length > 0) {
    stored.tests = assessments.map(({ testedOn, instrument, skillArea, form, score }) => [
      testedOn,
      instrument,
      skillArea,
      form,
      score,
    ])
  }
  return JSON.stringify(stored)
}

/** Reads back what `storedFacts` wrote. */
export function factsStored(learnerId: number, text: string): LearnerFacts {
  const { tests = [], ...rest } = JSON.parse(text) as StoredFacts
  return {
    birthDate: null,
    schooling: null,
    equivalency: null,
    documents: [],
    attendance: [],
    components: [],
    interviews: [],
    waivers: [],
    ...rest,
    learnerId: String(learnerId),
    assessments: tests.map(([testedOn, instrument, skillArea, form, score]) => ({
      testedOn,
      instrument,
      skillArea,
      form,
      score,
      inaccurate: false,
      voided: false,
    })),
  }
}
