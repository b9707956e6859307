import type { UnknownStudents } from '../../shared/values/imports.ts'
import { nameOf, noFacts, shareNameWord, type PeopleBook, type PersonState } from './people.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { ReadRow } from './readRow.ts'
import type { ChangeLog } from './recordChanges.ts'
import { nameTexts, readName } from './rosterRow.ts'

/** Somebody whom a row names by number: known, added by the row, or refused with a reason on the row. */
export interface FoundStudent {
  readonly person: PersonState
  /** Puts a new person among the known ones; call it once the rest of the row is fine. */
  settle(log: ChangeLog): void
}

/**
 * Finds the person of a test or of a cohort member by student number. A name that has no word in common
 * with the record's is refused: a number typed wrong would give somebody another's results.
 */
export function findStudent(
  read: ReadRow,
  planned: PlannedRow,
  people: PeopleBook,
  unknownStudents: UnknownStudents,
): FoundStudent | null {
  const studentId = read.text('studentId', 40)
  const names = nameTexts(read)
  planned.studentId = studentId
  planned.name = names[0] ?? ''
  if (studentId === null) {
    read.refuse('missing', 'studentId')
    return null
  }
  const known = people.byStudentId(studentId)
  if (known) {
    planned.learnerId = known.id
    if (planned.name === '') planned.name = nameOf(known.facts)
    if (!shareNameWord(known.facts, ...names)) {
      read.refuse('nameDoesNotFit', 'studentId')
      return null
    }
    return { person: known, settle: () => {} }
  }
  if (unknownStudents === 'refuse') {
    read.refuse('unknownStudent', 'studentId')
    return null
  }
  const name = readName(read)
  if (name.familyName === '') {
    read.refuse('noFamilyName', read.has('familyName') ? 'familyName' : 'fullName')
    return null
  }
  const person = people.prepare({ ...noFacts, ...name, studentId }, planned.number)
  return {
    person,
    settle: (log) => {
      people.add(person)
      log.created(planned.number, 'learner', person, person.facts)
    },
  }
}
