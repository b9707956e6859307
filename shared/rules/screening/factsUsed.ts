import { newestUsable, areasTested } from '../currentLevel.ts'
import { type AssessmentFact } from '../levels.ts'
import { type IsoDate } from '../../values/dates.ts'
import { type LearnerFacts } from './facts.ts'
import { type Requirement, type SimpleRule } from './requirements.ts'

/** Every rule that requirements ask, those of any-of members included. */
export function rulesOf(requirements: readonly Requirement[]): SimpleRule[] {
  return requirements.flatMap(({ rule }) =>
    rule.kind === 'anyOf' ? rule.members.map((member) => member.rule) : [rule],
  )
}

function testsFor(
  rule: SimpleRule,
  tests: readonly AssessmentFact[],
  asOf: IsoDate,
): (AssessmentFact | null)[] {
  switch (rule.kind) {
    case 'level':
      return [newestUsable(tests, rule.area, asOf)]
    case 'lowestLevel': {
      const areas = rule.areas.length > 0 ? rule.areas : areasTested(tests, asOf)
      return areas.map((area) => newestUsable(tests, area, asOf))
    }
    case 'score':
      return [newestUsable(tests, rule.area, asOf, rule.instrument)]
    default:
      return []
  }
}

/**
 * Only those facts of a learner that the requirements look at on the as-of date: what a screening keeps.
 * Screening them again gives the same answers.
 */
export function factsUsed(
  requirements: readonly Requirement[],
  asOf: IsoDate,
): (facts: LearnerFacts) => LearnerFacts {
  const rules = rulesOf(requirements)
  const asks = (kind: SimpleRule['kind']) => rules.some((rule) => rule.kind === kind)
  const documents = new Set(rules.flatMap((rule) => (rule.kind === 'document' ? [rule.document] : [])))
  const components = new Set(rules.flatMap((rule) => (rule.kind === 'component' ? [rule.component] : [])))
  const sums = rules.flatMap((rule) =>
    rule.kind === 'hours' || rule.kind === 'attendance' ? [rule.component] : [],
  )
  return (facts) => {
    const tests = new Set(rules.flatMap((rule) => testsFor(rule, facts.assessments, asOf)))
    tests.delete(null)
    return {
      learnerId: facts.learnerId,
      birthDate: asks('age') ? facts.birthDate : null,
      schooling: asks('schooling') ? facts.schooling : null,
      equivalency: asks('equivalency') ? facts.equivalency : null,
      assessments: [...tests].filter((test) => test !== null),
      documents: facts.documents.filter((fact) => documents.has(fact.document) && fact.checkedOn <= asOf),
      attendance: facts.attendance.filter(
        (fact) => fact.through <= asOf && sums.some((sum) => sum === null || sum === fact.component),
      ),
      components: facts.components.filter((fact) => components.has(fact.component) && fact.on <= asOf),
      interviews: asks('interview') ? facts.interviews.filter((fact) => fact.heldOn <= asOf) : [],
      waivers: facts.waivers.filter((fact) => fact.grantedOn <= asOf),
    }
  }
}
