import type { ShownRate } from '../../shared/contract/reports.ts'
import { isNoneDue, isSmallGroup, percentOneDecimal, type Rate } from '../../shared/rules/rates.ts'

/** A rate with its counts, for people of the program. */
export function shownRateOf(rate: Rate): ShownRate {
  return {
    state: isNoneDue(rate) ? 'noneDue' : 'shown',
    numerator: rate.numerator,
    denominator: rate.denominator,
    percent: percentOneDecimal(rate),
    isSmallGroup: isSmallGroup(rate),
  }
}

/** A rate that would show a small count. */
export const hiddenRate: ShownRate = {
  state: 'hidden',
  numerator: null,
  denominator: null,
  percent: null,
  isSmallGroup: false,
}
