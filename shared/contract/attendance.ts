import * as z from 'zod'
import { attendanceMarks, longestMeeting } from '../rules/attendance.ts'
import { skillAreas } from '../values/vocabulary.ts'
import { learnerName, sectionReference } from './learnerFacts.ts'
import { disclosure } from './disclosure.ts'
import { importSettings } from './imports.ts'
import { sheetComparison } from './sheetComparison.ts'
import { command, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, recordId } from './values.ts'

const minutes = z.int().min(1, { error: 'tooSmall' }).max(longestMeeting, { error: 'tooLarge' })

export const meeting = z.object({ id: recordId, heldOn: isoDate, minutes: z.int() })
export type Meeting = z.infer<typeof meeting>

const mark = z.object({
  /** Of the mark itself: `origins.of` says where it comes from. */
  id: recordId,
  meetingId: recordId,
  mark: z.enum(attendanceMarks),
  /** Minutes typed; null where the mark alone says them. */
  minutes: z.int().nullable(),
})
export type AttendanceRecord = z.infer<typeof mark>

export const attendanceRow = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  /** False for somebody who sat in the class on one of the days and does not any more. */
  sitsNow: z.boolean(),
  marks: z.array(mark),
  /** Hours of the class in the days shown. */
  hours: z.number(),
  /** Meetings missed in a row up to the newest, over all days of the class. */
  absences: z.object({ count: z.int(), since: isoDate }).nullable(),
})
export type AttendanceRow = z.infer<typeof attendanceRow>

export const sectionAttendance = z.object({
  section: sectionReference,
  /** What a new meeting lasts unless told. */
  usualMinutes: z.int(),
  meetings: z.array(meeting),
  rows: z.array(attendanceRow),
})
export type SectionAttendance = z.infer<typeof sectionAttendance>

export const learnerHours = z.object({
  years: z.array(
    z.object({
      /** The year in which the program year ends. */
      programYear: z.int(),
      hours: z.number(),
      /** By class and component, the most hours first. */
      parts: z.array(
        z.object({ sectionCode: z.string().nullable(), component: z.string(), hours: z.number() }),
      ),
    }),
  ),
  /** Periods of participation, the newest first. */
  periods: z.array(
    z.object({
      firstService: isoDate,
      lastService: isoDate,
      hours: z.number(),
      participantOn: isoDate.nullable(),
      exitedOn: isoDate.nullable(),
    }),
  ),
  nextTests: z.array(
    z.object({
      skillArea: z.enum(skillAreas),
      hours: z.number(),
      isEstimate: z.boolean(),
      state: z.enum(['notDue', 'due', 'overdue', 'noRule']),
      hoursMissing: z.number().nullable(),
      nextForm: z.string().nullable(),
      generationEnded: z.boolean(),
    }),
  ),
})
export type LearnerHours = z.infer<typeof learnerHours>

export const meetingEntry = z.object({
  heldOn: isoDate,
  minutes,
  marks: z
    .array(
      z.object({
        learnerId: recordId,
        /** Null takes back what was noted. */
        mark: z.enum(attendanceMarks).nullable(),
        minutes: z.int().min(0).max(longestMeeting, { error: 'tooLarge' }).nullable().default(null),
      }),
    )
    .max(500, { error: 'tooMany' }),
})
export type MeetingEntry = z.infer<typeof meetingEntry>

const mayRecord = ['instructor', 'coordinator', 'director'] as const

const maySeeSheets = [...mayRecord, 'staff'] as const

export const attendance = {
  /** A class's meetings from one day to another, with everyone who sat in it then. */
  ofSection: query({
    mayCall: 'signedIn',
    reads: ['attendance', 'sections', 'learners'],
    input: z.object({ sectionId: recordId, from: isoDate, to: isoDate }),
    output: sectionAttendance,
  }),
  /** A learner's hours by program year, class and component; periods of participation; the way to the next tests. */
  ofLearner: query({
    mayCall: 'signedIn',
    reads: ['attendance', 'learners', 'assessments', 'instruments', 'sections'],
    input: z.object({ learnerId: recordId }),
    output: learnerHours,
  }),
  /**
   * A workbook to note attendance on, which comes back as a file: a sheet for each class with its meetings of the
   * span, those likely to come, and room for more.
   */
  sheet: longQuery({
    mayCall: maySeeSheets,
    reads: [],
    input: z.object({
      sectionIds: z.array(recordId).min(1, { error: 'chooseOne' }).max(50, { error: 'tooMany' }),
      from: isoDate,
      to: isoDate,
      language,
      disclosure,
    }),
    output: fileTicket,
  }),
  /** How an attendance sheet that was opened differs from the record, both ways. Nothing is written. */
  compareSheet: longQuery({
    mayCall: maySeeSheets,
    reads: ['attendance', 'learners', 'sections'],
    input: z.object({ openId: z.string().max(100), settings: importSettings }),
    output: sheetComparison,
  }),
  /** The same differences, all of them, as a workbook. */
  exportComparison: longQuery({
    mayCall: maySeeSheets,
    reads: [],
    input: z.object({ openId: z.string().max(100), settings: importSettings, language, disclosure }),
    output: fileTicket,
  }),
  /** Saves meetings and the marks given: all of them, or none with every problem named by its place. */
  save: command({
    mayCall: mayRecord,
    changes: ['attendance', 'learners'],
    input: z.object({
      sectionId: recordId,
      meetings: z.array(meetingEntry).min(1, { error: 'chooseOne' }).max(100, { error: 'tooMany' }),
    }),
    output: z.object({ meetings: z.int(), marks: z.int() }),
  }),
  /** Takes a meeting off the record with everything noted of it. */
  removeMeeting: command({
    mayCall: mayRecord,
    changes: ['attendance', 'learners'],
    input: z.object({ meetingId: recordId }),
    output: z.object({}),
  }),
}
