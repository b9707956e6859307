import type { DuplicateReason } from '../../shared/rules/duplicateReasons.ts'
import type { ImportChoice } from '../../shared/values/imports.ts'
import type { RosterPerson } from './rosterRow.ts'

/** Somebody of the book of people who is like a row, and why. */
export interface Likeness {
  readonly key: string
  readonly reasons: readonly DuplicateReason[]
}

/** The same name and birth date. */
export const isExact = ({ reasons }: Likeness) =>
  reasons.includes('sameBirthDate') && (reasons.includes('sameName') || reasons.includes('sameNameJoined'))

/**
 * Sure enough to take for one person unless somebody says otherwise: the same name, birth date and phone.
 * Two people of one name born on one day do exist, so without the phone somebody has to look.
 */
export const usualChoice = (likeliest: Likeness): ImportChoice =>
  isExact(likeliest) && likeliest.reasons.includes('samePhone') ? 'same' : 'setAside'

/**
 * Whom a row under no known number means, given who is like it (likeliest first): somebody found by name and
 * birth date, as the row has no number of its own; somebody new; nobody who could be told apart; or somebody
 * must choose.
 */
export function whomARowMeans<Alike extends Likeness>(
  { facts }: RosterPerson,
  alike: readonly Alike[],
): Alike | 'somebodyNew' | 'notIdentifiable' | 'oneOfThem' {
  const [exact, ...others] = alike.filter(isExact)
  if (facts.studentId === null && exact !== undefined && others.length === 0) return exact
  if (facts.studentId === null && facts.birthDate === null) return 'notIdentifiable'
  return alike.length === 0 ? 'somebodyNew' : 'oneOfThem'
}
