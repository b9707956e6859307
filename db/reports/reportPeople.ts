import type { CertificationNumber, CompletionNumber } from '../../shared/contract/reports.ts'
import type { CandidateStanding } from '../../shared/rules/certification.ts'
import type { MemberStatus } from '../../shared/rules/completion.ts'
import type { AttemptRow } from '../cohorts/memberRecords.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { AttemptResult, LeavingReason } from '../../shared/values/vocabulary.ts'
import { knownSittings, type Counted } from './population.ts'

/** Numbers that count people of several statuses. */
const statusesOf: Partial<Record<CompletionNumber, readonly MemberStatus[]>> = {
  enrolled: ['completed', 'withdrew', 'excluded', 'stillIn'],
  inRate: ['completed', 'withdrew', 'stillIn'],
  finished: ['completed', 'withdrew'],
}

/** Whether somebody is counted in a number of the completion report. */
export function isInCompletionNumber(number: CompletionNumber, reason: LeavingReason | 'none' | null) {
  return ({ status, member }: Counted): boolean => {
    const statuses = statusesOf[number]
    if (statuses !== undefined) return statuses.includes(status)
    return status === number && (reason === null || (member.reason ?? 'none') === reason)
  }
}

const tookAll = ({ parts }: CandidateStanding) => parts.every(({ firstTest }) => firstTest !== null)

/** What a number of the certification report is asked for by. */
export interface CertificationAsked {
  readonly number: CertificationNumber
  /** For the numbers of one part. */
  readonly part: string | null
  /** For sittings: the number of the attempt, and its result as known on the date. */
  readonly attempt: number | null
  readonly result: AttemptResult | null
}

/** Whether somebody is counted in a number of the certification report as of a date. */
export function isInCertificationNumber(asked: CertificationAsked, asOf: IsoDate) {
  const { number, part, attempt, result } = asked
  const tests: Record<Exclude<CertificationNumber, 'sat'>, (standing: CandidateStanding) => boolean> = {
    completers: ({ completed }) => completed,
    tested: ({ parts }) => parts.some((one) => one.part === part && one.firstTest !== null),
    passedFirst: ({ parts }) => parts.some((one) => one.part === part && one.firstTest?.passed === true),
    testedAll: tookAll,
    passedAllFirst: ({ parts }) => parts.every(({ firstTest }) => firstTest?.passed === true),
    certified: ({ certifiedOn }) => certifiedOn !== null,
    certifiedCompleters: ({ completed, certifiedOn }) => completed && certifiedOn !== null,
    pending: ({ pending }) => pending,
  }
  const sittingsOf = knownSittings(asOf)
  const isAsked = (sitting: AttemptRow) =>
    sitting.part === part && sitting.sequence === attempt && sitting.result === result
  return (counted: Counted): boolean => {
    if (counted.standing === null) return false
    return number === 'sat' ? sittingsOf(counted).some(isAsked) : tests[number](counted.standing)
  }
}
