import type { OriginSubject } from '../../shared/values/origins.ts'
import { absenceColumns, refuseAbsent } from '../learners/refuseAbsent.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { listField, recordedFields, type Fields } from './recordedFields.ts'

type Db = Pick<Reader, 'selectFrom'>

const tables = {
  learner: 'learners',
  assessment: 'assessments',
  cohortMember: 'cohortMembers',
  instructionHours: 'instructionHours',
  attendance: 'attendance',
  sectionMember: 'sectionMembers',
  evidence: 'evidence',
} as const

/** A record as it is, and whose it is. */
export interface RecordNow {
  readonly learnerId: number
  readonly row: Fields
}

interface Asked {
  readonly subject: OriginSubject
  readonly subjectId: number
}

async function rowOf(db: Db, { subject, subjectId }: Asked): Promise<Fields | undefined> {
  if (subject === 'attempt') {
    return db
      .selectFrom('attempts')
      .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
      .selectAll('attempts')
      .select('cohortMembers.learnerId')
      .where('attempts.id', '=', subjectId)
      .executeTakeFirst()
  }
  // One statement for many tables, typed as one of them.
  const row: Fields | undefined = await db
    .selectFrom(tables[subject] as 'assessments')
    .selectAll()
    .where('id', '=', subjectId)
    .executeTakeFirst()
  return row && subject === 'learner' ? { ...row, learnerId: row.id } : row
}

/** A record as it is; throws what is said of one that is not there, not in sight, or of somebody who is there no more. */
export async function recordNow(db: Db, asked: Asked, sight: Sight): Promise<RecordNow> {
  const row = await rowOf(db, asked)
  const learnerId = Number(row?.learnerId ?? 0)
  const learner = await db
    .selectFrom('learners')
    .select(['id', ...absenceColumns])
    .where('id', '=', learnerId)
    .where(learnerInSight(sight, 'learners.id'))
    .executeTakeFirst()
  if (!row || !learner) throw outOfSight(sight, asked.subject === 'learner' ? 'learner' : 'record')
  refuseAbsent(learner)
  return { learnerId, row }
}

/** The values of a record whose origin can be told; a learner's with phones and further numbers. */
export async function valuesNow(
  db: Db,
  subject: OriginSubject,
  { learnerId, row }: RecordNow,
): Promise<Fields> {
  const own = Object.fromEntries(recordedFields[subject].map((field) => [field, row[field] ?? null]))
  if (subject !== 'learner') return own
  const phones = await db
    .selectFrom('learnerPhones')
    .select('number')
    .where('learnerId', '=', learnerId)
    .orderBy('position')
    .execute()
  const otherIds = await db
    .selectFrom('learnerOtherIds')
    .select('studentId')
    .where('learnerId', '=', learnerId)
    .execute()
  const lists = [
    ...phones.map(({ number }) => [listField.phone(number), number]),
    ...otherIds.map(({ studentId }) => [listField.otherId(studentId), studentId]),
  ]
  return { ...own, ...(Object.fromEntries(lists) as Fields) }
}
