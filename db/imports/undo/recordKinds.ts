import type { RecordSubject } from '../recordChanges.ts'
import type { Fields } from './importedRecords.ts'

interface RecordKind {
  readonly table:
    | 'learners'
    | 'sections'
    | 'sectionMembers'
    | 'meetings'
    | 'attendance'
    | 'instructionHours'
    | 'assessments'
    | 'cohorts'
    | 'cohortMembers'
    | 'attempts'
  /** Columns that say which record it is, or follow from others: no edit by anybody. */
  readonly derived: readonly string[]
  /** What a new record holds in columns of which a file says nothing, where that is not empty. */
  readonly defaults: Fields
  /** True where each value stands by itself; elsewhere they are put back together or not at all. */
  readonly isByField: boolean
}

export const recordKinds: Readonly<Record<RecordSubject, RecordKind>> = {
  attempt: {
    table: 'attempts',
    derived: ['id', 'cohortMemberId', 'importId', 'recordedAt'],
    defaults: {},
    isByField: false,
  },
  cohortMember: {
    table: 'cohortMembers',
    derived: ['id', 'cohortId', 'learnerId', 'importId', 'updatedAt'],
    defaults: {},
    isByField: false,
  },
  cohort: {
    table: 'cohorts',
    derived: ['id', 'trackVersionId', 'importId', 'createdAt', 'updatedAt'],
    defaults: { staff: '[]', deliveryFeatures: '[]' },
    isByField: false,
  },
  assessment: {
    table: 'assessments',
    // A score gets another level when somebody corrects the table of its test.
    derived: ['id', 'learnerId', 'sectionId', 'importId', 'recordedAt', 'recordedBy', 'level'],
    defaults: {},
    isByField: false,
  },
  attendance: {
    table: 'attendance',
    derived: ['id', 'meetingId', 'learnerId', 'importId'],
    defaults: {},
    isByField: false,
  },
  meeting: { table: 'meetings', derived: ['id', 'sectionId'], defaults: {}, isByField: true },
  instructionHours: {
    table: 'instructionHours',
    derived: ['id', 'learnerId', 'sectionId', 'cohortId', 'recordedAt'],
    defaults: {},
    isByField: false,
  },
  sectionMember: {
    table: 'sectionMembers',
    derived: ['id', 'sectionId', 'learnerId'],
    defaults: {},
    isByField: false,
  },
  section: { table: 'sections', derived: ['id'], defaults: { active: 1 }, isByField: true },
  learner: {
    table: 'learners',
    derived: ['id', 'foldedName', 'importId', 'createdAt', 'updatedAt'],
    defaults: { status: 'active' },
    isByField: true,
  },
}

/** Records before those they belong to, so that what stays keeps what it belongs to. */
export const subjectsInnermostFirst = [
  'attempt',
  'cohortMember',
  'cohort',
  'assessment',
  'attendance',
  'meeting',
  'instructionHours',
  'sectionMember',
  'section',
  'learner',
] as const satisfies readonly RecordSubject[]

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''
export const isSame = (one: unknown, other: unknown) => one === other || (isEmpty(one) && isEmpty(other))

/** The fields of a new record that somebody has changed or filled in since. */
export function editedFields(subject: RecordSubject, after: Fields, now: Fields): string[] {
  const { derived, defaults } = recordKinds[subject]
  return Object.keys(now).filter(
    (field) => !derived.includes(field) && !isSame(now[field], after[field] ?? defaults[field]),
  )
}
