import type { TestChoice } from './testChoice.ts'

/** The test entered last, so that the next score sheet of a pile needs no new choice. It names no learner. */
let last: TestChoice | null = null

/** The choice to begin with: the last one, or nothing but today's date. */
export const firstChoice = (today: string): TestChoice =>
  last ?? { instrument: null, skillArea: null, testedOn: today }

/** Remembers the choice until the page is closed. */
export function rememberChoice(choice: TestChoice): void {
  last = choice
}
