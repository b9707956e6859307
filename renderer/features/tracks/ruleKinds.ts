import type { RuleKind, SimpleRule } from '../../../shared/rules/screening/requirements.ts'

/** The kinds of rule in the order in which they are offered. */
export const simpleKinds: readonly SimpleRule['kind'][] = [
  'level',
  'lowestLevel',
  'score',
  'age',
  'schooling',
  'equivalency',
  'document',
  'hours',
  'attendance',
  'component',
  'interview',
]
export const ruleKinds: readonly RuleKind[] = [...simpleKinds, 'anyOf']
