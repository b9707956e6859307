import { ageInHalfYears, dayOfAge, daysBetween, wholeMonthsBetween, addMonths } from '../../values/dates.ts'
import { equivalencyStates, schoolingLevels } from '../../values/vocabulary.ts'
import { type AgeEvidence, type EquivalencyEvidence, type SchoolingEvidence } from './answers.ts'
import { type ScreeningContext } from './context.ts'
import { type LearnerFacts } from './facts.ts'
import { type AgeRule, type EquivalencyRule, type SchoolingRule } from './requirements.ts'

/** Age on the start date, in completed half years. */
export function ageEvidence(rule: AgeRule, facts: LearnerFacts, context: ScreeningContext): AgeEvidence {
  const wanted = { kind: 'age', neededYears: rule.minimumYears } as const
  if (facts.birthDate === null) {
    return { ...wanted, years: null, oldEnoughOn: null, monthsShort: null, unknown: 'noEvidence' }
  }
  const oldEnoughOn = dayOfAge(facts.birthDate, rule.minimumYears)
  return {
    ...wanted,
    years: ageInHalfYears(facts.birthDate, context.startDate),
    oldEnoughOn,
    monthsShort: monthsUntil(context.startDate, oldEnoughOn),
    unknown: null,
  }
}

/** Months from one day to a later one, a begun month counted as one; 0 if it is not later. */
function monthsUntil(from: string, to: string): number {
  if (daysBetween(from, to) <= 0) return 0
  const whole = wholeMonthsBetween(from, to)
  return addMonths(from, whole) < to ? whole + 1 : whole
}

/** How far somebody went to school. */
export function schoolingEvidence(rule: SchoolingRule, facts: LearnerFacts): SchoolingEvidence {
  const { schooling } = facts
  const needed = schoolingLevels.indexOf(rule.minimumSchooling)
  return {
    kind: 'schooling',
    schooling,
    neededSchooling: rule.minimumSchooling,
    stepsBelow: schooling === null ? null : Math.max(0, needed - schoolingLevels.indexOf(schooling)),
    unknown: schooling === null ? 'noEvidence' : null,
  }
}

/** High-school equivalency, begun or done. */
export function equivalencyEvidence(rule: EquivalencyRule, facts: LearnerFacts): EquivalencyEvidence {
  const { equivalency } = facts
  const needed = equivalencyStates.indexOf(rule.minimumEquivalency)
  return {
    kind: 'equivalency',
    equivalency,
    neededEquivalency: rule.minimumEquivalency,
    stepsBelow: equivalency === null ? null : Math.max(0, needed - equivalencyStates.indexOf(equivalency)),
    unknown: equivalency === null ? 'noEvidence' : null,
  }
}
