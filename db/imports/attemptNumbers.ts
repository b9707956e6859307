import type { AttemptState } from './cohortBook.ts'
import type { ReadAttempt } from './cohortRow.ts'

/**
 * Numbers the attempts of a row as they are kept: without gaps, whatever columns a file leaves empty. An
 * attempt on record on the same day keeps its number, so that the same file finds the same attempts.
 */
export function numbered(
  attempts: readonly ReadAttempt[],
  known: readonly Pick<AttemptState, 'facts'>[],
): ReadAttempt[] {
  const taken = new Map<string, Set<number>>()
  return attempts.map((attempt) => {
    const own = known.map(({ facts }) => facts).filter(({ partKey }) => partKey === attempt.partKey)
    const used = taken.get(attempt.partKey) ?? new Set<number>()
    const onThatDay = own.filter(({ takenOn, number }) => takenOn === attempt.takenOn && !used.has(number))
    const same = onThatDay.find(({ number }) => number === attempt.number) ?? onThatDay[0]
    const highest = Math.max(0, ...used, ...own.map(({ number }) => number))
    const number = same?.number ?? Math.min(attempt.number, highest + 1)
    taken.set(attempt.partKey, used.add(number))
    return { ...attempt, number }
  })
}
