import { storedFactsOf } from '../../learners/getLearner.ts'
import { requireLearner } from '../../learners/requireLearner.ts'
import type { LabelledText } from '../../workbooks/workbookContent.ts'
import { dayOf, inLanguage, recordSheet, word, type RecordCall, type RecordSheet } from './recordSheet.ts'

async function interestOf(call: RecordCall, trackId: number | null): Promise<string | null> {
  if (trackId === null) return null
  const { nameEn, nameEs } = await call.db
    .selectFrom('tracks')
    .select(['nameEn', 'nameEs'])
    .where('id', '=', trackId)
    .executeTakeFirstOrThrow()
  return inLanguage(call, { en: nameEn, es: nameEs })
}

/** The facts of a record by the keys of their names under `keep.record.columns`. */
export async function factsByKey(call: RecordCall, learnerId: number): Promise<[string, string | null][]> {
  const { db, t } = call
  const { facts, createdAt, updatedAt } = await storedFactsOf(db, learnerId)
  const others = await db
    .selectFrom('learnerOtherIds')
    .select('studentId')
    .where('learnerId', '=', learnerId)
    .orderBy('studentId')
    .execute()
  const values: Record<string, string | null> = {
    familyName: facts.familyName,
    givenName: facts.givenName,
    preferredName: facts.preferredName,
    studentId: facts.studentId,
    otherIds: others.map(({ studentId }) => studentId).join(', '),
    birthDate: facts.birthDate,
    email: facts.email,
    firstLanguage: facts.firstLanguage,
    schooling: word(t, 'schoolingLevels', facts.schooling),
    schoolingCountry: facts.schoolingCountry,
    equivalency: word(t, 'equivalencyStates', facts.equivalency),
    interest: await interestOf(call, facts.interestTrackId),
    interestNote: facts.interestNote,
    workSchedule: facts.workSchedule,
    referralSource: facts.referralSource,
    notes: facts.notes,
    status: word(t, 'learnerStatuses', facts.status),
    addedOn: dayOf(createdAt),
    changedOn: dayOf(updatedAt),
  }
  return Object.entries(values)
}

/** The facts of the person, each with its name; what is not on record is said to be missing. */
export async function personFacts(call: RecordCall): Promise<LabelledText[]> {
  const { db, learnerId, sight, t } = call
  await requireLearner(db, learnerId, sight)
  return (await factsByKey(call, learnerId)).map(([key, value]) => ({
    label: t(`keep.record.columns.${key}`),
    value: value === null || value === '' ? t('keep.record.none') : value,
  }))
}

export async function phones({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('learnerPhones')
    .select(['number', 'contactName'])
    .where('learnerId', '=', learnerId)
    .orderBy('position')
    .execute()
  return recordSheet(
    'phones',
    rows,
    [
      { key: 'number', width: 20, value: (row) => row.number },
      { key: 'contactName', width: 30, value: (row) => row.contactName },
    ],
    t,
  )
}

export async function holds({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('learnerHolds')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .orderBy('id')
    .execute()
  return recordSheet(
    'holds',
    rows,
    [
      { key: 'from', kind: 'date', width: 13, value: (row) => row.placedOn },
      { key: 'reason', width: 50, wraps: true, value: (row) => row.reason },
      { key: 'by', width: 24, value: (row) => row.placedByName },
      { key: 'to', kind: 'date', width: 13, value: (row) => row.liftedOn },
    ],
    t,
  )
}

export async function acceptedFindings({ db, learnerId, t }: RecordCall): Promise<RecordSheet> {
  const rows = await db
    .selectFrom('acceptedFindings')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .orderBy('id')
    .execute()
  return recordSheet(
    'acceptedFindings',
    rows,
    [
      { key: 'dataCheck', width: 34, value: (row) => word(t, 'dataChecks', row.rule) },
      { key: 'reason', width: 50, wraps: true, value: (row) => row.reason },
      { key: 'on', kind: 'date', width: 13, value: (row) => row.acceptedOn },
      { key: 'by', width: 24, value: (row) => row.acceptedByName },
    ],
    t,
  )
}
