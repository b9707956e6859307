import type { Generated } from 'kysely'

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
