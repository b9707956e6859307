import { nameWords } from '../../shared/values/names.ts'
import type { Reader } from '../schema.ts'

/** What a text would name an erased person by. */
export interface PersonMarks {
  /** Words of family and given name: a text with all of them means the person. */
  readonly words: readonly string[]
  /** Student numbers and email, lower case. */
  readonly marks: readonly string[]
}

/** A shorter number would stand by chance in many texts. */
const shortestMark = 4

/** The names and numbers by which free texts may name these learners. */
export async function personMarks(
  db: Pick<Reader, 'selectFrom'>,
  learnerIds: readonly number[],
): Promise<PersonMarks[]> {
  const learners = await db
    .selectFrom('learners')
    .select(['id', 'familyName', 'givenName', 'studentId', 'email'])
    .where('id', 'in', [...learnerIds])
    .execute()
  const others = await db
    .selectFrom('learnerOtherIds')
    .select(['learnerId', 'studentId'])
    .where('learnerId', 'in', [...learnerIds])
    .execute()
  return learners.map(({ id, familyName, givenName, studentId, email }) => ({
    words: nameWords(familyName, givenName),
    marks: [
      studentId,
      email,
      ...others.filter(({ learnerId }) => learnerId === id).map((one) => one.studentId),
    ]
      .filter((mark) => mark !== null && mark.length >= shortestMark)
      .map((mark) => mark!.toLowerCase()),
  }))
}

/** Tests texts for any of these people: their whole name in any order, a number or an address. */
export function textNaming(people: readonly PersonMarks[]): (text: string) => boolean {
  return (text) => {
    const lower = text.toLowerCase()
    const words = new Set(nameWords(text))
    return people.some(
      (person) =>
        (person.words.length > 0 && person.words.every((word) => words.has(word))) ||
        person.marks.some((mark) => lower.includes(mark)),
    )
  }
}
