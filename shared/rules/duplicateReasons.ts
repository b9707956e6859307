import type { IsoDate } from '../values/dates.ts'

/** What is known of a person when looking for duplicates. */
export interface PersonFact {
  /** Names the record in the answer; never evidence. */
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  /** What people call them, where it is no part of the name. */
  readonly preferredName: string | null
  readonly birthDate: IsoDate | null
  readonly phones: readonly string[]
  /** Numbers given by schools and systems, as `system:number`: equal ones are strong evidence. */
  readonly ids: readonly string[]
}

export const duplicateReasons = [
  'sameId',
  'sameBirthDate',
  'dayAndMonthSwapped',
  'birthDateOneDigitOff',
  'birthYearOnly',
  'samePhone',
  'sameName',
  'sameNameJoined',
  'partialName',
  'familiarName',
  'similarName',
  'otherFamilyName',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/** What decides beside the name, the strongest first. */
export const decidingEvidence = [
  'id',
  'birthDateAndPhone',
  'birthDate',
  'nearBirthDate',
  'phone',
  'nameAlone',
] as const
export type DecidingEvidence = (typeof decidingEvidence)[number]

/** What decides that a pair is proposed, from its reasons. */
export function decidingEvidenceOf(reasons: readonly DuplicateReason[]): DecidingEvidence {
  const has = (reason: DuplicateReason) => reasons.includes(reason)
  if (has('sameId')) return 'id'
  if (has('sameBirthDate')) return has('samePhone') ? 'birthDateAndPhone' : 'birthDate'
  if (has('dayAndMonthSwapped') || has('birthDateOneDigitOff') || has('birthYearOnly')) return 'nearBirthDate'
  return has('samePhone') ? 'phone' : 'nameAlone'
}

/** How strongly two records look like one person. */
export interface DuplicateEvidence {
  /** From 0 to 1; only for ordering a list. */
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
  /** True if a person should look at the pair. */
  readonly propose: boolean
}
