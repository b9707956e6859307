import type { AttemptRecord } from '../../shared/rules/attemptProblems.ts'
import type { MemberRow } from '../cohorts/memberRecords.ts'

/** A member's sittings as the checks want them. */
export const attemptRecords = (member: MemberRow): AttemptRecord[] =>
  member.attempts.map(({ part, sequence, takenOn, result, overrideReason }) => ({
    part,
    number: sequence,
    takenOn,
    result,
    overrideReason,
  }))
