import type { AttemptFact } from '../../shared/rules/certification.ts'
import type { MemberFact } from '../../shared/rules/completion.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { AttemptResult, LeavingReason, MemberOutcome } from '../../shared/values/vocabulary.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { refused } from '../failure.ts'
import type { Reads } from './cohortRecords.ts'

/** One sitting as it is recorded. */
export interface AttemptRow extends AttemptFact {
  id: number
  overrideReason: string | null
}

/** One learner in one cohort, with the sittings. */
export interface MemberRow extends MemberFact {
  memberId: number
  cohortId: number
  learnerId: number
  familyName: string
  givenName: string
  preferredName: string | null
  studentId: string | null
  screeningId: number | null
  entryLevel: number | null
  outcome: MemberOutcome
  reasonNote: string | null
  /** Counted without a name; nothing more is recorded. */
  isErased: boolean
  attempts: AttemptRow[]
}

/** Throws for a seat whose person was erased: what is counted of it stays as it is. */
export function refuseErased({ isErased }: MemberRow): void {
  if (isErased) throw refused('keep.memberErased')
}

async function readAttempts(db: Reads, cohortIds: readonly number[]) {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
    .select([
      'attempts.id',
      'attempts.cohortMemberId',
      'attempts.partKey',
      'attempts.number',
      'attempts.takenOn',
      'attempts.result',
      'attempts.resultOn',
      'attempts.overrideReason',
    ])
    .where('cohortMembers.cohortId', 'in', cohortIds)
    .orderBy('attempts.cohortMemberId')
    .orderBy('attempts.number')
    .execute()
  return groupBy(rows, (row) => row.cohortMemberId)
}

/** The members in sight of these cohorts by cohort, in the order of their names. */
export async function readMembers(
  db: Reads,
  cohortIds: readonly number[],
  sight: Sight,
): Promise<Map<number, MemberRow[]>> {
  if (cohortIds.length === 0) return new Map()
  const attempts = await readAttempts(db, cohortIds)
  const rows = await db
    .selectFrom('cohortMembers')
    .innerJoin('learners', 'learners.id', 'cohortMembers.learnerId')
    .select([
      'cohortMembers.id as memberId',
      'cohortMembers.cohortId',
      'cohortMembers.learnerId',
      'learners.familyName',
      'learners.givenName',
      'learners.preferredName',
      'learners.studentId',
      'cohortMembers.screeningId',
      'cohortMembers.entryLevel',
      'cohortMembers.startedOn',
      'cohortMembers.outcome',
      'cohortMembers.outcomeOn',
      'cohortMembers.reason',
      'cohortMembers.reasonNote',
      'learners.erasedAt',
    ])
    .where('cohortMembers.cohortId', 'in', cohortIds)
    .where(learnerInSight(sight, 'cohortMembers.learnerId'))
    .orderBy('learners.foldedName')
    .orderBy('cohortMembers.id')
    .execute()
  const members = rows.map(({ erasedAt, ...row }): MemberRow => ({
    ...row,
    isErased: erasedAt !== null,
    outcome: row.outcome as MemberOutcome,
    reason: row.reason as LeavingReason | null,
    attempts: (attempts.get(row.memberId) ?? []).map((attempt) => ({
      id: attempt.id,
      part: attempt.partKey,
      sequence: attempt.number,
      takenOn: attempt.takenOn,
      result: attempt.result as AttemptResult,
      resultOn: attempt.resultOn,
      overrideReason: attempt.overrideReason,
    })),
  }))
  return groupBy(members, (member) => member.cohortId)
}
