import { fileURLToPath } from 'node:url'
import type { PersonFact } from '../../../shared/rules/duplicateReasons.ts'
import { findDuplicates, type DuplicateProposal } from '../../../shared/rules/duplicates.ts'
import { timed } from '../figures.ts'
import { labelledPeople, type LabelledPair, type LabelledPeople } from './labelledPeople.ts'

/**
 * The first set is for looking into while the rule is worked on. Into the second nobody looks: it has other
 * people, and a third of its names do not occur in the first.
 */
export const sets = {
  known: { seed: 20261122, hasEveryName: false },
  heldOut: { seed: 31415926, hasEveryName: true },
}
export const peopleCount = 5000

const keyOf = (first: string, second: string) =>
  first < second ? `${first} ${second}` : `${second} ${first}`
const percent = (part: number, whole: number) =>
  whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} %`

/** What the rule proposed beside what is true. */
export interface Measured {
  people: number
  records: number
  found: readonly LabelledPair[]
  missed: readonly LabelledPair[]
  wrong: readonly DuplicateProposal[]
  precision: number
  recall: number
  /** Of the pairs that more than a name still connects. */
  connectedRecall: number
  /** Pairs of two people proposed, for every hundred people. */
  falsePerHundred: number
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** True if a birth date that is the same or nearly, a phone or a number is in both: something to decide by. */
function connects(first: PersonFact, second: PersonFact): boolean {
  const [one, other] = [first.birthDate, second.birthDate]
  if (one !== null && other !== null) {
    const differing = [...one].filter((digit, place) => digit !== other[place]).length
    const isSwapped = one.slice(5, 7) === other.slice(8) && one.slice(8) === other.slice(5, 7)
    if (differing <= 1 || isSwapped) return true
  }
  const phones = new Set(first.phones.map((phone) => digitsOf(phone).slice(-10)))
  const ids = new Set(first.ids.map((id) => Number(digitsOf(id))))
  return (
    second.phones.some((phone) => phones.has(digitsOf(phone).slice(-10))) ||
    second.ids.some((id) => ids.has(Number(digitsOf(id))))
  )
}

export function measure({ people, records, pairs }: LabelledPeople): Measured {
  const recordOf = new Map(records.map((record) => [record.personId, record]))
  const isConnected = ({ firstId, secondId }: LabelledPair) =>
    connects(recordOf.get(firstId)!, recordOf.get(secondId)!)
  const proposals = findDuplicates(records)
  const proposed = new Set(proposals.map(({ firstId, secondId }) => keyOf(firstId, secondId)))
  const truth = new Set(pairs.map(({ firstId, secondId }) => keyOf(firstId, secondId)))
  const isFound = ({ firstId, secondId }: LabelledPair) => proposed.has(keyOf(firstId, secondId))
  const found = pairs.filter(isFound)
  const wrong = proposals.filter(({ firstId, secondId }) => !truth.has(keyOf(firstId, secondId)))
  return {
    ...{ people, records: records.length, found, wrong },
    missed: pairs.filter((pair) => !isFound(pair)),
    precision: found.length / proposals.length,
    recall: found.length / pairs.length,
    connectedRecall: found.filter(isConnected).length / pairs.filter(isConnected).length,
    falsePerHundred: (wrong.length / people) * 100,
  }
}

function printKinds(
  title: string,
  { found, missed }: Measured,
  kindOf: (pair: LabelledPair) => string,
): void {
  const kinds = [...new Set([...found, ...missed].map(kindOf))].sort()
  const lines = kinds.map((kind) => {
    const hits = found.filter((pair) => kindOf(pair) === kind).length
    const all = hits + missed.filter((pair) => kindOf(pair) === kind).length
    return `${kind} ${hits}/${all}`
  })
  console.log(`  ${title}: ${lines.join(' · ')}`)
}

/** Prints precision, recall and false proposals over both sets, and the recall of every kind of change. */
export async function printDuplicateFigures(): Promise<void> {
  for (const [name, origin] of Object.entries(sets)) {
    const set = labelledPeople(origin, peopleCount)
    const [milliseconds, result] = await timed(() => measure(set))
    const { records, people, found, missed, wrong, precision, recall, falsePerHundred } = result
    const { connectedRecall } = result
    const verdict = connectedRecall >= 0.98 && falsePerHundred <= 1 ? 'within' : 'NOT within'
    console.log(
      `Duplicates, ${name} set: ${people} people on ${records} records, ${found.length + missed.length} pairs: ` +
        `recall ${connectedRecall.toFixed(4)} of those that more than a name connects (${recall.toFixed(4)} of all), precision ${precision.toFixed(4)}, ${falsePerHundred.toFixed(2)} false proposals per 100 people · ` +
        `${verdict} 0.98 at 1 · ${milliseconds.toFixed(0)} ms`,
    )
    console.log(
      `  two people proposed as one: ${wrong.length}; missed: ${missed.length} (${percent(missed.length, missed.length + found.length)})`,
    )
    printKinds('By what became of the name', result, (pair) => pair.name)
    printKinds('By birth date', result, (pair) => pair.birthDate)
    printKinds('By phone', result, (pair) => pair.phone)
    printKinds('By number', result, (pair) => pair.id)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printDuplicateFigures()
