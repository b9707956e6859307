import type { LaterEntry } from '../../../shared/values/imports.ts'
import type { Schema } from '../../schema.ts'
import type { PlanDb } from '../planning.ts'
import type { RecordSubject } from '../recordChanges.ts'
import type { ImportedRecord } from './importedRecords.ts'
import { inGroups } from './recordsNow.ts'

/** The records that are to be removed so far, by kind. */
export type Removed = ReadonlyMap<RecordSubject, ReadonlySet<number>>

/** A table whose rows belong to a record by one of its columns. */
interface Belonging {
  readonly table: keyof Schema & string
  readonly column: string
  readonly entry: LaterEntry
  /** The kind of its rows, where an import makes such rows too. */
  readonly subject?: RecordSubject
}

/**
 * What a record can have got of its own. Not here: a learner's phones and other numbers, which are compared
 * one by one; current levels, which follow from tests; pairs of distinct people, which go with either.
 */
export const belongings: Readonly<Partial<Record<RecordSubject, readonly Belonging[]>>> = {
  meeting: [{ table: 'attendance', column: 'meetingId', entry: 'attendance', subject: 'attendance' }],
  cohortMember: [{ table: 'attempts', column: 'cohortMemberId', entry: 'attempts', subject: 'attempt' }],
  cohort: [
    { table: 'cohortMembers', column: 'cohortId', entry: 'members', subject: 'cohortMember' },
    { table: 'instructionHours', column: 'cohortId', entry: 'hours', subject: 'instructionHours' },
  ],
  section: [
    { table: 'sectionMembers', column: 'sectionId', entry: 'seats', subject: 'sectionMember' },
    { table: 'assessments', column: 'sectionId', entry: 'tests', subject: 'assessment' },
    { table: 'instructionHours', column: 'sectionId', entry: 'hours', subject: 'instructionHours' },
    { table: 'meetings', column: 'sectionId', entry: 'meetings', subject: 'meeting' },
    { table: 'contacts', column: 'sectionId', entry: 'contacts' },
  ],
  learner: [
    { table: 'sectionMembers', column: 'learnerId', entry: 'seats', subject: 'sectionMember' },
    { table: 'assessments', column: 'learnerId', entry: 'tests', subject: 'assessment' },
    { table: 'cohortMembers', column: 'learnerId', entry: 'cohorts', subject: 'cohortMember' },
    { table: 'instructionHours', column: 'learnerId', entry: 'hours', subject: 'instructionHours' },
    { table: 'attendance', column: 'learnerId', entry: 'attendance', subject: 'attendance' },
    { table: 'evidence', column: 'learnerId', entry: 'evidence' },
    { table: 'contacts', column: 'learnerId', entry: 'contacts' },
    { table: 'waivers', column: 'learnerId', entry: 'waivers' },
    { table: 'screeningResults', column: 'learnerId', entry: 'screenings' },
    { table: 'screeningOpenAnswers', column: 'learnerId', entry: 'screenings' },
    { table: 'decisions', column: 'learnerId', entry: 'screenings' },
    { table: 'waitlistEntries', column: 'learnerId', entry: 'waitlist' },
    { table: 'disclosureLearners', column: 'learnerId', entry: 'disclosures' },
    { table: 'learnerHolds', column: 'learnerId', entry: 'holds' },
    { table: 'acceptedFindings', column: 'learnerId', entry: 'acceptedFindings' },
  ],
}

const nothing: ReadonlySet<number> = new Set()

/** Which records have rows in a table that are not removed along with them. */
async function owners(
  db: PlanDb,
  { table, column, subject }: Belonging,
  ids: readonly number[],
  gone: Removed,
) {
  const removed = (subject && gone.get(subject)) ?? nothing
  // One statement for many tables, typed as one of them: a test compares their columns with the file's.
  const rows = await inGroups(ids, (some) =>
    db
      .selectFrom(table as 'assessments')
      .select(`${column as 'learnerId'} as owner`)
      .distinct()
      .$if(subject !== undefined, (one) => one.select('id'))
      .where(column as 'learnerId', 'in', some)
      .execute(),
  )
  return rows.filter(({ id }) => id === undefined || !removed.has(id)).map(({ owner }) => owner)
}

/** The last day of attendance and hours in each seat; nothing for seats without any. */
async function lastDaysInSeats(db: PlanDb, ids: readonly number[]) {
  const marks = await inGroups(ids, (some) =>
    db
      .selectFrom('sectionMembers')
      .innerJoin('meetings', 'meetings.sectionId', 'sectionMembers.sectionId')
      .innerJoin('attendance', (join) =>
        join
          .onRef('attendance.meetingId', '=', 'meetings.id')
          .onRef('attendance.learnerId', '=', 'sectionMembers.learnerId'),
      )
      .select(['sectionMembers.id', (row) => row.fn.max('meetings.heldOn').as('last')])
      .where('sectionMembers.id', 'in', some)
      .groupBy('sectionMembers.id')
      .execute(),
  )
  const hours = await inGroups(ids, (some) =>
    db
      .selectFrom('sectionMembers')
      .innerJoin('instructionHours', (join) =>
        join
          .onRef('instructionHours.sectionId', '=', 'sectionMembers.sectionId')
          .onRef('instructionHours.learnerId', '=', 'sectionMembers.learnerId'),
      )
      .select(['sectionMembers.id', (row) => row.fn.max('instructionHours.periodTo').as('last')])
      .where('sectionMembers.id', 'in', some)
      .groupBy('sectionMembers.id')
      .execute(),
  )
  return [
    ...marks.map((row) => ({ ...row, entry: 'attendance' as const })),
    ...hours.map((row) => ({ ...row, entry: 'hours' as const })),
  ]
}

/** The members whose cohort has hours for them. */
function membersWithHours(db: PlanDb, ids: readonly number[]) {
  return inGroups(ids, (some) =>
    db
      .selectFrom('cohortMembers')
      .innerJoin('instructionHours', (join) =>
        join
          .onRef('instructionHours.cohortId', '=', 'cohortMembers.cohortId')
          .onRef('instructionHours.learnerId', '=', 'cohortMembers.learnerId'),
      )
      .select('cohortMembers.id')
      .distinct()
      .where('cohortMembers.id', 'in', some)
      .execute(),
  )
}

/** Attempts that stay, by member: they hold up the member and the attempts before them. */
async function attemptsThatStay(db: PlanDb, ids: readonly number[], gone: Removed) {
  const removed = gone.get('attempt') ?? nothing
  const rows = await inGroups(ids, (some) =>
    db
      .selectFrom('attempts')
      .select(['id', 'cohortMemberId', 'recordedAt'])
      .where('cohortMemberId', 'in', some)
      .execute(),
  )
  return rows.filter(({ id }) => !removed.has(id))
}

/**
 * Attempts after which others were recorded: attempts are numbered in turn. An attempt that this import
 * brought itself holds none up, unless somebody changed it.
 */
async function attemptsWithLaterOnes(db: PlanDb, records: readonly ImportedRecord[], appliedAt: string) {
  const byId = new Map(records.map((record) => [record.id, record]))
  const rows = await inGroups([...byId.keys()], (some) =>
    db
      .selectFrom('attempts')
      .innerJoin('attempts as later', (join) =>
        join
          .onRef('later.cohortMemberId', '=', 'attempts.cohortMemberId')
          .onRef('later.partKey', '=', 'attempts.partKey')
          .onRef('later.number', '>', 'attempts.number'),
      )
      .select(['attempts.id', 'later.id as laterId', 'later.recordedAt'])
      .where('attempts.id', 'in', some)
      .execute(),
  )
  return rows.filter(
    ({ id, laterId, recordedAt }) =>
      recordedAt > appliedAt || (byId.get(id)!.isCreated && !byId.get(laterId)?.isCreated),
  )
}

/**
 * What records of one kind got of their own, by the record's number. A new record is held by everything that
 * stays; one that was only changed by what came after the import and rests on the change.
 */
export async function laterEntries(
  db: PlanDb,
  subject: RecordSubject,
  records: readonly ImportedRecord[],
  { gone, appliedAt }: { gone: Removed; appliedAt: string },
): Promise<Map<number, Set<LaterEntry>>> {
  const found = new Map<number, Set<LaterEntry>>()
  const note = (id: number, entry: LaterEntry) =>
    void found.set(id, (found.get(id) ?? new Set<LaterEntry>()).add(entry))
  const created = records.filter(({ isCreated }) => isCreated).map(({ id }) => id)
  for (const belonging of belongings[subject] ?? []) {
    for (const id of await owners(db, belonging, created, gone)) note(id, belonging.entry)
  }
  if (subject === 'sectionMember') {
    const byId = new Map(records.map((record) => [record.id, record]))
    for (const { id, entry, last } of await lastDaysInSeats(db, [...byId.keys()])) {
      const { isCreated, before } = byId.get(id)!
      if (isCreated || last >= String(before.endDate)) note(id, entry)
    }
  }
  if (subject === 'attempt') {
    for (const { id } of await attemptsWithLaterOnes(db, records, appliedAt)) note(id, 'attempts')
  }
  if (subject === 'cohortMember') {
    for (const { id } of await membersWithHours(db, created)) note(id, 'hours')
    const changed = records.filter(({ isCreated }) => !isCreated).map(({ id }) => id)
    for (const { cohortMemberId, recordedAt } of await attemptsThatStay(db, changed, gone)) {
      if (recordedAt > appliedAt) note(cohortMemberId, 'attempts')
    }
  }
  return found
}
