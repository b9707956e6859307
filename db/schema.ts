import type { Generated, Kysely, Transaction } from 'kysely'

/** The program itself: one row. */
export interface ProgramTable {
  id: number
  name: string
  language: string
  isDemo: Generated<number>
  createdAt: string
  /** After how many minutes without work the program locks. */
  idleMinutes: Generated<number>
  /** Whose learners instructors see. */
  instructorScope: Generated<string>
  /** Whole years after the last activity; null: everything is kept. */
  retentionYears: number | null
  /** 1 from an erasure until the file has been written anew. */
  erasedBytesLeft: Generated<number>
}

/** People who sign in. */
export interface AccountTable {
  id: Generated<number>
  name: string
  foldedName: string
  roles: string
  language: string
  theme: Generated<string>
  active: Generated<number>
  createdAt: string
  lastSignInAt: string | null
}

/** Who changed what, when, from what to what: a chain, written by `db/audit/writeAuditRows.ts` alone. */
export interface AuditEntryTable {
  id: number
  at: string
  accountId: number | null
  accountName: string
  action: string
  subject: string | null
  subjectId: number | null
  /** The learner whose record it is; null for what belongs to nobody. */
  learnerId: number | null
  before: string | null
  after: string | null
  /** Null once the contents are erased. */
  salt: string | null
  contentHash: string
  hash: string
}

/** Everything that was exported or printed, for whom and why (34 CFR 99.32). `filters` is a JSON list of words. */
export interface DisclosureTable {
  id: Generated<number>
  at: string
  accountId: number | null
  accountName: string
  /** The use case that handed it out. */
  method: string
  /** Which list, report or page it was: a key of `words.disclosed`. */
  content: string
  format: string
  filters: string
  rowCount: number
  learnerCount: number
  audience: string
  recipient: string | null
  purpose: string | null
  purposeNote: string | null
}

/** Whose records were in it. */
export interface DisclosureLearnerTable {
  disclosureId: number
  learnerId: number
}

/** People in the program, or on their way to it. */
export interface LearnerTable {
  id: Generated<number>
  studentId: string | null
  familyName: string
  givenName: string
  preferredName: string | null
  foldedName: string
  birthDate: string | null
  email: string | null
  firstLanguage: string | null
  schooling: string | null
  schoolingCountry: string | null
  equivalency: string | null
  interestTrackId: number | null
  interestNote: string | null
  workSchedule: string | null
  referralSource: string | null
  notes: string | null
  status: Generated<string>
  importId: number | null
  createdAt: string
  updatedAt: string
  /** When the person was erased; such a row only stands for them where history counts. */
  erasedAt: string | null
  /** The record that stands for this one since the two were merged; see `db/learners/learnerIsThere.ts`. */
  mergedIntoId: number | null
}

/** Several numbers, best first; `contactName` when the number is a trusted contact. */
export interface LearnerPhoneTable {
  id: Generated<number>
  learnerId: number
  position: number
  number: string
  digits: string
  contactName: string | null
}

/** A second student number of one person, found when a file listed them twice. */
export interface LearnerOtherIdTable {
  studentId: string
  learnerId: number
  importId: number | null
}

/** Classes, as the college calls them. */
export interface SectionTable {
  id: Generated<number>
  code: string
  name: string
  site: string | null
  startDate: string | null
  endDate: string | null
  instructorAccountId: number | null
  active: Generated<number>
  component: string | null
  meetingMinutes: number | null
}

/** One meeting of a class. */
export interface MeetingTable {
  id: Generated<number>
  sectionId: number
  heldOn: string
  minutes: number
}

/** One learner at one meeting. */
export interface AttendanceTable {
  id: Generated<number>
  meetingId: number
  learnerId: number
  mark: string
  minutes: number | null
  importId: number | null
}

/** Who sits in which class. */
export interface SectionMemberTable {
  id: Generated<number>
  sectionId: number
  learnerId: number
  startDate: string | null
  endDate: string | null
}

/** Which score is which level, for an instrument, skill area and span of dates. `levels` is JSON or null when the publisher's chart has not been entered. */
export interface LevelTableTable {
  id: Generated<number>
  instrument: string
  generation: string
  skillArea: string
  effectiveFrom: string | null
  effectiveTo: string | null
  minimumHours: number
  recommendedHoursFrom: number | null
  recommendedHoursTo: number | null
  lowestScore: number | null
  highestScore: number | null
  sameFormDays: number
  levels: string | null
  forms: string
  source: string
  updatedAt: string
}

/** One test of one skill area. */
export interface AssessmentTable {
  id: Generated<number>
  learnerId: number
  instrument: string
  skillArea: string
  form: string
  testedOn: string
  score: number | null
  scoreText: string
  level: number | null
  accurate: Generated<number>
  conservativeEstimate: Generated<number>
  passed: number | null
  voidedAt: string | null
  voidReason: string | null
  sameFormReason: string | null
  /** Why it was given before its instrument's hours. */
  earlyReason: string | null
  sectionId: number | null
  importId: number | null
  recordedAt: string
  recordedBy: number | null
}

/** The newest usable assessment by learner and area; derived, kept by `db/assessments/currentLevels.ts`. */
export interface CurrentLevelTable {
  learnerId: number
  skillArea: string
  assessmentId: number
  level: number | null
  score: number
  testedOn: string
}

/** Hours of instruction over a period, by component. */
export interface InstructionHoursTable {
  id: Generated<number>
  learnerId: number
  sectionId: number | null
  cohortId: number | null
  component: string
  periodFrom: string
  periodTo: string
  hours: number
  possibleHours: number | null
  recordedAt: string
}

/** Documents seen, components done, interviews held: never their content. */
export interface EvidenceTable {
  id: Generated<number>
  learnerId: number
  kind: string
  evidenceKey: string
  status: string
  onDate: string
  documentDate: string | null
  doses: number | null
  seenBy: string | null
  recordedAt: string
}

/** Vocational programs. */
export interface TrackTable {
  id: Generated<number>
  code: string
  nameEn: string
  nameEs: string
  socCode: string | null
  socTitle: string | null
  seats: number | null
  status: string
  components: string
  notes: string | null
  source: string | null
  createdAt: string
  updatedAt: string
}

/** The dated entry rules of a track; `requirements` is JSON. */
export interface TrackVersionTable {
  id: Generated<number>
  trackId: number
  version: number
  effectiveFrom: string
  requirements: string
  note: string | null
  createdAt: string
  createdBy: number | null
}

/** Certifications of a track; `parts` is JSON. */
export interface CredentialTable {
  id: Generated<number>
  trackId: number
  nameEn: string
  nameEs: string
  parts: string
  attemptLimit: number | null
  windowMonths: number | null
  noShowUsesAttempt: Generated<number>
  source: string | null
  active: Generated<number>
}

/** A requirement set aside for one learner, by a named person, with a reason. */
export interface WaiverTable {
  id: Generated<number>
  learnerId: number
  trackId: number
  requirementKey: string
  reason: string
  grantedBy: number | null
  grantedByName: string
  grantedOn: string
  withdrawnOn: string | null
}

/** One dated run of a track's rules over a pool. */
export interface ScreeningTable {
  id: Generated<number>
  trackId: number
  trackVersionId: number
  startDate: string
  asOf: string
  pool: string
  requirements: string
  levelTables: Generated<string>
  counts: string
  reasons: Generated<string>
  createdAt: string
  createdBy: number | null
  createdByName: string
}

/** One learner's answers in a screening, with the facts used. */
export interface ScreeningResultTable {
  id: Generated<number>
  screeningId: number
  learnerId: number
  learnerName: string
  foldedName: string
  studentId: string | null
  result: string
  withinReach: number
  preferredMet: Generated<number>
  answers: string
  facts: string
}

/** A required requirement that holds a learner back in a screening; taken from the answers, to filter by. */
export interface ScreeningOpenAnswerTable {
  screeningId: number
  requirementKey: string
  learnerId: number
  state: string
  pointsBelow: number | null
}

/** What a person decided beside a result; the newest counts. */
export interface DecisionTable {
  id: Generated<number>
  screeningId: number
  learnerId: number
  decision: string
  reason: string | null
  decidedAt: string
  decidedBy: number | null
  decidedByName: string
}

/** The ordered waiting list of a track. */
export interface WaitlistEntryTable {
  id: Generated<number>
  trackId: number
  learnerId: number
  screeningId: number | null
  position: number
  addedOn: string
  lookAgainOn: string | null
  note: string | null
  removedOn: string | null
  removedReason: string | null
  addedByDecisionId: number | null
  removedByDecisionId: number | null
}

/** One group going through one track. */
export interface CohortTable {
  id: Generated<number>
  code: string
  trackId: number
  trackVersionId: number | null
  credentialId: number | null
  site: string
  term: string | null
  startDate: string
  endDate: string
  seats: number | null
  staff: Generated<string>
  deliveryFeatures: Generated<string>
  lessons: string | null
  closedOn: string | null
  importId: number | null
  createdAt: string
  updatedAt: string
}

/** One learner in one cohort. */
export interface CohortMemberTable {
  id: Generated<number>
  cohortId: number
  learnerId: number
  screeningId: number | null
  entryLevel: number | null
  startedOn: string | null
  outcome: string
  outcomeOn: string | null
  reason: string | null
  reasonNote: string | null
  importId: number | null
  updatedAt: string
}

/** One sitting of one exam part. */
export interface AttemptTable {
  id: Generated<number>
  cohortMemberId: number
  partKey: string
  number: number
  takenOn: string
  result: string
  /** The day on which an awaited result became known; null where it was known when recorded. */
  resultOn: string | null
  /** Why an attempt past the limit or the window was recorded all the same. */
  overrideReason: string | null
  note: string | null
  importId: number | null
  recordedAt: string
}

/** Figures to compare with, each with source and date. */
export interface BenchmarkTable {
  id: Generated<number>
  trackId: number
  kind: string
  measure: string
  partKey: string | null
  label: string
  numerator: number | null
  denominator: number | null
  ratePercent: number | null
  source: string
  validOn: string
  createdAt: string
}

/** Files that were applied. */
export interface ImportTable {
  id: Generated<number>
  kind: string
  fileName: string
  sheetName: string | null
  fingerprint: string
  mapping: string
  counts: string
  appliedAt: string
  appliedBy: number | null
  appliedByName: string
  /** When the import was undone; null: it stands. */
  undoneAt: string | null
  undoneBy: number | null
  undoneByName: string | null
}

/** What each row of a file changed. The import's entry in the record of changes holds a hash over all of them. */
export interface ImportRowTable {
  id: Generated<number>
  importId: number
  rowNumber: number
  action: string
  subject: string
  subjectId: number
  learnerId: number | null
  before: string | null
  after: string | null
  /** Null once the contents are erased. */
  salt: string | null
  contentHash: string
  /** What became of the record when an import was undone; the hash leaves it out. */
  undone: string | null
}

/** Columns chosen before for a file with these headings. */
export interface ImportMappingTable {
  id: Generated<number>
  kind: string
  headingsKey: string
  mapping: string
  updatedAt: string
}

/** A reason to keep somebody's record whatever its age, until it is lifted. */
export interface LearnerHoldTable {
  id: Generated<number>
  learnerId: number
  reason: string
  placedOn: string
  placedBy: number | null
  placedByName: string
  liftedOn: string | null
  liftedByName: string | null
}

/** Pairs that look alike and are two people; the smaller number first. */
export interface DistinctPeopleTable {
  learnerId: number
  otherLearnerId: number
  decidedAt: string
  decidedBy: number | null
  /** Null for what an import of an older version noted. */
  decidedByName: string | null
}

/**
 * A finding of the data check that somebody knows and leaves as it is. `details` is JSON of the values it rested
 * on; `learnerId` is null for what belongs to no single learner.
 */
export interface AcceptedFindingTable {
  id: Generated<number>
  rule: string
  subject: string
  subjectId: number
  learnerId: number | null
  details: string
  reason: string
  acceptedOn: string
  acceptedBy: number | null
  acceptedByName: string
}

/** A call or message to a learner who stayed away. `aboutOn` is the newest meeting missed, or the last service. */
export interface ContactTable {
  id: Generated<number>
  learnerId: number
  sectionId: number | null
  occasion: string
  aboutOn: string
  contactedOn: string
  result: string
  reason: string | null
  recordedAt: string
  recordedBy: number | null
  recordedByName: string
}

/** Every table, as the newest migration leaves it. */
/** A merge that stands: one record of a person became part of the other. */
export interface LearnerMergeTable {
  id: Generated<number>
  keptId: number
  mergedId: number
  mergedAt: string
  mergedBy: number | null
  mergedByName: string
}

/** What a merge did to one row, to be taken back: `before` is null for a row it added, `after` for one it left out. */
export interface LearnerMergeStepTable {
  mergeId: number
  position: number
  tableName: string
  rowKey: string
  before: string | null
  after: string | null
}

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
