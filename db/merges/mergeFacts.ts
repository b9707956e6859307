import {
  chosenFact,
  mergedFacts,
  type FactChoice,
  type FactSide,
  type MergedFact,
} from '../../shared/rules/merging.ts'
import { foldPhone, nameSearchKey } from '../../shared/values/names.ts'
import { invalidFields } from '../failure.ts'
import type { MergeLog } from './mergeLog.ts'
import { learnerTable, otherIdTable, phoneTable } from './personTables.ts'
import type { PersonRows } from './readPerson.ts'
import type { Row } from './rows.ts'

export type FactChoices = Readonly<Partial<Record<MergedFact, FactChoice>>>

/** The facts of the one record. A number or a name cannot be both of two. */
function factsOf(kept: Row, other: Row, choices: FactChoices): Row {
  const facts: Record<string, FactSide['value']> = {}
  for (const fact of mergedFacts) {
    const choice = choices[fact] ?? 'kept'
    if (choice === 'both' && fact !== 'notes')
      throw invalidFields([{ path: `facts.${fact}`, code: 'merges.notBoth', values: {} }])
    facts[fact] = chosenFact(choice, kept[fact] ?? null, other[fact] ?? null)
  }
  return facts
}

/** How two phone numbers are compared; one without digits by its letters. */
const phoneKey = (number: string) => foldPhone(number) || number

/** The phones that only the other record has, each number once. */
function phonesToAdd(kept: PersonRows, other: PersonRows): Row[] {
  const known = new Set(kept.phones.map(({ number }) => phoneKey(String(number))))
  return other.phones.filter(({ number }) => {
    const key = phoneKey(String(number))
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
}

/** The phones of the one record: first those of the kept one. */
export const phonesOfBoth = ({ kept, other }: { kept: PersonRows; other: PersonRows }): Row[] => [
  ...kept.phones,
  ...phonesToAdd(kept, other),
]

/** They come after those of the kept record. */
async function unitePhones(log: MergeLog, kept: PersonRows, other: PersonRows): Promise<void> {
  const last = kept.phones.reduce((most, row) => Math.max(most, Number(row.position)), -1)
  for (const [index, { id: _, ...phone }] of phonesToAdd(kept, other).entries())
    await log.add(phoneTable, { ...phone, learnerId: kept.id, position: last + 1 + index })
}

/** Files and searches find the one record by every number that either had. */
async function uniteIds(log: MergeLog, kept: PersonRows, other: PersonRows, ownId: FactSide['value']) {
  for (const row of other.otherIds) await log.change(otherIdTable, row, { learnerId: kept.id })
  const known = new Set([...kept.otherIds, ...other.otherIds].map(({ studentId }) => studentId))
  for (const { learner } of [kept, other]) {
    const { studentId, importId } = learner
    if (studentId === null || studentId === ownId || known.has(studentId!)) continue
    await log.add(otherIdTable, { studentId: studentId!, learnerId: kept.id, importId: importId ?? null })
  }
}

/**
 * Writes the chosen facts into the kept record, with the phones and numbers of both, and takes the other one out of
 * sight. Answers what the kept record's facts were and are, as far as they differ.
 */
export async function mergeFacts(
  log: MergeLog,
  { kept, other, earlier }: { kept: PersonRows; other: PersonRows; earlier: readonly Row[] },
  choices: FactChoices,
  now: string,
): Promise<{ before: Row; after: Row }> {
  const facts = factsOf(kept.learner, other.learner, choices)
  // Its number first: two learners never have one.
  await log.change(learnerTable, other.learner, { studentId: null, mergedIntoId: kept.id })
  for (const row of earlier) await log.change(learnerTable, row, { mergedIntoId: kept.id })
  const names = facts as unknown as Parameters<typeof nameSearchKey>[0]
  await log.change(learnerTable, kept.learner, {
    ...{ ...facts, foldedName: nameSearchKey(names), updatedAt: now },
  })
  await uniteIds(log, kept, other, facts.studentId ?? null)
  await unitePhones(log, kept, other)
  const changed = mergedFacts.filter((fact) => facts[fact] !== kept.learner[fact])
  return {
    before: Object.fromEntries(changed.map((fact) => [fact, kept.learner[fact] ?? null])),
    after: Object.fromEntries(changed.map((fact) => [fact, facts[fact] ?? null])),
  }
}
