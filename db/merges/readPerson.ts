import type { Reader } from '../schema.ts'
import {
  attemptTable,
  learnerTable,
  otherIdTable,
  personTables,
  type PersonTableName,
} from './personTables.ts'
import { rowsWith, type Row } from './rows.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Everything on record of one of two people who are to become one. */
export interface PersonRows {
  readonly id: number
  readonly learner: Row
  readonly phones: readonly Row[]
  readonly otherIds: readonly Row[]
  readonly rows: Readonly<Record<PersonTableName, readonly Row[]>>
  /** Sittings of exam parts, under the seats in cohorts. */
  readonly attempts: readonly Row[]
}

/** Reads a record with all that hangs on it. The learner is there: the caller has asked. */
export async function readPerson(db: Db, learnerId: number): Promise<PersonRows> {
  const [learner] = await rowsWith(db, learnerTable, 'id', [learnerId])
  const rows = {} as Record<PersonTableName, readonly Row[]>
  for (const name of Object.keys(personTables) as PersonTableName[])
    rows[name] = await rowsWith(db, personTables[name], 'learnerId', [learnerId])
  const seats = rows.cohortMembers.map(({ id }) => Number(id))
  return {
    ...{ id: learnerId, learner: learner!, rows },
    phones: await rowsWith(db, { table: 'learnerPhones', key: ['position', 'id'] }, 'learnerId', [learnerId]),
    otherIds: await rowsWith(db, otherIdTable, 'learnerId', [learnerId]),
    attempts: await rowsWith(db, attemptTable, 'cohortMemberId', seats),
  }
}
