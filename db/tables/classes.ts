import type { Generated } from 'kysely'

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
