import { type Evidence } from './answers.ts'
import { type Margin } from './requirements.ts'

// Rates and hours come from divisions and sums of decimals: a hair's breadth is not a shortfall.
const rounding = 1e-9

/** Whether the evidence itself meets the rule; null if that is unknown. */
export function meets(evidence: Evidence): boolean | null {
  if (evidence.unknown !== null) return null
  switch (evidence.kind) {
    case 'level':
    case 'lowestLevel':
      return evidence.levelsBelow === 0
    case 'score':
      return evidence.pointsBelow === 0
    case 'age':
      return evidence.monthsShort === 0
    case 'schooling':
    case 'equivalency':
      return evidence.stepsBelow === 0
    case 'document':
      return evidence.documentState === 'met' && (evidence.dosesShort ?? 0) === 0
    case 'hours':
      return evidence.hoursShort! <= rounding
    case 'attendance':
      return evidence.percentagePointsShort! <= rounding
    case 'component':
      return evidence.done === true
    case 'interview':
      return evidence.needs === 'held' || evidence.result === 'passed'
  }
}

/** The gap of unmet evidence in the unit of a margin; null if it cannot be told in that unit. */
function gapIn(unit: Exclude<Margin['unit'], 'toBring'>, evidence: Evidence): number | null {
  switch (unit) {
    case 'levels':
      return 'levelsBelow' in evidence ? evidence.levelsBelow : null
    case 'points':
      return 'pointsBelow' in evidence ? evidence.pointsBelow : null
    case 'months':
      return evidence.kind === 'age' ? evidence.monthsShort : null
    case 'steps':
      return 'stepsBelow' in evidence ? evidence.stepsBelow : null
    case 'doses':
      // A refused document lacks more than doses.
      return evidence.kind === 'document' && evidence.documentState === 'met' ? evidence.dosesShort : null
    case 'hours':
      return evidence.kind === 'hours' ? evidence.hoursShort : null
    case 'percentagePoints':
      return evidence.kind === 'attendance' ? evidence.percentagePointsShort : null
  }
}

/**
 * How far unmet evidence is from being met, measured in its own margin: up to 1 is within reach,
 * 2 is twice as far. Infinity without a margin or where the gap has no number.
 */
export function distance(evidence: Evidence, margin: Margin | null): number {
  if (margin === null) return Infinity
  if (margin.unit === 'toBring') return 1
  const gap = gapIn(margin.unit, evidence)
  if (gap === null) return Infinity
  if (gap <= margin.amount + rounding) return margin.amount === 0 ? 1 : Math.min(1, gap / margin.amount)
  return margin.amount === 0 ? Infinity : gap / margin.amount
}
