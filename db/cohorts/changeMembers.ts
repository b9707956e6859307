import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { MemberChange } from '../../shared/contract/cohorts.ts'
import { attemptProblems, mayOverride } from '../../shared/rules/attemptProblems.ts'
import { credentialRules } from '../../shared/rules/certification.ts'
import { memberProblems } from '../../shared/rules/memberProblems.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { AuditNote } from '../audit/writeAuditRows.ts'
import { invalidFields, notFound } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { attemptRecords } from '../attempts/attemptRecords.ts'
import { completedOn } from './cohortCounts.ts'
import type { CohortRecord } from './cohortRecords.ts'
import { refuseErased, type MemberRow } from './memberRecords.ts'

const recordedFields = [
  'startedOn',
  'outcome',
  'outcomeOn',
  'reason',
  'reasonNote',
  'entryLevel',
] as const satisfies readonly (keyof MemberRow)[]

/** What people record of a member, and change. */
export const recordedOf = (member: MemberRow) =>
  Object.fromEntries(recordedFields.map((name) => [name, member[name]])) as Pick<
    MemberRow,
    (typeof recordedFields)[number]
  >

/** Sittings on record that the changed start no longer allows. */
function attemptsOutside(after: MemberRow, cohort: CohortRecord, today: IsoDate): FieldProblem[] {
  if (cohort.credential === null || after.attempts.length === 0) return []
  const taker = { startedOn: after.startedOn, completedOn: completedOn(after, cohort) }
  const broken = attemptProblems(
    attemptRecords(after),
    taker,
    credentialRules(cohort.credential),
    today,
  ).some(({ code }) => !mayOverride(code))
  return broken ? [{ path: 'startedOn', code: 'cohorts.attemptsBeforeStart', values: {} }] : []
}

function problemsOf(after: MemberRow, cohort: CohortRecord, today: IsoDate): FieldProblem[] {
  const own = memberProblems(after, cohort, today).map(({ field, code, values }) => ({
    path: field,
    code,
    values,
  }))
  return own.length > 0 ? own : attemptsOutside(after, cohort, today)
}

/** Records starts and outcomes; throws every problem at its member and field, and then changes nothing. */
export async function changeMembers(
  db: Writer,
  cohort: CohortRecord,
  members: readonly MemberRow[],
  changes: readonly MemberChange[],
  call: { today: IsoDate; now: string; audit(note: AuditNote): void },
): Promise<void> {
  const byId = new Map(members.map((member) => [member.memberId, member]))
  const problems: FieldProblem[] = []
  const pairs = changes.map(({ entryLevel, ...change }, index) => {
    const before = byId.get(change.memberId)
    if (!before) throw notFound('member')
    refuseErased(before)
    const after = { ...before, ...change, ...(entryLevel === undefined ? {} : { entryLevel }) }
    for (const found of problemsOf(after, cohort, call.today)) {
      problems.push({ ...found, path: `members.${index}.${found.path}` })
    }
    return { before, after }
  })
  if (problems.length > 0) throw invalidFields(problems)
  for (const { before, after } of pairs) {
    await db
      .updateTable('cohortMembers')
      .set({ ...recordedOf(after), updatedAt: call.now })
      .where('id', '=', after.memberId)
      .execute()
    call.audit({
      subject: 'cohortMember',
      subjectId: after.memberId,
      learnerId: after.learnerId,
      before: { cohortId: cohort.id, ...recordedOf(before) },
      after: { cohortId: cohort.id, ...recordedOf(after) },
    })
  }
}
