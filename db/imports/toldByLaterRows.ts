import { personKey, type PeopleBook, type PersonState } from './people.ts'
import type { RosterPerson } from './rosterRow.ts'
import { WaitingPeople } from './waitingPeople.ts'
import { isExact, usualChoice, whomARowMeans, type Likeness } from './whomARowMeans.ts'

/** Who is like a row, likeliest first, by the row's number. */
export type Told = ReadonlyMap<number, readonly Likeness[]>

/** After which row somebody is known; people on record are known before the first. */
const addedBy = ({ addedByRow }: PersonState) => addedByRow ?? 0

/**
 * The waiting rows that would wait no longer, with every row read. People whom only a later row adds tell
 * nothing, for they are not there yet when the row is planned again.
 */
export function waitingNoLonger(people: PeopleBook, waiting: ReadonlyMap<number, RosterPerson>): Told {
  const told = new Map<number, readonly Likeness[]>()
  const still = new WaitingPeople()
  for (const [number, row] of waiting) {
    const alike = people
      .like(row.facts, row.phones)
      .filter(({ person }) => addedBy(person) < number)
      .map(({ key, reasons }) => ({ key, reasons }))
    const meant = whomARowMeans(row, alike)
    const before = still.rowOf(row)
    const waits = meant === 'oneOfThem' && usualChoice(alike[0]!) === 'setAside'
    if (before !== null || waits) still.add(number, row, before ?? number)
    else if (meant !== 'notIdentifiable') told.set(number, alike)
  }
  return told
}

/** The rows that added somebody, where a row after both gave the two people one name and birth date. */
export function newcomersKnown(people: PeopleBook, renamed: Iterable<PersonState>): Told {
  const told = new Map<number, readonly Likeness[]>()
  for (const person of renamed) {
    for (const other of people.like(person.facts, person.phones)) {
      if (other.person === person || !isExact(other)) continue
      const isFirst = addedBy(person) < addedBy(other.person)
      const [earlier, later] = isFirst ? [person, other.person] : [other.person, person]
      if (later.addedByRow === null) continue
      const likeness = { key: personKey(earlier), reasons: other.reasons }
      told.set(later.addedByRow, [...(told.get(later.addedByRow) ?? []), likeness])
    }
  }
  return told
}
