import * as z from 'zod'
import { equivalencyStates, learnerStatuses, schoolingLevels, skillAreas } from '../values/vocabulary.ts'
import { foldPhone } from '../values/names.ts'
import { isoDate, optionalText, recordId, requiredText } from './values.ts'

/** One number to reach a learner at; with a name when it belongs to somebody they trust. */
export const learnerPhone = z.object({
  number: requiredText(40).refine((text) => foldPhone(text) !== '', { error: 'learners.phoneTooShort' }),
  contactName: optionalText(100).default(null),
})
export type LearnerPhone = z.infer<typeof learnerPhone>

const email = optionalText(200).refine((text) => text === null || z.email().safeParse(text).success, {
  error: 'learners.emailInvalid',
})

/**
 * What the program knows about a person. Deliberately without immigration status, social security or
 * document numbers. `givenName` is empty for people who have one name.
 */
/** How many phone numbers a form may give a learner; files and older programs may have brought more. */
export const mostPhones = 10

export const learnerFacts = z.object({
  familyName: requiredText(100),
  givenName: z.string().trim().max(100, { error: 'tooLong' }).default(''),
  preferredName: optionalText(100).default(null),
  studentId: optionalText(40).default(null),
  birthDate: isoDate.nullable().default(null),
  status: z.enum(learnerStatuses).default('active'),
  email: email.default(null),
  firstLanguage: optionalText(100).default(null),
  schooling: z.enum(schoolingLevels).nullable().default(null),
  schoolingCountry: optionalText(100).default(null),
  equivalency: z.enum(equivalencyStates).nullable().default(null),
  interestTrackId: recordId.nullable().default(null),
  interestNote: optionalText().default(null),
  workSchedule: optionalText(200).default(null),
  referralSource: optionalText(200).default(null),
  notes: optionalText(4000).default(null),
  /** In the order in which to try them. */
  phones: z.array(learnerPhone).max(mostPhones, { error: 'tooMany' }).default([]),
})
export type LearnerFactsInput = z.input<typeof learnerFacts>
export type LearnerFactsRecord = z.infer<typeof learnerFacts>

/** Names in the parts in which they were written; show them with `displayName` of `shared/values/names.ts`. */
export const learnerName = z.object({
  familyName: z.string(),
  givenName: z.string(),
  preferredName: z.string().nullable(),
})
export type LearnerName = z.infer<typeof learnerName>

/** The newest usable test in one area. `level` is 1 to 6, 7 for above 6, null if no table knows it. */
export const currentLevelRecord = z.object({
  skillArea: z.enum(skillAreas),
  level: z.int().nullable(),
  score: z.int(),
  testedOn: isoDate,
})
export type CurrentLevelRecord = z.infer<typeof currentLevelRecord>

export const sectionReference = z.object({ id: recordId, code: z.string(), name: z.string() })
export type SectionReference = z.infer<typeof sectionReference>

export const trackReference = z.object({
  id: recordId,
  name: z.object({ en: z.string(), es: z.string() }),
})
export type TrackReference = z.infer<typeof trackReference>
