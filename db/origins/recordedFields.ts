import type { OriginSubject } from '../../shared/values/origins.ts'
import { foldPhone } from '../../shared/values/names.ts'

export type Fields = Readonly<Record<string, unknown>>

/** The values of each kind of record whose origin can be told, by the names of their columns. */
export const recordedFields: Readonly<Record<OriginSubject, readonly string[]>> = {
  learner: [
    ...['familyName', 'givenName', 'preferredName', 'studentId', 'birthDate', 'status', 'email'],
    ...['firstLanguage', 'schooling', 'schoolingCountry', 'equivalency', 'interestTrackId'],
    ...['interestNote', 'workSchedule', 'referralSource', 'notes'],
  ],
  assessment: [
    ...['instrument', 'skillArea', 'form', 'testedOn', 'score', 'scoreText', 'accurate'],
    ...['conservativeEstimate', 'passed', 'voidedAt', 'voidReason', 'sameFormReason'],
  ],
  cohortMember: ['entryLevel', 'startedOn', 'outcome', 'outcomeOn', 'reason', 'reasonNote'],
  attempt: ['partKey', 'number', 'takenOn', 'result', 'overrideReason', 'note'],
  instructionHours: ['component', 'periodFrom', 'periodTo', 'hours', 'possibleHours'],
  attendance: ['mark', 'minutes'],
  sectionMember: ['startDate', 'endDate'],
  evidence: ['kind', 'evidenceKey', 'status', 'onDate', 'documentDate', 'doses', 'seenBy'],
}

/** A learner's phones and further numbers, each as a field of its own: they come and go one by one. */
export const listField = {
  phone: (number: string) => `phone:${foldPhone(number)}`,
  otherId: (studentId: string) => `otherId:${studentId}`,
}

/** What a field is called where it is told: the entries of a list have the name of the list. */
export const nameOfField = (field: string): string => field.split(':')[0]!

function listEntries({ phones, phone, otherId }: Fields): Fields {
  const typed = (phones as { number: string }[] | undefined)?.map(({ number }) => number) ?? []
  const imported = (phone as string[] | undefined) ?? []
  const ids = (otherId as string[] | undefined) ?? []
  return Object.fromEntries([
    ...[...typed, ...imported].map((number) => [listField.phone(number), number]),
    ...ids.map((id) => [listField.otherId(id), id]),
  ])
}

/** Changes of several kinds of record end with a note that says so in place of values. */
const isRemoval = (contents: Fields) => contents.removed === true

/**
 * The values of a record in one side of a note, null where the note has none. A note about a learner is about
 * their facts only when it holds at least one of them; one that brings a person holds their name.
 * @param holds *part* for the rows of imports, which name only what changed
 */
export function fieldsOf(
  subject: OriginSubject,
  json: string | null,
  holds: 'whole' | 'part' = 'whole',
): Fields | null {
  if (json === null) return null
  const contents = JSON.parse(json) as Fields
  if (isRemoval(contents)) return null
  const own = Object.fromEntries(
    recordedFields[subject].filter((field) => field in contents).map((field) => [field, contents[field]]),
  )
  if (subject !== 'learner') return own
  const lists = listEntries(contents)
  const isAboutFacts = Object.keys(own).length + Object.keys(lists).length > 0
  return isAboutFacts || holds === 'part' ? { ...own, ...lists } : null
}
