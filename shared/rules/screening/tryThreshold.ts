import { type TableLevel } from '../levels.ts'
import { schoolingLevels } from '../../values/vocabulary.ts'
import { type ScreeningContext } from './context.ts'
import { type LearnerFacts } from './facts.ts'
import { type Requirement, type SimpleRule } from './requirements.ts'
import { prepareScreening } from './screenLearner.ts'

/**
 * The threshold of a rule as one number: level, score, years, doses, hours, rate from 0 to 1,
 * or the place in the schooling list. Null for a rule without a threshold to vary.
 */
export function thresholdOf(rule: SimpleRule): number | null {
  switch (rule.kind) {
    case 'level':
    case 'lowestLevel':
      return rule.minimumLevel
    case 'score':
      return rule.minimumScore
    case 'age':
      return rule.minimumYears
    case 'schooling':
      return schoolingLevels.indexOf(rule.minimumSchooling)
    case 'document':
      return rule.minimumDoses
    case 'hours':
      return rule.minimumHours
    case 'attendance':
      return rule.minimumRate
    case 'equivalency':
    case 'component':
    case 'interview':
      return null
  }
}

/** The same rule with another threshold; unchanged if it has none. */
export function withThreshold(rule: SimpleRule, threshold: number): SimpleRule {
  switch (rule.kind) {
    case 'level':
    case 'lowestLevel':
      return { ...rule, minimumLevel: Math.min(6, Math.max(1, Math.round(threshold))) as TableLevel }
    case 'score':
      return { ...rule, minimumScore: threshold }
    case 'age':
      return { ...rule, minimumYears: threshold }
    case 'schooling':
      return { ...rule, minimumSchooling: schoolingLevels[threshold] ?? rule.minimumSchooling }
    case 'document':
      return rule.minimumDoses === null ? rule : { ...rule, minimumDoses: threshold }
    case 'hours':
      return { ...rule, minimumHours: threshold }
    case 'attendance':
      return { ...rule, minimumRate: threshold }
    case 'equivalency':
    case 'component':
    case 'interview':
      return rule
  }
}

/** The requirement (or any-of member) with that key at another threshold; the others as they are. */
export function changeThreshold(
  requirements: readonly Requirement[],
  key: string,
  threshold: number,
): Requirement[] {
  return requirements.map((requirement) => {
    const { rule } = requirement
    if (rule.kind !== 'anyOf') {
      return requirement.key === key ? { ...requirement, rule: withThreshold(rule, threshold) } : requirement
    }
    const members = rule.members.map((member) =>
      member.key === key ? { ...member, rule: withThreshold(member.rule, threshold) } : member,
    )
    return { ...requirement, rule: { kind: 'anyOf', members } }
  })
}

/** What another threshold would change, by learner. */
export interface ThresholdTrial {
  readonly eligibleNow: readonly string[]
  readonly eligibleThen: readonly string[]
  readonly newlyEligible: readonly string[]
  readonly noLongerEligible: readonly string[]
}

/** Screens a pool twice, as the rules are and with one threshold changed, and compares. */
export function tryThreshold(
  requirements: readonly Requirement[],
  pool: readonly LearnerFacts[],
  context: ScreeningContext,
  change: { readonly key: string; readonly threshold: number },
): ThresholdTrial {
  const now = prepareScreening(requirements, context)
  const then = prepareScreening(changeThreshold(requirements, change.key, change.threshold), context)
  const eligibleNow: string[] = []
  const eligibleThen: string[] = []
  const newlyEligible: string[] = []
  const noLongerEligible: string[] = []
  for (const facts of pool) {
    const before = now(facts).result === 'eligible'
    const after = then(facts).result === 'eligible'
    if (before) eligibleNow.push(facts.learnerId)
    if (after) eligibleThen.push(facts.learnerId)
    if (after && !before) newlyEligible.push(facts.learnerId)
    if (before && !after) noLongerEligible.push(facts.learnerId)
  }
  return { eligibleNow, eligibleThen, newlyEligible, noLongerEligible }
}
