import type { Kysely, Transaction } from 'kysely'
import type { LevelTableTable, AssessmentTable, CurrentLevelTable } from './tables/assessments.ts'
import type {
  SectionTable,
  MeetingTable,
  AttendanceTable,
  SectionMemberTable,
  InstructionHoursTable,
} from './tables/classes.ts'
import type { CohortTable, CohortMemberTable, AttemptTable } from './tables/cohorts.ts'
import type { ImportTable, ImportRowTable, ImportMappingTable } from './tables/imports.ts'
import type {
  LearnerTable,
  LearnerPhoneTable,
  LearnerOtherIdTable,
  EvidenceTable,
  LearnerHoldTable,
  DistinctPeopleTable,
  LearnerMergeTable,
  LearnerMergeStepTable,
  ContactTable,
  AcceptedFindingTable,
} from './tables/learners.ts'
import type {
  ProgramTable,
  AccountTable,
  AuditEntryTable,
  DisclosureTable,
  DisclosureLearnerTable,
} from './tables/program.ts'
import type {
  ScreeningTable,
  ScreeningResultTable,
  ScreeningOpenAnswerTable,
  DecisionTable,
  WaitlistEntryTable,
} from './tables/screening.ts'
import type {
  TrackTable,
  TrackVersionTable,
  CredentialTable,
  WaiverTable,
  BenchmarkTable,
} from './tables/tracks.ts'

export type * from './tables/assessments.ts'
export type * from './tables/classes.ts'
export type * from './tables/cohorts.ts'
export type * from './tables/imports.ts'
export type * from './tables/learners.ts'
export type * from './tables/program.ts'
export type * from './tables/screening.ts'
export type * from './tables/tracks.ts'

/** Every table, as the newest migration leaves it. */
export interface Schema {
  program: ProgramTable
  accounts: AccountTable
  auditEntries: AuditEntryTable
  disclosures: DisclosureTable
  disclosureLearners: DisclosureLearnerTable
  learners: LearnerTable
  learnerPhones: LearnerPhoneTable
  learnerOtherIds: LearnerOtherIdTable
  sections: SectionTable
  sectionMembers: SectionMemberTable
  meetings: MeetingTable
  attendance: AttendanceTable
  levelTables: LevelTableTable
  assessments: AssessmentTable
  currentLevels: CurrentLevelTable
  instructionHours: InstructionHoursTable
  evidence: EvidenceTable
  tracks: TrackTable
  trackVersions: TrackVersionTable
  credentials: CredentialTable
  waivers: WaiverTable
  screenings: ScreeningTable
  screeningResults: ScreeningResultTable
  screeningOpenAnswers: ScreeningOpenAnswerTable
  decisions: DecisionTable
  waitlistEntries: WaitlistEntryTable
  cohorts: CohortTable
  cohortMembers: CohortMemberTable
  attempts: AttemptTable
  benchmarks: BenchmarkTable
  imports: ImportTable
  importRows: ImportRowTable
  importMappings: ImportMappingTable
  distinctPeople: DistinctPeopleTable
  learnerHolds: LearnerHoldTable
  acceptedFindings: AcceptedFindingTable
  learnerMerges: LearnerMergeTable
  learnerMergeSteps: LearnerMergeStepTable
  contacts: ContactTable
}

/** What a query gets: it can select and nothing else, by type (and its connection is read-only). */
export type Reader = Pick<
  Kysely<Schema>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'destroy'
>

/** What a command gets: the transaction that also holds its audit row. */
export type Writer = Transaction<Schema>
