import { foldForSearch } from '../../shared/values/names.ts'
import { newPhones, type PersonFacts, type PersonField, type PersonState } from './people.ts'
import { changesTo, type ValueChange } from './recordChanges.ts'

/**
 * How a row meets a record: a row under the person's own number brings news; a row under another number
 * only fills in what is blank or better spelt, because the record is the one that people have looked after.
 */
export type MergeMode = 'bringsNews' | 'fillsBlanks'

/** Facts that are written in words: case and accents lost on the way are no news. */
const wordFields = new Set<PersonField>([
  'studentId',
  'familyName',
  'givenName',
  'preferredName',
  'email',
  'firstLanguage',
  'schoolingCountry',
  'interestNote',
  'workSchedule',
  'referralSource',
])

const marksIn = (text: string) => text.normalize('NFD').match(/\p{M}|[đłøßæœħıþð]/giu)?.length ?? 0
const isOneCase = (text: string) => text === text.toUpperCase() || text === text.toLowerCase()

/** True when two spellings are one text, and the second is not the better of the two. */
function isNoNews(stored: string, read: string): boolean {
  if (stored === read) return true
  if (foldForSearch(stored) !== foldForSearch(read)) return false
  if (marksIn(read) !== marksIn(stored)) return marksIn(read) < marksIn(stored)
  return !(isOneCase(stored) && !isOneCase(read))
}

/** The facts of a row that a record should take over. An empty cell never takes anything away. */
export function newsFor(
  stored: PersonFacts,
  read: Partial<PersonFacts>,
  mode: MergeMode,
): Partial<PersonFacts> {
  const news: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(read)) {
    if (value === null || value === '') continue
    const own = stored[field as PersonField]
    const isBlank = own === null || own === ''
    const isInWords = wordFields.has(field as PersonField)
    // A better spelling of the same words is taken from any row: under the person's own number it would be next time.
    const isSpelling = isInWords && foldForSearch(String(own)) === foldForSearch(String(value))
    if (!isBlank && mode === 'fillsBlanks' && !isSpelling) continue
    if (!isBlank && isInWords && isNoNews(String(own), String(value))) continue
    if (own !== value) news[field] = value
  }
  // A known track says more than the words beside it.
  if (news.interestNote !== undefined && stored.interestTrackId !== null && mode === 'fillsBlanks') {
    delete news.interestNote
  }
  return news as Partial<PersonFacts>
}

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== ''

/**
 * The first fact on which a row contradicts an earlier row of the same file, and that row's number. Another
 * spelling is no contradiction. Without this, applying such a file twice would change the record each time.
 */
export function contradiction(
  person: PersonState,
  read: Partial<PersonFacts>,
): { field: PersonField; row: number } | null {
  for (const [field, said] of person.saidBy) {
    const value = read[field]
    if (!isSaid(value) || said.value === value) continue
    if (wordFields.has(field) && foldForSearch(String(said.value)) === foldForSearch(String(value))) continue
    return { field, row: said.row }
  }
  return null
}

/** Remembers which facts a row said of a person. */
export function noteSaid(person: PersonState, read: Partial<PersonFacts>, row: number): void {
  for (const [field, value] of Object.entries(read) as [PersonField, unknown][]) {
    if (isSaid(value) && !person.saidBy.has(field)) person.saidBy.set(field, { row, value })
  }
}

/** What a row's facts and numbers would change about a person. */
export const newsAbout = (
  person: PersonState,
  read: Partial<PersonFacts>,
  phones: readonly string[],
  mode: MergeMode,
): ValueChange[] => [
  ...changesTo(person.facts, newsFor(person.facts, read, mode)),
  ...newPhones(person, phones),
]
