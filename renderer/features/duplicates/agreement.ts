import type { ComparedPerson, DuplicatePair } from '../../../shared/contract/duplicates.ts'
import type { DuplicateReason } from '../../../shared/rules/duplicateReasons.ts'

/** The facts by which people are told apart, in the order in which one looks at them. */
export const comparedFacts = ['name', 'birthDate', 'studentIds', 'phones', 'email', 'firstLanguage'] as const
export type ComparedFact = (typeof comparedFacts)[number]

/** How a fact of two records compares; null where neither has it. */
export type Agreement = 'same' | 'similar' | 'different' | 'oneOnly' | null

const similarNames: readonly DuplicateReason[] = [
  'sameNameJoined',
  'partialName',
  'familiarName',
  'similarName',
]
const similarBirths: readonly DuplicateReason[] = [
  'dayAndMonthSwapped',
  'birthDateOneDigitOff',
  'birthYearOnly',
]

/** The numbers of a person, their own first. */
export const studentIdsOf = ({ studentId, otherIds }: ComparedPerson): string[] =>
  studentId === null ? otherIds : [studentId, ...otherIds]

function presence(first: boolean, second: boolean, agreement: Agreement): Agreement {
  if (first && second) return agreement
  return first || second ? 'oneOnly' : null
}

const byText = (first: string | null, second: string | null) =>
  presence(
    first !== null,
    second !== null,
    first?.toLowerCase() === second?.toLowerCase() ? 'same' : 'different',
  )

/** How one fact of a pair compares: names, birth dates, phones and numbers by what the rule found. */
export function agreementOf(fact: ComparedFact, { first, second, reasons }: DuplicatePair): Agreement {
  const has = (reason: DuplicateReason) => reasons.includes(reason)
  const found = (same: DuplicateReason, similar: readonly DuplicateReason[] = []): Agreement =>
    has(same) ? 'same' : similar.some(has) ? 'similar' : 'different'
  switch (fact) {
    case 'name':
      return found('sameName', similarNames)
    case 'birthDate':
      return presence(
        first.birthDate !== null,
        second.birthDate !== null,
        found('sameBirthDate', similarBirths),
      )
    case 'studentIds':
      return presence(studentIdsOf(first).length > 0, studentIdsOf(second).length > 0, found('sameId'))
    case 'phones':
      return presence(first.phones.length > 0, second.phones.length > 0, found('samePhone'))
    case 'email':
    case 'firstLanguage':
      return byText(first[fact], second[fact])
  }
}
