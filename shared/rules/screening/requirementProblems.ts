import { type Margin, type MemberRequirement, type Requirement, type SimpleRule } from './requirements.ts'

/** What is wrong with a requirement, for the editor to say beside the field. */
export const requirementProblemCodes = [
  'keyMissing',
  'messageMissing',
  'nextStepMissing',
  'offeredByMissing',
  'sourceMissing',
  'levelOutOfRange',
  'areaTwice',
  'scoreMissing',
  'instrumentMissing',
  'ageNotInHalfYears',
  'ageOutOfRange',
  'documentMissing',
  'recencyNotPositive',
  'dosesNotPositive',
  'hoursNotPositive',
  'rateOutOfRange',
  'componentMissing',
  'maximumAgeNotPositive',
  'maximumAgeMeaningless',
  'marginNegative',
  'marginUnitDoesNotFit',
  'tooFewMembers',
  'memberKeyTwice',
  'groupMarginMeaningless',
] as const
export type RequirementProblemCode = (typeof requirementProblemCodes)[number]

export interface RequirementProblem {
  readonly code: RequirementProblemCode
  /** Key of the any-of member at fault; null for the requirement itself. */
  readonly memberKey: string | null
}

/** The margin units that make sense for each kind of rule. */
export const marginUnitsFor: { readonly [Kind in SimpleRule['kind']]: readonly Margin['unit'][] } = {
  level: ['levels', 'points'],
  lowestLevel: ['levels', 'points'],
  score: ['points'],
  age: ['months'],
  schooling: ['steps', 'toBring'],
  equivalency: ['steps', 'toBring'],
  document: ['toBring', 'doses'],
  hours: ['hours'],
  attendance: ['percentagePoints'],
  component: ['toBring'],
  interview: ['toBring'],
}

function isWholeFrom(number: number, least: number): boolean {
  return Number.isInteger(number) && number >= least
}

function ruleProblems(rule: SimpleRule): RequirementProblemCode[] {
  const problems: RequirementProblemCode[] = []
  const check = (fine: boolean, code: RequirementProblemCode) => {
    if (!fine) problems.push(code)
  }
  switch (rule.kind) {
    case 'lowestLevel':
      check(new Set(rule.areas).size === rule.areas.length, 'areaTwice')
      check(isWholeFrom(rule.minimumLevel, 1) && rule.minimumLevel <= 6, 'levelOutOfRange')
      break
    case 'level':
      check(isWholeFrom(rule.minimumLevel, 1) && rule.minimumLevel <= 6, 'levelOutOfRange')
      break
    case 'score':
      check(rule.instrument.trim() !== '', 'instrumentMissing')
      check(Number.isFinite(rule.minimumScore), 'scoreMissing')
      break
    case 'age':
      check(Number.isInteger(rule.minimumYears * 2), 'ageNotInHalfYears')
      check(rule.minimumYears > 0 && rule.minimumYears <= 100, 'ageOutOfRange')
      break
    case 'document':
      check(rule.document.trim() !== '', 'documentMissing')
      check(rule.recency === null || isWholeFrom(rule.recency.count, 1), 'recencyNotPositive')
      check(rule.minimumDoses === null || isWholeFrom(rule.minimumDoses, 1), 'dosesNotPositive')
      break
    case 'hours':
      check(rule.minimumHours > 0 && Number.isFinite(rule.minimumHours), 'hoursNotPositive')
      check(rule.component?.trim() !== '', 'componentMissing')
      break
    case 'attendance':
      check(rule.minimumRate > 0 && rule.minimumRate <= 1, 'rateOutOfRange')
      check(rule.component?.trim() !== '', 'componentMissing')
      break
    case 'component':
      check(rule.component.trim() !== '', 'componentMissing')
      break
    case 'schooling':
    case 'equivalency':
    case 'interview':
      break
  }
  return problems
}

// Age, schooling and equivalency are facts of the person, not dated evidence.
const undatedKinds: readonly string[] = ['age', 'schooling', 'equivalency', 'anyOf']

function sharedProblems(requirement: MemberRequirement | Requirement): RequirementProblemCode[] {
  const problems: RequirementProblemCode[] = []
  const isEmpty = (text: { readonly en: string; readonly es: string }) =>
    text.en.trim() === '' || text.es.trim() === ''
  if (requirement.key.trim() === '') problems.push('keyMissing')
  if (isEmpty(requirement.message)) problems.push('messageMissing')
  if (isEmpty(requirement.nextStep)) problems.push('nextStepMissing')
  if (isEmpty(requirement.offeredBy)) problems.push('offeredByMissing')
  if (requirement.source.trim() === '') problems.push('sourceMissing')
  const { maximumAgeDays, rule } = requirement
  if (maximumAgeDays !== null && !isWholeFrom(maximumAgeDays, 1)) problems.push('maximumAgeNotPositive')
  if (maximumAgeDays !== null && undatedKinds.includes(rule.kind)) problems.push('maximumAgeMeaningless')
  return problems
}

function marginProblems(margin: Margin | null, rule: SimpleRule): RequirementProblemCode[] {
  if (margin === null) return []
  if (!marginUnitsFor[rule.kind].includes(margin.unit)) return ['marginUnitDoesNotFit']
  return margin.unit !== 'toBring' && !(margin.amount >= 0) ? ['marginNegative'] : []
}

function plainProblems(requirement: MemberRequirement): RequirementProblemCode[] {
  return [
    ...sharedProblems(requirement),
    ...ruleProblems(requirement.rule),
    ...marginProblems(requirement.margin, requirement.rule),
  ]
}

/** Everything wrong with a requirement; empty if it may be saved. */
export function requirementProblems(requirement: Requirement): RequirementProblem[] {
  const { rule } = requirement
  const own = (code: RequirementProblemCode): RequirementProblem => ({ code, memberKey: null })
  if (rule.kind !== 'anyOf') return plainProblems({ ...requirement, rule }).map(own)
  const problems = sharedProblems(requirement).map(own)
  // The margin of a group is that of its members.
  if (requirement.margin !== null) problems.push(own('groupMarginMeaningless'))
  if (rule.members.length < 2) problems.push(own('tooFewMembers'))
  const keys = [requirement.key, ...rule.members.map((member) => member.key)]
  if (new Set(keys).size < keys.length) problems.push(own('memberKeyTwice'))
  for (const member of rule.members) {
    for (const code of plainProblems(member)) problems.push({ code, memberKey: member.key })
  }
  return problems
}
