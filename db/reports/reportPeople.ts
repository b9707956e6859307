import type { CertificationNumber, CompletionNumber, ReportPerson } from '../../shared/contract/reports.ts'
import type { CandidateStanding } from '../../shared/rules/certification.ts'
import type { MemberStatus } from '../../shared/rules/completion.ts'
import type { LeavingReason } from '../../shared/values/vocabulary.ts'
import type { Counted } from './population.ts'

/** Somebody behind a number, by name for the program's own people. */
export function reportPersonOf({ member, cohort, status, standing }: Counted): ReportPerson {
  return {
    learnerId: member.learnerId,
    name: [member.familyName, member.givenName].filter((part) => part !== '').join(', '),
    studentId: member.studentId,
    cohortId: cohort.id,
    cohortCode: cohort.code,
    site: cohort.site,
    entryLevel: member.entryLevel,
    status,
    reason: status === 'withdrew' || status === 'excluded' ? member.reason : null,
    certifiedOn: standing?.certifiedOn ?? null,
  }
}

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

/** Whether somebody is counted in a number of the certification report; `part` for the numbers of one part. */
export function isInCertificationNumber(number: CertificationNumber, part: string | null) {
  const tests: Record<CertificationNumber, (standing: CandidateStanding) => boolean> = {
    completers: ({ completed }) => completed,
    tested: ({ parts }) => parts.some((one) => one.part === part && one.firstTest !== null),
    passedFirst: ({ parts }) => parts.some((one) => one.part === part && one.firstTest?.passed === true),
    testedAll: tookAll,
    passedAllFirst: ({ parts }) => parts.every(({ firstTest }) => firstTest?.passed === true),
    certified: ({ certifiedOn }) => certifiedOn !== null,
    certifiedCompleters: ({ completed, certifiedOn }) => completed && certifiedOn !== null,
    pending: ({ pending }) => pending,
  }
  return ({ standing }: Counted): boolean => standing !== null && tests[number](standing)
}
