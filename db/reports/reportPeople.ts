import type { certificationNumbers, completionNumbers, ReportPerson } from '../../shared/contract/reports.ts'
import type { CandidateStanding } from '../../shared/rules/certification.ts'
import type { LeavingReason } from '../../shared/values/vocabulary.ts'
import type { Counted } from './population.ts'

/** Somebody behind a number, by name for the program's own people. */
export function reportPersonOf({ member, cohort, status, standing }: Counted): ReportPerson {
  return {
    learnerId: member.learnerId,
    name: `${member.familyName}, ${member.givenName}`,
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

type CompletionNumber = (typeof completionNumbers)[number]

const enrolledStatuses = ['completed', 'withdrew', 'excluded', 'stillIn']

/** Whether somebody is counted in a number of the completion report. */
export function isInCompletionNumber(number: CompletionNumber, reason: LeavingReason | 'none' | null) {
  return ({ status, member }: Counted): boolean => {
    if (number === 'listed') return true
    if (number === 'enrolled') return enrolledStatuses.includes(status)
    return status === number && (reason === null || (member.reason ?? 'none') === reason)
  }
}

const tookAll = ({ parts }: CandidateStanding) => parts.every(({ firstTest }) => firstTest !== null)

/** Whether somebody is counted in a number of the certification report; `part` for the numbers of one part. */
export function isInCertificationNumber(number: (typeof certificationNumbers)[number], part: string | null) {
  const tests: Record<typeof number, (standing: CandidateStanding) => boolean> = {
    completers: ({ completed }) => completed,
    tested: ({ parts }) => parts.some((one) => one.part === part && one.firstTest !== null),
    passedFirst: ({ parts }) => parts.some((one) => one.part === part && one.firstTest?.passed === true),
    testedAll: tookAll,
    passedAllFirst: ({ parts }) => parts.every(({ firstTest }) => firstTest?.passed === true),
    certified: ({ certifiedOn }) => certifiedOn !== null,
    certifiedCompleters: ({ completed, certifiedOn }) => completed && certifiedOn !== null,
    pending: ({ pending }) => pending,
    notCertified: ({ completed, certifiedOn }) => completed && certifiedOn === null,
  }
  return ({ standing }: Counted): boolean => standing !== null && tests[number](standing)
}
