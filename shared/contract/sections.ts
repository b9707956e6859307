import * as z from 'zod'
import { longestMeeting } from '../rules/attendance.ts'
import { currentLevelRecord, learnerName } from './learnerFacts.ts'
import { disclosure } from './disclosure.ts'
import { command, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, listWindow, optionalText, recordId, requiredText } from './values.ts'

export const sectionFacts = z.object({
  /** As the college's schedule names it. */
  code: requiredText(40),
  name: requiredText(200),
  site: optionalText(200).default(null),
  startDate: isoDate.nullable().default(null),
  endDate: isoDate.nullable().default(null),
  instructorAccountId: recordId.nullable().default(null),
  /** The component of a course that its hours count for; null: instruction in English. */
  component: optionalText(100).default(null),
  /** How long a meeting usually lasts; null: as long as the last one. */
  meetingMinutes: z
    .int()
    .min(1, { error: 'tooSmall' })
    .max(longestMeeting, { error: 'tooLarge' })
    .nullable()
    .default(null),
  /** False: the class is over and stays out of the pickers. */
  active: z.boolean().default(true),
})
export type SectionFacts = z.infer<typeof sectionFacts>

export const sectionRow = sectionFacts.extend({
  id: recordId,
  instructorName: z.string().nullable(),
  /** Learners who sit in it now. */
  memberCount: z.int(),
})
export type SectionRow = z.infer<typeof sectionRow>

export const sectionMember = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  levels: z.array(currentLevelRecord),
  startDate: isoDate.nullable(),
})
export type SectionMember = z.infer<typeof sectionMember>

/** Which classes a list shows. Empty or null means that the filter is off. */
export const sectionFilters = z.object({
  /** Parts of code, name, site or instructor. */
  text: z.string().max(200).default(''),
  active: z.boolean().nullable().default(null),
  instructorAccountId: recordId.nullable().default(null),
})
export type SectionFilters = z.infer<typeof sectionFilters>

const onSection = z.object({ sectionId: recordId })
const mayChange = ['coordinator', 'director'] as const
const mayChangeMembers = ['instructor', 'coordinator', 'director'] as const
const someLearners = z.array(recordId).min(1, { error: 'chooseOne' }).max(1000, { error: 'tooMany' })

export const sections = {
  list: query({
    mayCall: 'signedIn',
    reads: ['sections', 'accounts'],
    input: sectionFilters.extend(listWindow),
    output: z.object({ total: z.int(), rows: z.array(sectionRow) }),
  }),
  /** One class with those who sit in it now, by name. */
  get: query({
    mayCall: 'signedIn',
    reads: ['sections', 'learners', 'assessments', 'accounts'],
    input: onSection,
    output: sectionRow.extend({ members: z.array(sectionMember) }),
  }),
  /** People who may be named as instructor. */
  instructors: query({
    mayCall: 'signedIn',
    reads: ['accounts'],
    input: z.object({}),
    output: z.array(z.object({ id: recordId, name: z.string() })),
  }),
  create: command({
    mayCall: mayChange,
    changes: ['sections'],
    input: sectionFacts,
    output: z.object({ sectionId: recordId }),
  }),
  change: command({
    mayCall: mayChange,
    changes: ['sections'],
    input: sectionFacts.extend({ sectionId: recordId }),
    output: z.object({}),
  }),
  /** From today; learners who already sit in the class stay as they are. */
  addMembers: command({
    mayCall: mayChangeMembers,
    changes: ['sections', 'learners'],
    input: onSection.extend({ learnerIds: someLearners }),
    output: z.object({ added: z.array(recordId) }),
  }),
  /** Ends the membership today. */
  removeMembers: command({
    mayCall: mayChangeMembers,
    changes: ['sections', 'learners'],
    input: onSection.extend({ learnerIds: someLearners }),
    output: z.object({ removed: z.array(recordId) }),
  }),
  /** The classes of the list as an .xlsx file. */
  export: longQuery({
    mayCall: ['staff', 'coordinator', 'director'],
    reads: ['sections', 'accounts'],
    input: sectionFilters.extend({ language, disclosure }),
    output: fileTicket,
  }),
}
