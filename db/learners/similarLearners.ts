import type { LearnerSummary } from '../../shared/contract/learners.ts'
import { duplicateEvidence, type DuplicateReason, type PersonFact } from '../../shared/rules/duplicates.ts'
import { isoDateOf, type IsoDate } from '../../shared/values/dates.ts'
import { foldPhone, foldForSearch } from '../../shared/values/names.ts'
import type { Reader } from '../schema.ts'
import { learnerSummariesOf } from './learnerRows.ts'
import { learnerIsThere } from './learnerIsThere.ts'

interface TypedPerson {
  familyName: string
  givenName: string
  preferredName: string | null
  birthDate: IsoDate | null
  studentId: string | null
  phones: string[]
  exceptLearnerId: number | null
}

const mostShown = 5
/** Two names shared by more people than this say nothing; comparing all of them would be slow. */
const mostCompared = 400

/** Ids of one college are one system: the rule compares them with that system's name in front. */
const idsOf = (studentId: string | null) =>
  studentId === null || studentId.trim() === '' ? [] : [`college:${studentId}`]

const swapped = (date: IsoDate) => isoDateOf(+date.slice(0, 4), +date.slice(8, 10), +date.slice(5, 7))

/** Everyone who shares an id, a birth date, a phone or the whole family name: only they can be similar. */
async function candidateIds(db: Pick<Reader, 'selectFrom'>, person: TypedPerson): Promise<number[]> {
  const births =
    person.birthDate === null ? [] : [person.birthDate, swapped(person.birthDate) ?? person.birthDate]
  const digits = person.phones.map(foldPhone).filter((phone) => phone !== '')
  const name = foldForSearch(`${person.familyName} ${person.givenName}`)
  const rows = await db
    .selectFrom('learners')
    .select('learners.id')
    .where(learnerIsThere())
    .where((where) =>
      where.or([
        ...(person.studentId
          ? [
              where('studentId', '=', person.studentId.trim()),
              where(
                'id',
                'in',
                where
                  .selectFrom('learnerOtherIds')
                  .select('learnerId')
                  .where('learnerOtherIds.studentId', '=', person.studentId.trim()),
              ),
            ]
          : []),
        ...(births.length > 0 ? [where('birthDate', 'in', births)] : []),
        ...(digits.length > 0
          ? [
              where(
                'id',
                'in',
                where.selectFrom('learnerPhones').select('learnerId').where('digits', 'in', digits),
              ),
            ]
          : []),
        // A preferred name may follow in the key.
        ...(name === ''
          ? []
          : [where.and([where('foldedName', '>=', name), where('foldedName', '<', `${name}~`)])]),
      ]),
    )
    .limit(mostCompared)
    .execute()
  return rows.map(({ id }) => id).filter((id) => id !== person.exceptLearnerId)
}

async function personFactsOf(db: Pick<Reader, 'selectFrom'>, ids: readonly number[]): Promise<PersonFact[]> {
  const learners = await db
    .selectFrom('learners')
    .select(['id', 'familyName', 'givenName', 'preferredName', 'birthDate', 'studentId'])
    .where('id', 'in', [...ids])
    .execute()
  const phones = await db
    .selectFrom('learnerPhones')
    .select(['learnerId', 'number'])
    .where('learnerId', 'in', [...ids])
    .execute()
  const otherIds = await db
    .selectFrom('learnerOtherIds')
    .select(['learnerId', 'studentId'])
    .where('learnerId', 'in', [...ids])
    .execute()
  return learners.map((learner) => ({
    personId: String(learner.id),
    familyName: learner.familyName,
    givenName: learner.givenName,
    preferredName: learner.preferredName,
    birthDate: learner.birthDate,
    phones: phones.filter(({ learnerId }) => learnerId === learner.id).map(({ number }) => number),
    ids: [
      ...idsOf(learner.studentId),
      ...otherIds
        .filter(({ learnerId }) => learnerId === learner.id)
        .flatMap(({ studentId }) => idsOf(studentId)),
    ],
  }))
}

/**
 * Records that may be the person being typed, likeliest first. Softer than the proposals of an import:
 * a name that is the same to the letter is shown too, because here somebody looks before anything is saved.
 */
export async function similarLearners(
  db: Pick<Reader, 'selectFrom'>,
  typed: TypedPerson,
  today: IsoDate,
): Promise<(LearnerSummary & { reasons: DuplicateReason[] })[]> {
  const ids = await candidateIds(db, typed)
  if (ids.length === 0) return []
  const person: PersonFact = { ...typed, personId: 'typed', ids: idsOf(typed.studentId) }
  const found = (await personFactsOf(db, ids))
    .map((other) => ({ id: Number(other.personId), ...duplicateEvidence(other, person) }))
    .filter(({ propose, reasons }) => propose || reasons.includes('sameName') || reasons.includes('sameId'))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, mostShown)
  const summaries = await learnerSummariesOf(
    db,
    found.map(({ id }) => id),
    today,
  )
  return summaries.map((summary, index) => ({ ...summary, reasons: [...found[index]!.reasons] }))
}
