import type { MovedKind } from '../../shared/values/merges.ts'
import type { TableName } from './rows.ts'

/** A table whose rows belong to a person and go with them into the record that is kept. */
export interface PersonTable {
  readonly table: TableName
  /** The columns of its primary key. */
  readonly key: readonly string[]
  /** Under what its rows are counted; null: they go with other rows. */
  readonly kind: MovedKind | null
  /** The rows of other tables without which one of its rows cannot be brought back, by column. */
  readonly needs: Readonly<Record<string, TableName>>
  /** Those that may have gone meanwhile: the column is then empty. */
  readonly mayLose: Readonly<Record<string, TableName>>
  /** Columns that stand once for a learner; empty where any number may be alike. */
  readonly once: readonly string[]
}

const nothingMore = { needs: {}, mayLose: {}, once: [] }

const own = (
  table: TableName,
  kind: MovedKind,
  more: Partial<Pick<PersonTable, 'needs' | 'mayLose' | 'once'>> = {},
): PersonTable => ({ ...{ table, kind, key: ['id'] }, ...nothingMore, ...more })

/** What moves with a person, apart from what `staysOrFollows` names. */
export const personTables = {
  sectionMembers: own('sectionMembers', 'classes', {
    ...{ needs: { sectionId: 'sections' }, once: ['sectionId'] },
  }),
  assessments: own('assessments', 'assessments', {
    ...{
      mayLose: { sectionId: 'sections' },
      once: ['instrument', 'skillArea', 'form', 'testedOn', 'voidedAt'],
    },
  }),
  attendance: own('attendance', 'attendance', { needs: { meetingId: 'meetings' }, once: ['meetingId'] }),
  instructionHours: own('instructionHours', 'hours', {
    mayLose: { sectionId: 'sections', cohortId: 'cohorts' },
  }),
  evidence: own('evidence', 'evidence'),
  contacts: own('contacts', 'contacts', { mayLose: { sectionId: 'sections' } }),
  waivers: own('waivers', 'waivers'),
  screeningResults: own('screeningResults', 'screenings'),
  screeningOpenAnswers: {
    ...{ table: 'screeningOpenAnswers', key: ['screeningId', 'requirementKey', 'learnerId'], kind: null },
    ...nothingMore,
  },
  decisions: own('decisions', 'decisions'),
  waitlistEntries: own('waitlistEntries', 'waitingPlaces', {
    needs: { trackId: 'tracks' },
    mayLose: { screeningId: 'screenings', addedByDecisionId: 'decisions', removedByDecisionId: 'decisions' },
  }),
  cohortMembers: own('cohortMembers', 'cohorts', {
    ...{ needs: { cohortId: 'cohorts' }, mayLose: { screeningId: 'screenings' }, once: ['cohortId'] },
  }),
  learnerHolds: own('learnerHolds', 'holds'),
  acceptedFindings: own('acceptedFindings', 'acceptedFindings', { once: ['rule', 'subject', 'subjectId'] }),
} as const satisfies Record<string, PersonTable>
export type PersonTableName = keyof typeof personTables

/** Tables that know a learner and do not simply move, and what a merge does with them. */
export const staysOrFollows = {
  auditEntries: 'stays as it was written; read for all records of the person',
  importRows: 'stays as it was written; read for all records of the person',
  disclosureLearners: 'stays as it was handed out; read for all records of the person',
  currentLevels: 'follows from the tests',
  learnerPhones: 'the numbers that the kept record lacks are added to it',
  learnerOtherIds: 'goes over with the student number of the other record',
  distinctPeople: 'who is somebody else than the other is somebody else than the kept one',
} as const

/** Attempts hang on a seat in a cohort and go where it goes. */
export const attemptTable = own('attempts', 'attempts', { needs: { cohortMemberId: 'cohortMembers' } })
export const learnerTable: PersonTable = { ...nothingMore, table: 'learners', key: ['id'], kind: null }
/** A learner's phones are written anew with every change of the record: the number says which one it is. */
export const phoneTable: PersonTable = {
  ...{ ...nothingMore, table: 'learnerPhones', key: ['learnerId', 'number'], kind: null },
}
export const otherIdTable: PersonTable = {
  ...{ ...nothingMore, table: 'learnerOtherIds', key: ['studentId'], kind: null },
}
export const distinctTable: PersonTable = {
  ...{ ...nothingMore, table: 'distinctPeople', key: ['learnerId', 'otherLearnerId'], kind: null },
}

const all: readonly PersonTable[] = [
  ...Object.values(personTables),
  ...[attemptTable, learnerTable, phoneTable, otherIdTable, distinctTable],
]
const byName = new Map(all.map((one) => [one.table as string, one]))

/** A table by the name under which a step of a merge was kept. */
export function tableNamed(name: string): PersonTable {
  const found = byName.get(name)
  if (!found) throw new Error(`A merge knows no table ${name}`)
  return found
}
