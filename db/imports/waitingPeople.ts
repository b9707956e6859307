import { indexForDuplicates, type DuplicateIndex } from '../../shared/rules/duplicates.ts'
import { idKey, personFact } from './people.ts'
import type { RosterPerson } from './rosterRow.ts'

/**
 * People of a file about whom nobody has decided yet. A later row that may mean one of them has to wait too:
 * taken now, it would settle by the order of the rows what a person should settle.
 */
export class WaitingPeople {
  /** What the waiting rows say, by their number. */
  readonly rows = new Map<number, RosterPerson>()
  readonly #byStudentId = new Map<string, number>()
  #alike: DuplicateIndex | null = null

  /** Row `number` waits until row `decided`, which may be itself, is decided about. */
  add(number: number, row: RosterPerson, decided: number): void {
    this.rows.set(number, row)
    const { facts, phones } = row
    if (facts.studentId !== null) this.#byStudentId.set(idKey(facts.studentId), decided)
    this.#alike ??= indexForDuplicates([], { countsNames: false })
    this.#alike.add(personFact(String(decided), facts, phones))
  }

  /** The number of the row that brought somebody with this number or likeness; null if there is none. */
  rowOf({ facts, phones }: RosterPerson): number | null {
    if (this.#alike === null) return null
    const byId = facts.studentId === null ? undefined : this.#byStudentId.get(idKey(facts.studentId))
    if (byId !== undefined) return byId
    const [likeliest] = this.#alike.find(personFact('row', facts, phones))
    return likeliest === undefined ? null : Number(likeliest.firstId)
  }
}
