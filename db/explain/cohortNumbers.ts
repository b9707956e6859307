import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import { memberStatus } from '../../shared/rules/completion.ts'
import type { QueryCall } from '../calls/call.ts'
import { holdsSeat, summaryOf } from '../cohorts/cohortCounts.ts'
import { readCohort } from '../cohorts/cohortRecords.ts'
import { readMembers, type MemberRow } from '../cohorts/memberRecords.ts'
import { standingFacts } from './completion.ts'
import { count, group, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.cohort)['~orpc']['inputSchema']>>

/** What the members of a cohort, or its seats left, are made of: those who sit in it. */
export async function cohortMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  const { cohortId, number } = input
  const cohort = await readCohort(db, cohortId, sight)
  const all = (await readMembers(db, [cohortId], sight)).get(cohortId) ?? []
  const { members, seats, seatsLeft } = summaryOf(cohort, all, today, sight)
  const behind = (member: MemberRow): Behind => ({
    id: member.memberId,
    learnerId: member.learnerId,
    facts: standingFacts({ member, cohort, status: memberStatus(member, today) }),
    sources: [{ subject: 'cohortMember', subjectId: member.memberId }],
  })
  if (number === 'members') return count(today, members, all, behind)
  return {
    asOf: today,
    value: { kind: 'seatsLeft', seats, left: seatsLeft },
    groups: [group('everyone', all.filter(holdsSeat), behind)],
  }
}
