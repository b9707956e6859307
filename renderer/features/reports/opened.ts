import type {
  CertificationLine,
  CertificationNumber,
  CompletionLine,
  CompletionNumber,
} from '../../../shared/contract/reports.ts'
import type { AttemptResult } from '../../../shared/values/vocabulary.ts'

type Line = Pick<CompletionLine | CertificationLine, 'kind' | 'key'>

/** Which people stand behind a number, as the core is asked for them. */
export type PeopleAsked =
  | { report: 'completion'; line: Line; number: CompletionNumber; reason?: string | null }
  | {
      report: 'certification'
      credentialId: number
      line: Line
      number: CertificationNumber
      part?: string | null
      attempt?: number
      result?: AttemptResult
    }

/** A number that somebody opened: what it is called, what it means, and who is behind it. */
export interface OpenedNumber {
  /** What it counts or divides: "Completed". */
  title: string
  /** The cohort, site or level that it is of. */
  of: string
  /** Its key in `core:reports.definitions`. */
  definition: string
  /** For a rate, in words: "62 of 89 · 69.7%". */
  rate?: string
  /** The people: one group for a count, numerator and denominator for a rate. */
  groups: readonly { id: string; label: string; asked: PeopleAsked }[]
}
