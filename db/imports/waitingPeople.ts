import { indexForDuplicates, type DuplicateIndex } from '../../shared/rules/duplicates.ts'
import { idKey, personFact, type PersonFacts } from './people.ts'

/**
 * People of a file about whom nobody has decided yet. A later row that may mean one of them has to wait too:
 * taken now, it would settle by the order of the rows what a person should settle.
 */
export class WaitingPeople {
  readonly #byStudentId = new Map<string, number>()
  #alike: DuplicateIndex | null = null

  add(facts: PersonFacts, phones: readonly string[], rowNumber: number): void {
    if (facts.studentId !== null) this.#byStudentId.set(idKey(facts.studentId), rowNumber)
    this.#alike ??= indexForDuplicates([], { countsNames: false })
    this.#alike.add(personFact(String(rowNumber), facts, phones))
  }

  /** The number of the row that brought somebody with this number or likeness; null if there is none. */
  rowOf(facts: PersonFacts, phones: readonly string[]): number | null {
    if (this.#alike === null) return null
    const byId = facts.studentId === null ? undefined : this.#byStudentId.get(idKey(facts.studentId))
    if (byId !== undefined) return byId
    const [likeliest] = this.#alike.find(personFact('row', facts, phones))
    return likeliest === undefined ? null : Number(likeliest.firstId)
  }
}
