import { type MemberRequirement, type Requirement, type RuleKind, type SimpleRule } from './requirements.ts'

/** What is filled in for a rule of a kind when it is added; texts and names are for a person to give. */
export function blankRule(kind: SimpleRule['kind']): SimpleRule {
  switch (kind) {
    case 'level':
      return { kind, area: 'reading', minimumLevel: 4 }
    case 'lowestLevel':
      return { kind, areas: [], minimumLevel: 4 }
    case 'score':
      return { kind, instrument: '', area: 'reading', minimumScore: NaN }
    case 'age':
      return { kind, minimumYears: 18 }
    case 'schooling':
      return { kind, minimumSchooling: 'secondaryDiploma' }
    case 'equivalency':
      return { kind, minimumEquivalency: 'done' }
    case 'document':
      return { kind, document: '', recency: null, minimumDoses: null }
    case 'hours':
      return { kind, component: null, minimumHours: 20 }
    case 'attendance':
      return { kind, component: null, minimumRate: 0.8 }
    case 'component':
      return { kind, component: '' }
    case 'interview':
      return { kind, needs: 'held' }
  }
}

/** A key that no requirement of the track has had: waivers go by it through all versions. */
export function newRequirementKey(kind: RuleKind, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const key = number === 1 ? kind : `${kind}${number}`
    if (!taken.has(key)) return key
  }
}

const nothing = { en: '', es: '' }
const blankTexts = {
  waivable: false,
  maximumAgeDays: null,
  margin: null,
  message: nothing,
  nextStep: nothing,
  offeredBy: nothing,
  source: '',
}

/** One more way to meet an any-of requirement, to be filled in. */
export function blankMember(kind: SimpleRule['kind'], taken: ReadonlySet<string>): MemberRequirement {
  const key = newRequirementKey(kind, taken)
  return { id: key, key, ...blankTexts, rule: blankRule(kind) }
}

/** A requirement to be filled in. */
export function blankRequirement(kind: RuleKind, taken: ReadonlySet<string>): Requirement {
  const key = newRequirementKey(kind, taken)
  const rule = kind === 'anyOf' ? { kind, members: [] } : blankRule(kind)
  return { id: key, key, strength: 'required', ...blankTexts, rule }
}
