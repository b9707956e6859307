import { foldForSearch } from '../../shared/values/names.ts'
import { converted, failed, type Converted } from '../files/values/converted.ts'
import type { Cell } from '../files/tableFile.ts'
import { nameReadings, toEquivalency, toNameParts, toPhones, toSchooling, toText } from '../files/values.ts'
import { noFacts, type PersonFacts } from './people.ts'
import type { ReadRow } from './readRow.ts'

const longestName = 100
const mostPhones = 10

/** A track by any of its names. */
export type TrackByName = ReadonlyMap<string, number>

export interface RosterPerson {
  facts: PersonFacts
  phones: string[]
  section: string | null
}

/** A person's name out of two columns, or out of one with both. */
export function readName(read: ReadRow): { familyName: string; givenName: string } {
  const familyName = read.text('familyName', longestName) ?? ''
  const givenName = read.text('givenName', longestName) ?? ''
  if (familyName !== '' || givenName !== '') return { familyName, givenName }
  const whole = read.value('fullName', toNameParts, 'leaveOut')
  return { familyName: whole?.lastName ?? '', givenName: whole?.firstName ?? '' }
}

/** Every way to read a row's name, for comparing with people who are known. */
export function nameTexts(read: ReadRow): string[] {
  const { familyName, givenName } = readName(read)
  const whole = nameReadings(read.cell('fullName')).map((name) => `${name.firstName} ${name.lastName}`)
  return [`${givenName} ${familyName}`, ...whole].filter((text) => text.trim() !== '')
}

function toEmail(cell: Cell): Converted<string> {
  const text = toText(cell)
  if (!text.ok) return text
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.value) ? converted(text.value) : failed('notAnEmail')
}

function readPhones(read: ReadRow): string[] {
  const numbers = read.cells('phone').flatMap((cell) => {
    const phones = toPhones(cell)
    if (phones.ok) return phones.value
    if (phones.problem !== 'blank') read.leaveOut(phones.problem, 'phone')
    return []
  })
  return [...new Set(numbers)].slice(0, mostPhones)
}

/** The interest as a track of the program; as a note when no track has that name. */
function readInterest(read: ReadRow, tracks: TrackByName) {
  const text = read.text('interest', 2000)
  if (text === null) return { interestTrackId: null, interestNote: null }
  const interestTrackId = tracks.get(foldForSearch(text)) ?? null
  return { interestTrackId, interestNote: interestTrackId === null ? text : null }
}

/** What a row of a roster says of a person; what is wrong with it is noted on the row. */
export function readRosterPerson(read: ReadRow, tracks: TrackByName): RosterPerson {
  const name = readName(read)
  if (name.familyName === '') {
    read.refuse('noFamilyName', read.has('familyName') ? 'familyName' : 'fullName')
  }
  const facts: PersonFacts = {
    ...noFacts,
    ...name,
    studentId: read.text('studentId', 40),
    preferredName: read.text('preferredName', longestName),
    birthDate: read.date('birthDate', 'birth', 'refuse'),
    email: read.value('email', toEmail, 'leaveOut'),
    firstLanguage: read.text('firstLanguage', 100),
    schooling: read.value('schooling', toSchooling, 'leaveOut'),
    schoolingCountry: read.text('schoolingCountry', 100),
    equivalency: read.value('equivalency', toEquivalency, 'leaveOut'),
    ...readInterest(read, tracks),
    workSchedule: read.text('workSchedule'),
    referralSource: read.text('referralSource'),
  }
  return { facts, phones: readPhones(read), section: read.text('section', 40) }
}
