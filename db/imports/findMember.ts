import { foldForSearch } from '../../shared/values/names.ts'
import { nameOf, shareNameWord, type PeopleBook, type PersonState } from './people.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { ReadRow } from './readRow.ts'
import { nameTexts } from './rosterRow.ts'

/** Everyone in the class whom one of the names fits whole, whatever the order of its words. */
function named(names: readonly string[], members: readonly PersonState[]): PersonState[] {
  const inOrder = (name: string) => foldForSearch(name).split(' ').toSorted().join(' ')
  const wanted = new Set(names.map(inOrder))
  return members.filter(({ facts }) => wanted.has(inOrder(`${facts.givenName} ${facts.familyName}`)))
}

/**
 * Finds the learner of a row among `members`, those who sit in a class or sat in it: by student number, or by the whole
 * name where the row has no number. What is wrong is noted on the row. Of somebody outside the class nothing is
 * said but that they are not in it.
 */
export function findMember(
  read: ReadRow,
  planned: PlannedRow,
  people: PeopleBook,
  members: readonly PersonState[],
): PersonState | null {
  const studentId = read.text('studentId', 40)
  const names = nameTexts(read)
  planned.studentId = studentId
  planned.name = names[0] ?? ''
  const nameField = read.has('fullName') ? 'fullName' : 'familyName'
  if (studentId === null) {
    const found = named(names, members)
    const [only] = found
    if (names.length === 0) read.refuse('missing', read.has('studentId') ? 'studentId' : nameField)
    else if (only === undefined) read.refuse('nobodyOfThisName', nameField)
    else if (found.length > 1) read.refuse('severalOfThisName', nameField)
    if (only === undefined || found.length > 1) return null
    return settled(only, planned)
  }
  const known = people.byStudentId(studentId)
  if (!known || !members.includes(known)) {
    read.refuse('unknownMember', 'studentId')
    return null
  }
  if (!shareNameWord(known.facts, ...names)) {
    read.refuse('nameDoesNotFit', 'studentId')
    return null
  }
  return settled(known, planned)
}

function settled(person: PersonState, planned: PlannedRow): PersonState {
  planned.learnerId = person.id
  planned.studentId ??= person.facts.studentId
  if (planned.name === '') planned.name = nameOf(person.facts)
  return person
}
