import Database from 'better-sqlite3'
import type { Core } from '../../../../db/core.ts'

export interface Learner {
  id: number
  studentId: string | null
  familyName: string
  givenName: string
  birthDate: string | null
  status: string
  interestTrackId: number | null
}
export interface Section {
  id: number
  code: string
  startDate: string | null
  endDate: string | null
  instructorAccountId: number | null
  active: number
}
export interface Seat {
  sectionId: number
  learnerId: number
  startDate: string | null
  endDate: string | null
}
export interface Mark {
  learnerId: number
  sectionId: number
  heldOn: string
  mark: string
  /** Minutes that the meeting lasted, and minutes typed for the learner. */
  lasted: number
  typed: number | null
}
export interface Total {
  learnerId: number
  periodFrom: string
  periodTo: string
  hours: number
}
export interface Test {
  id: number
  learnerId: number
  instrument: string
  skillArea: string
  form: string
  testedOn: string
  score: number | null
  accurate: number
  voidedAt: string | null
  sectionId: number | null
}
export interface ScoreTable {
  instrument: string
  generation: string
  skillArea: string
  effectiveFrom: string | null
  effectiveTo: string | null
  minimumHours: number | null
  recommendedHoursTo: number | null
  levels: string | null
}
export interface Membership {
  id: number
  learnerId: number
  cohortId: number
  startedOn: string | null
  outcome: string
  outcomeOn: string | null
}
export interface Attempt {
  cohortMemberId: number
  partKey: string
  takenOn: string
  result: string
}
export interface Cohort {
  id: number
  code: string
  trackId: number
  startDate: string
  endDate: string
  closedOn: string | null
  parts: string | null
  attemptLimit: number | null
  windowMonths: number | null
  noShowUsesAttempt: number | null
}

export interface Contact {
  learnerId: number
  sectionId: number | null
  occasion: string
  contactedOn: string
  /** The newest absence or service it was about. */
  aboutOn: string
}

/** The records of a program as they stand in its file. */
export interface Rows {
  learners: Learner[]
  sections: Section[]
  seats: Seat[]
  marks: Mark[]
  totals: Total[]
  tests: Test[]
  tables: ScoreTable[]
  cohorts: Cohort[]
  memberships: Membership[]
  attempts: Attempt[]
  contacts: Contact[]
  screened: { learnerId: number; trackId: number }[]
  waiting: { learnerId: number; trackId: number; lookAgainOn: string | null }[]
  openTracks: number[]
}

/** Reads the records over a connection of its own, with nothing of the app in between. */
export function plainRows(core: Core): Rows {
  const db = new Database(core.settings.programFile, { readonly: true })
  db.pragma(`key = 'raw:${core.requireOpen().key.toString('hex')}'`)
  const all = (query: string) => db.prepare(query).all() as never
  try {
    return {
      learners: all('select * from learners where erasedAt is null and mergedIntoId is null'),
      sections: all('select * from sections'),
      seats: all('select * from sectionMembers'),
      marks: all(
        `select attendance.learnerId, meetings.sectionId, meetings.heldOn, attendance.mark,
          meetings.minutes as lasted, attendance.minutes as typed
        from attendance join meetings on meetings.id = attendance.meetingId`,
      ),
      totals: all('select learnerId, periodFrom, periodTo, hours from instructionHours'),
      tests: all('select * from assessments order by testedOn, id'),
      tables: all('select * from levelTables'),
      cohorts: all(
        `select cohorts.*, credentials.parts, attemptLimit, windowMonths, noShowUsesAttempt
        from cohorts left join credentials on credentials.id = cohorts.credentialId`,
      ),
      memberships: all('select * from cohortMembers'),
      attempts: all('select * from attempts order by number'),
      contacts: all('select * from contacts'),
      screened: all(
        `select learnerId, trackId from screeningResults join screenings on screenings.id = screeningId`,
      ),
      waiting: all('select learnerId, trackId, lookAgainOn from waitlistEntries where removedOn is null'),
      openTracks: (all("select id from tracks where status = 'active'") as { id: number }[]).map(
        ({ id }) => id,
      ),
    }
  } finally {
    db.close()
  }
}
