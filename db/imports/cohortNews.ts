import type { AttemptColumns, MemberColumns, MemberState } from './cohortBook.ts'

/** True when a row says anything that is not on record yet. */
export function isNews(
  known: MemberState | null,
  facts: MemberColumns,
  attempts: readonly AttemptColumns[],
): boolean {
  if (known === null) return true
  const fields = Object.keys(facts) as (keyof MemberColumns)[]
  if (fields.some((field) => known.facts[field] !== facts[field])) return true
  return attempts.some(
    ({ partKey, number, takenOn, result }) =>
      !known.attempts.some(
        ({ facts: own }) =>
          own.partKey === partKey &&
          own.number === number &&
          own.takenOn === takenOn &&
          own.result === result,
      ),
  )
}
