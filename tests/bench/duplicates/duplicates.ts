import { fileURLToPath } from 'node:url'
import { findDuplicates, type DuplicateProposal } from '../../../shared/rules/duplicates.ts'
import { timed } from '../figures.ts'
import { labelledPeople, type LabelledPair, type LabelledPeople } from './labelledPeople.ts'

/**
 * The first set is for looking into while the rule is worked on. Into the second nobody looks: it has other
 * people, and a third of its names do not occur in the first.
 */
export const sets = {
  known: { seed: 20261122, hasEveryName: false },
  heldOut: { seed: 70140611, hasEveryName: true },
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
  /** Pairs of two people proposed, for every hundred people. */
  falsePerHundred: number
}

export function measure({ people, records, pairs }: LabelledPeople): Measured {
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
    const verdict = recall >= 0.98 && falsePerHundred <= 1 ? 'within' : 'NOT within'
    console.log(
      `Duplicates, ${name} set: ${people} people on ${records} records, ${found.length + missed.length} pairs: ` +
        `recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}, ${falsePerHundred.toFixed(2)} false proposals per 100 people · ` +
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
