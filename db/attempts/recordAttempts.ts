import type { AttemptEntry } from '../../shared/contract/attempts.ts'
import type { FieldProblem } from '../../shared/contract/failures.ts'
import {
  attemptProblems,
  type AttemptProblem,
  type AttemptRecord,
} from '../../shared/rules/attemptProblems.ts'
import type { CredentialRules } from '../../shared/rules/certification.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { AttemptResult } from '../../shared/values/vocabulary.ts'
import type { AuditNote } from '../audit/writeAuditRows.ts'
import { completedOn } from '../cohorts/cohortCounts.ts'
import type { CohortRecord } from '../cohorts/cohortRecords.ts'
import { refuseErased, type AttemptRow, type MemberRow } from '../cohorts/memberRecords.ts'
import { invalidFields, notFound } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { attemptRecords } from './attemptRecords.ts'

interface Entered extends AttemptEntry {
  /** Its place in what was sent. */
  index: number
}

const keyOf = ({ part, number }: { part: string; number: number }) => `${number} ${part}`

const asRecord = (entry: AttemptEntry): AttemptRecord | null =>
  entry.takenOn === null || entry.result === null
    ? null
    : { ...entry, takenOn: entry.takenOn, result: entry.result }

/** The member's sittings as they will be. */
function merged(member: MemberRow, entries: readonly Entered[]): AttemptRecord[] {
  const byKey = new Map(attemptRecords(member).map((record) => [keyOf(record), record]))
  for (const entry of entries) {
    const record = asRecord(entry)
    if (record === null) byKey.delete(keyOf(entry))
    else byKey.set(keyOf(entry), record)
  }
  return [...byKey.values()]
}

/** The entry to blame: the sitting itself, or a change before it that it no longer fits. */
function entryFor({ attempt }: AttemptProblem, entries: readonly Entered[]): Entered {
  const itself = entries.find((entry) => keyOf(entry) === keyOf(attempt))
  return itself ?? entries.find((entry) => entry.part === attempt.part) ?? entries[0]!
}

function twice(entries: readonly Entered[]): FieldProblem[] {
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    const known = seen.has(keyOf(entry))
    seen.add(keyOf(entry))
    return known ? [{ path: `attempts.${entry.index}.takenOn`, code: 'attempts.twice', values: {} }] : []
  })
}

/** What is wrong with one member's sittings once the entries are in, each at its entry. */
function problemsFor(
  member: MemberRow,
  cohort: CohortRecord,
  entries: readonly Entered[],
  rules: CredentialRules,
  today: IsoDate,
): FieldProblem[] {
  const taker = { startedOn: member.startedOn, completedOn: completedOn(member, cohort) }
  const problems = attemptProblems(merged(member, entries), taker, rules, today)
  return [
    ...twice(entries),
    ...problems.map((problem) => ({
      path: `attempts.${entryFor(problem, entries).index}.${problem.field}`,
      code: problem.code,
      values: problem.values,
    })),
  ]
}

const asBefore = (before: AttemptRow | undefined) => {
  if (before === undefined) return null
  const { takenOn, result, overrideReason } = before
  return { takenOn, result, overrideReason }
}

/** An awaited result becomes known today: a report as of an earlier day goes on calling it awaited. */
function resultKnownOn(
  before: AttemptRow | undefined,
  result: AttemptResult,
  today: IsoDate,
): IsoDate | null {
  if (before === undefined || result === 'waiting') return null
  return before.result === 'waiting' ? today : before.resultOn
}

async function save(
  db: Writer,
  member: MemberRow,
  entry: Entered,
  call: { today: IsoDate; now: string; audit(note: AuditNote): void },
): Promise<'recorded' | 'removed' | 'unchanged'> {
  const old = member.attempts.find(({ part, sequence }) => part === entry.part && sequence === entry.number)
  const before = asBefore(old)
  const note = { subject: 'attempt', learnerId: member.learnerId } as const
  const sitting = { cohortId: member.cohortId, partKey: entry.part, number: entry.number }
  const record = asRecord(entry)
  if (record === null) {
    if (old === undefined) return 'unchanged'
    await db.deleteFrom('attempts').where('id', '=', old.id).execute()
    call.audit({ ...note, subjectId: old.id, before: { ...sitting, ...before } })
    return 'removed'
  }
  const { takenOn, result, overrideReason } = record
  const after = { takenOn, result, overrideReason }
  if (JSON.stringify(before) === JSON.stringify(after)) return 'unchanged'
  const values = { ...after, resultOn: resultKnownOn(old, result, call.today), recordedAt: call.now }
  const { id } = await db
    .insertInto('attempts')
    .values({ cohortMemberId: member.memberId, partKey: entry.part, number: entry.number, ...values })
    .onConflict((conflict) => conflict.columns(['cohortMemberId', 'partKey', 'number']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  call.audit({
    ...{ ...note, subjectId: id },
    before: before && { ...sitting, ...before },
    after: { ...sitting, ...after },
  })
  return 'recorded'
}

/** Records the sittings of a cohort; throws every problem at its entry, and then changes nothing. */
export async function recordAttempts(
  db: Writer,
  { cohort, members, rules }: { cohort: CohortRecord; members: readonly MemberRow[]; rules: CredentialRules },
  entries: readonly AttemptEntry[],
  call: { today: IsoDate; now: string; audit(note: AuditNote): void },
): Promise<{ recorded: number; removed: number }> {
  const byId = new Map(members.map((member) => [member.memberId, member]))
  const entered = entries.map((entry, index) => ({ ...entry, index }))
  const byMember = [...groupBy(entered, ({ memberId }) => memberId)].map(([memberId, own]) => {
    const member = byId.get(memberId)
    if (!member) throw notFound('member')
    refuseErased(member)
    return { member, own }
  })
  const problems = byMember.flatMap(({ member, own }) => problemsFor(member, cohort, own, rules, call.today))
  if (problems.length > 0) throw invalidFields(problems)
  const counts = { recorded: 0, removed: 0, unchanged: 0 }
  for (const { member, own } of byMember) {
    for (const entry of own) counts[await save(db, member, entry, call)]++
  }
  return { recorded: counts.recorded, removed: counts.removed }
}
