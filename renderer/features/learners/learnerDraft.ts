import type { LearnerFactsRecord } from '../../../shared/contract/learnerFacts.ts'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'

/** What stands in the form: the facts, with empty texts where nothing is typed. */
export type LearnerDraft = LearnerFactsRecord

/** An empty form. */
export const newLearner: LearnerDraft = {
  familyName: '',
  givenName: '',
  preferredName: null,
  studentId: null,
  birthDate: null,
  status: 'active',
  email: null,
  firstLanguage: null,
  schooling: null,
  schoolingCountry: null,
  equivalency: null,
  interestTrackId: null,
  interestNote: null,
  workSchedule: null,
  referralSource: null,
  notes: null,
  phones: [{ number: '', contactName: null }],
}

/** The form of a learner on record. */
export function draftOf(learner: LearnerRecord): LearnerDraft {
  const draft = { ...newLearner }
  for (const key of Object.keys(newLearner) as (keyof LearnerDraft)[])
    Object.assign(draft, { [key]: learner[key] })
  return draft
}

/** What is sent: lines of the phone list in which nothing was typed are left out. */
export const factsOf = (draft: LearnerDraft): LearnerDraft => ({
  ...draft,
  phones: draft.phones.filter(({ number, contactName }) => number.trim() !== '' || contactName),
})

/** Names of the fields that are folded away until asked for. */
export const rareFields = [
  'preferredName',
  'email',
  'schoolingCountry',
  'interestNote',
  'workSchedule',
  'referralSource',
  'notes',
] as const satisfies (keyof LearnerDraft)[]
