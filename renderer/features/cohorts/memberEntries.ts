import type { CohortDetails, MemberChange } from '../../../shared/contract/cohorts.ts'
import type { CohortMember } from '../../../shared/contract/cohortValues.ts'
import { memberProblems, reasonsFor, type MemberProblem } from '../../../shared/rules/memberProblems.ts'
import { isIsoDate, type IsoDate } from '../../../shared/values/dates.ts'
import { memberOutcomes, type LeavingReason, type MemberOutcome } from '../../../shared/values/vocabulary.ts'
import type { EntryChange } from '../../ui/entryColumns.ts'

export const memberFields = ['startedOn', 'outcome', 'outcomeOn', 'reason', 'reasonNote'] as const
export type MemberField = (typeof memberFields)[number]
/** What stands in the cells of a member, as typed. */
export type MemberValues = Record<MemberField, string>
/** What was typed and not saved, by member. */
export type MemberDrafts = Readonly<Record<number, MemberValues>>

/** One row of the grid. */
export interface MemberEntry {
  readonly member: CohortMember
  readonly values: MemberValues
  readonly isChanged: boolean
}

const recordedValues = (member: CohortMember): MemberValues => ({
  startedOn: member.startedOn ?? '',
  outcome: member.outcome,
  outcomeOn: member.outcomeOn ?? '',
  reason: member.reason ?? '',
  reasonNote: member.reasonNote ?? '',
})

const isSame = (one: MemberValues, other: MemberValues) =>
  memberFields.every((field) => one[field] === other[field])

/** The members with what was typed over what is on record. */
export function memberEntries(members: readonly CohortMember[], drafts: MemberDrafts): MemberEntry[] {
  return members.map((member) => {
    const recorded = recordedValues(member)
    const values = drafts[member.memberId] ?? recorded
    return { member, values, isChanged: !isSame(values, recorded) }
  })
}

/** The chosen outcome; what is no outcome counts as none yet. */
export const outcomeIn = ({ outcome }: MemberValues): MemberOutcome =>
  memberOutcomes.find((known) => known === outcome) ?? 'stillIn'

/** What follows from a new outcome: no reason where none fits, and the last day for those who complete. */
function withOutcome(values: MemberValues, cohort: CohortDetails, today: IsoDate): MemberValues {
  const outcome = outcomeIn(values)
  const next = { ...values, outcome }
  if (reasonsFor(outcome).length === 0) Object.assign(next, { reason: '', reasonNote: '' })
  if (outcome === 'completed' && next.outcomeOn === '' && cohort.endDate <= today) {
    next.outcomeOn = cohort.endDate
  }
  return next
}

/** The drafts after some cells changed. Members typed back to what is on record drop out. */
export function changeMemberCells(
  entries: readonly MemberEntry[],
  drafts: MemberDrafts,
  changes: readonly EntryChange[],
  cohort: CohortDetails,
  today: IsoDate,
): MemberDrafts {
  const next: Record<number, MemberValues> = { ...drafts }
  for (const { rowIndex, columnId, value } of changes) {
    const entry = entries[rowIndex]
    if (!entry) continue
    const { member } = entry
    const values = { ...(next[member.memberId] ?? entry.values), [columnId]: value }
    next[member.memberId] = columnId === 'outcome' ? withOutcome(values, cohort, today) : values
  }
  for (const { member } of entries) {
    const draft = next[member.memberId]
    if (draft && isSame(draft, recordedValues(member))) delete next[member.memberId]
  }
  return next
}

/** Starts everyone who has neither start nor outcome on one day. */
export const startEveryone = (entries: readonly MemberEntry[], day: IsoDate): EntryChange[] =>
  entries.flatMap(({ values }, rowIndex) =>
    values.startedOn === '' && values.outcome === 'stillIn'
      ? [{ rowIndex, columnId: 'startedOn', value: day }]
      : [],
  )

const dayIn = (text: string) => (isIsoDate(text) ? text : null)

/** A changed row as the core takes it. */
export function memberChange({ member, values }: MemberEntry): MemberChange {
  return {
    memberId: member.memberId,
    startedOn: dayIn(values.startedOn),
    outcome: outcomeIn(values),
    outcomeOn: dayIn(values.outcomeOn),
    reason: reasonsFor(outcomeIn(values)).find((known) => known === values.reason) ?? null,
    reasonNote: values.reasonNote.trim() === '' ? null : values.reasonNote,
  }
}

/** True where something typed stands for nothing: a date that cannot be read, a reason that is not on the list. */
const isUnread = ({ startedOn, outcomeOn, reason, outcome }: MemberValues) =>
  [startedOn, outcomeOn].some((text) => text !== '' && !isIsoDate(text)) ||
  (reason !== '' && !reasonsFor(outcome as MemberOutcome).includes(reason as LeavingReason))

/** What is wrong with a changed row, by field, as the core would refuse it. */
export function memberEntryProblems(
  entry: MemberEntry,
  cohort: CohortDetails,
  today: IsoDate,
): Partial<Record<MemberField, MemberProblem>> {
  if (!entry.isChanged) return {}
  const { entryLevel: _level, ...record } = memberChange(entry)
  const problems = memberProblems({ ...record, reasonNote: record.reasonNote ?? null }, cohort, today)
  return Object.fromEntries(problems.map((problem) => [problem.field, problem]))
}

/** True while a changed row cannot be saved. */
export const needsALook = (entry: MemberEntry, cohort: CohortDetails, today: IsoDate): boolean =>
  entry.isChanged &&
  (isUnread(entry.values) || Object.keys(memberEntryProblems(entry, cohort, today)).length > 0)
