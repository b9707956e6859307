import type { LearnerSummary } from '../../shared/contract/learners.ts'
import type { DuplicateReason } from '../../shared/rules/duplicateReasons.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { learnerSummariesOf } from '../learners/learnerRows.ts'
import type { Reader } from '../schema.ts'
import { everybodyOnRecord } from './everybody.ts'
import { collegeIds } from './personFacts.ts'

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

/**
 * Records that may be the person being typed, likeliest first. Softer than the proposals of an import:
 * a name that is the same to the letter is shown too, because here somebody looks before anything is saved.
 */
export async function similarLearners(
  db: Reader,
  { studentId, exceptLearnerId, ...typed }: TypedPerson,
  today: IsoDate,
): Promise<(LearnerSummary & { reasons: DuplicateReason[] })[]> {
  const { index } = await everybodyOnRecord(db)
  const personId = exceptLearnerId === null ? 'typed' : String(exceptLearnerId)
  const found = index
    .near({ ...typed, personId, ids: collegeIds(studentId) })
    .filter(({ propose, reasons }) => propose || reasons.includes('sameName') || reasons.includes('sameId'))
    .slice(0, mostShown)
  const summaries = await learnerSummariesOf(
    db,
    found.map((other) => Number(other.personId)),
    today,
  )
  return summaries.map((summary, place) => ({ ...summary, reasons: [...found[place]!.reasons] }))
}
