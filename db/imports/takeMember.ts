import type { MemberState } from './cohortBook.ts'
import type { Conflicts } from './conflicts.ts'
import type { MemberAndAttempts } from './mergeAttempts.ts'
import type { PlannedRow } from './plannedRow.ts'
import { changesTo } from './recordChanges.ts'

/**
 * What is taken from a row about a member on record: everything that takes nothing typed away, and what was
 * decided for the file. The rest is noted on the row as conflicts.
 */
export function takeMember(
  known: MemberState,
  inFile: MemberAndAttempts,
  planned: PlannedRow,
  conflicts: Conflicts,
): MemberAndAttempts {
  const values = conflicts.sift(
    planned,
    { subject: 'cohortMember', state: known },
    changesTo(known.facts, inFile.facts),
  )
  const facts = Object.fromEntries(values.map(({ field, after }) => [field, after]))
  const attempts = inFile.attempts.filter(({ partKey, number, takenOn, result }) => {
    const own = known.attempts.find(({ facts: one }) => one.partKey === partKey && one.number === number)
    if (!own) return true
    const changes = changesTo(own.facts, { takenOn, result })
    const name = `${partKey} ${number}`
    return (
      changes.length === 0 ||
      conflicts.sift(planned, { subject: 'attempt', state: own, name }, changes).length > 0
    )
  })
  return { facts: { ...known.facts, ...facts }, attempts }
}
