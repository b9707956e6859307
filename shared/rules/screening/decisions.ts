import { type Decision } from '../../values/vocabulary.ts'
import { type ScreeningResult } from './answers.ts'

/**
 * True if a person decides otherwise than the result suggests, which needs a reason: inviting somebody who
 * is not eligible, or sending away somebody who is. Waiting goes with any result.
 */
export function isAgainstResult(decision: Decision, result: ScreeningResult): boolean {
  if (decision === 'invite') return result !== 'eligible'
  if (decision === 'waitlist') return false
  return result === 'eligible'
}
