import { type IsoDate } from '../../values/dates.ts'
import {
  type AnswerState,
  type Evidence,
  type LearnerScreening,
  type MemberAnswer,
  type NextStep,
  type RequirementAnswer,
  type ScreeningResult,
} from './answers.ts'
import { prepareContext, type PreparedContext, type ScreeningContext } from './context.ts'
import { type LearnerFacts, type WaiverFact } from './facts.ts'
import { distance, meets } from './judge.ts'
import { ageEvidence, equivalencyEvidence, schoolingEvidence } from './personEvidence.ts'
import {
  attendanceEvidence,
  componentEvidence,
  documentEvidence,
  earliestDocumentDate,
  hoursEvidence,
  interviewEvidence,
} from './recordEvidence.ts'
import { levelEvidence, lowestLevelEvidence, scoreEvidence } from './testEvidence.ts'
import { type AnyOfRule, type MemberRequirement, type Requirement, type SimpleRule } from './requirements.ts'

type AnswerParts = Pick<RequirementAnswer, 'state' | 'withinReach' | 'waiver' | 'evidence'>
type Ask = (facts: LearnerFacts) => AnswerParts

function gatherer(
  rule: SimpleRule,
  maximumAgeDays: number | null,
  context: PreparedContext,
): (facts: LearnerFacts) => Evidence {
  switch (rule.kind) {
    case 'level':
      return (facts) => levelEvidence(rule, maximumAgeDays, facts, context)
    case 'lowestLevel':
      return (facts) => lowestLevelEvidence(rule, maximumAgeDays, facts, context)
    case 'score':
      return (facts) => scoreEvidence(rule, maximumAgeDays, facts, context)
    case 'age':
      return (facts) => ageEvidence(rule, facts, context)
    case 'schooling':
      return (facts) => schoolingEvidence(rule, facts)
    case 'equivalency':
      return (facts) => equivalencyEvidence(rule, facts)
    case 'document': {
      const notBefore = earliestDocumentDate(rule, context.startDate)
      return (facts) => documentEvidence(rule, maximumAgeDays, notBefore, facts, context)
    }
    case 'hours':
      return (facts) => hoursEvidence(rule, maximumAgeDays, facts, context)
    case 'attendance':
      return (facts) => attendanceEvidence(rule, maximumAgeDays, facts, context)
    case 'component':
      return (facts) => componentEvidence(rule, maximumAgeDays, facts, context)
    case 'interview':
      return (facts) => interviewEvidence(rule, maximumAgeDays, facts, context)
  }
}

/** The first waiver granted for a requirement by the as-of date; null if it may not be waived. */
function waiverFor(
  requirement: MemberRequirement | Requirement,
  facts: LearnerFacts,
  asOf: IsoDate,
): WaiverFact | null {
  if (!requirement.waivable) return null
  let first: WaiverFact | null = null
  for (const waiver of facts.waivers) {
    if (waiver.requirementKey !== requirement.key || waiver.grantedOn > asOf) continue
    if (first === null || waiver.grantedOn < first.grantedOn) first = waiver
  }
  return first
}

function memberAsker(
  requirement: MemberRequirement,
  context: PreparedContext,
): (facts: LearnerFacts) => MemberAnswer {
  const gather = gatherer(requirement.rule, requirement.maximumAgeDays, context)
  return (facts) => {
    const evidence = gather(facts)
    const met = meets(evidence)
    // A waiver stands in only for what is missing: whoever meets the rule needs none.
    const waiver = met === true ? null : waiverFor(requirement, facts, context.asOf)
    const state: AnswerState =
      met === true ? 'met' : waiver !== null ? 'waived' : met === null ? 'unknown' : 'notMet'
    return {
      requirementId: requirement.id,
      key: requirement.key,
      state,
      withinReach: state === 'notMet' && distance(evidence, requirement.margin) <= 1,
      waiver,
      evidence,
    }
  }
}

/** Evidence that only has to be shown comes before every gap; ties keep the order of the track. */
function nearness(answer: MemberAnswer, member: MemberRequirement): number {
  return answer.state === 'unknown' ? 0 : distance(answer.evidence, member.margin)
}

function anyOfAsker(group: Requirement, rule: AnyOfRule, context: PreparedContext): Ask {
  const askers = rule.members.map((member) => memberAsker(member, context))
  return (facts) => {
    const members = askers.map((ask) => ask(facts))
    const isIn = (state: AnswerState) => members.find((member) => member.state === state)
    const reached = isIn('met') ?? isIn('waived')
    const waiver = reached === undefined ? waiverFor(group, facts, context.asOf) : reached.waiver
    const open: AnswerState = isIn('unknown') === undefined ? 'notMet' : 'unknown'
    const state = reached?.state ?? (waiver === null ? open : 'waived')
    let nearest = 0
    for (let index = 1; index < members.length; index++) {
      const here = nearness(members[index]!, rule.members[index]!)
      if (here < nearness(members[nearest]!, rule.members[nearest]!)) nearest = index
    }
    const deciding = reached ?? members[nearest]
    return {
      state,
      withinReach: state === 'notMet' && members.some((member) => member.withinReach),
      waiver,
      evidence: { kind: 'anyOf', members, decidingMember: deciding?.key ?? '' },
    }
  }
}

function asker(
  requirement: Requirement,
  context: PreparedContext,
): (facts: LearnerFacts) => RequirementAnswer {
  const { rule } = requirement
  const ask: Ask =
    rule.kind === 'anyOf'
      ? anyOfAsker(requirement, rule, context)
      : memberAsker({ ...requirement, rule }, context)
  return (facts) => {
    const { state, withinReach, waiver, evidence } = ask(facts)
    return {
      requirementId: requirement.id,
      key: requirement.key,
      strength: requirement.strength,
      state,
      withinReach,
      waiver,
      evidence,
    }
  }
}

function nextStepOf(answer: RequirementAnswer): NextStep | null {
  if (answer.state !== 'notMet' && answer.state !== 'unknown') return null
  return {
    requirementKey: answer.key,
    memberKey: answer.evidence.kind === 'anyOf' ? answer.evidence.decidingMember : null,
    state: answer.state,
    strength: answer.strength,
  }
}

/** What to do next about every requirement that is unmet or unknown, in the order of the requirements. */
export function nextStepsOf(answers: readonly RequirementAnswer[]): NextStep[] {
  return answers.map(nextStepOf).filter((step) => step !== null)
}

function summarize(learnerId: string, answers: readonly RequirementAnswer[]): LearnerScreening {
  let anyUnmet = false
  let anyUnknown = false
  let allWithinReach = true
  let preferredMet = 0
  const nextSteps: NextStep[] = []
  for (const answer of answers) {
    const step = nextStepOf(answer)
    if (step !== null) nextSteps.push(step)
    if (answer.strength === 'preferred') {
      if (step === null) preferredMet++
    } else if (answer.state === 'notMet') {
      anyUnmet = true
      if (!answer.withinReach) allWithinReach = false
    } else if (answer.state === 'unknown') anyUnknown = true
  }
  const result: ScreeningResult = anyUnmet ? 'notYet' : anyUnknown ? 'needsInformation' : 'eligible'
  return { learnerId, result, withinReach: anyUnmet && allWithinReach, answers, nextSteps, preferredMet }
}

/** Prepares the requirements of a track once, to ask them of many learners. */
export function prepareScreening(
  requirements: readonly Requirement[],
  context: ScreeningContext,
): (facts: LearnerFacts) => LearnerScreening {
  const prepared = prepareContext(context)
  const askers = requirements.map((requirement) => asker(requirement, prepared))
  return (facts) =>
    summarize(
      facts.learnerId,
      askers.map((ask) => ask(facts)),
    )
}

/** Screens one learner: every requirement answered, the result, and the next steps. */
export function screenLearner(
  requirements: readonly Requirement[],
  facts: LearnerFacts,
  context: ScreeningContext,
): LearnerScreening {
  return prepareScreening(requirements, context)(facts)
}
