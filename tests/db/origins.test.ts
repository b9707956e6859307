import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OriginSubject } from '../../shared/values/origins.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { readingEntry } from '../helpers/testedLearners.ts'
import { imported, resultOf, sample, textFile, type TestCore } from './imports/importing.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

const heading = 'Student ID,Last Name,First Name,Birth Date,Phone,Email,Home Language,Section'
const ana = '17,Núñez,Ana,1981-03-09,704-555-0101,ana@example.org,Spanish,ESL-5'
const roster = (row: string, name: string) => textFile(`${heading}\n${row}`, name)

/** Where each field of a record comes from: `file name:row`, who typed it, or why nobody can tell. */
async function told(subject: OriginSubject, subjectId: number) {
  const { record, fields } = await core.api.origins.of({ subject, subjectId })
  const words = (origin: typeof record) =>
    origin.kind === 'file'
      ? `${origin.fileName}:${origin.rowNumber}`
      : origin.kind === 'typed'
        ? origin.byName
        : origin.kind
  return {
    record: words(record),
    ...Object.fromEntries(fields.map(({ field, origin }) => [field, words(origin)])),
  }
}

async function anaOnRecord() {
  const { rows } = await core.api.learners.list({})
  return core.api.learners.get({ learnerId: rows[0]!.id })
}

async function change(values: object) {
  const learner = await anaOnRecord()
  const {
    id,
    createdAt: _c,
    sections: _s,
    levels: _l,
    evidence: _e,
    hours: _h,
    interestTrack: _i,
    ...facts
  } = learner
  await core.api.learners.change({ ...facts, ...values, learnerId: id })
}

test('each value of a learner names the last file and row that brought it, or who typed it', async () => {
  const { importId } = await imported(core, roster(ana, 'spring.csv'))
  const { id } = await anaOnRecord()
  await change({ email: 'typed@example.org', workSchedule: 'nights' })
  const second = ana.replace('Spanish', 'Quechua').replace('704-555-0101', '704-555-0199')
  await imported(core, roster(second.replace('ana@example.org', ''), 'fall.csv'))
  expect(await told('learner', id)).toEqual({
    record: 'spring.csv:2',
    ...{ familyName: 'spring.csv:2', givenName: 'spring.csv:2', studentId: 'spring.csv:2' },
    ...{ birthDate: 'spring.csv:2', status: 'spring.csv:2', firstLanguage: 'fall.csv:2' },
    ...{ email: 'Alma Rivera', workSchedule: 'Alma Rivera', phone: 'fall.csv:2' },
  })
  const { record, fields } = await core.api.origins.of({ subject: 'learner', subjectId: id })
  expect(record).toMatchObject({ importId, importKind: 'roster', at: core.core.now(), byName: 'Alma Rivera' })
  expect(
    fields.filter(({ field }) => field === 'phone').map(({ value, origin }) => [value, origin.kind]),
  ).toEqual([
    ['704-555-0101', 'file'],
    ['704-555-0199', 'file'],
  ])
})

test('a value that an undo puts back has the origin that it had before', async () => {
  await core.api.learners.create({ familyName: 'Núñez', givenName: 'Ana', studentId: '17', email: 'a@b.org' })
  await imported(core, roster(ana.replace('ana@example.org', ''), 'spring.csv'))
  const { importId } = await imported(core, roster(ana.replace('Spanish', 'Quechua'), 'fall.csv'))
  const { signature } = await resultOf(core.api.imports.undoPreview({ importId }))
  await resultOf(core.api.imports.undo({ importId, signature }))
  const { id } = await anaOnRecord()
  expect(await told('learner', id)).toMatchObject({
    ...{ record: 'Alma Rivera', familyName: 'Alma Rivera', email: 'Alma Rivera' },
    ...{ firstLanguage: 'spring.csv:2', phone: 'spring.csv:2' },
  })
})

test('tests, seats, cohort seats and attempts tell their file, and typed ones who typed them', async () => {
  for (const name of ['esl-roster.csv', 'student-test-summary.xlsx', 'nurse-assistant-cohorts.xlsx']) {
    await imported(core, sample(name))
  }
  const { writer } = core.core.requireOpen().file
  const tables = {
    assessment: 'assessments',
    sectionMember: 'sectionMembers',
    cohortMember: 'cohortMembers',
    attempt: 'attempts',
  } as const
  for (const [subject, table] of Object.entries(tables)) {
    const { id } = await writer.selectFrom(table).select('id').orderBy('id').executeTakeFirstOrThrow()
    const values = Object.values(await told(subject as OriginSubject, id))
    expect(
      values.every((value) => /^.+\.(csv|xlsx):\d+$/.test(value)),
      subject,
    ).toBe(true)
  }
  const { rows } = await core.api.learners.list({ limit: 1 })
  const learnerId = rows[0]!.id
  const seen = { kind: 'document', evidenceKey: 'tbTest', status: 'met', onDate: '2026-07-30' } as const
  const { evidenceId } = await core.api.evidence.record({ learnerId, facts: seen })
  expect(new Set(Object.values(await told('evidence', evidenceId)))).toEqual(new Set(['Alma Rivera']))
  const [typed] = await core.api.assessments.record({ sectionId: null, entries: [readingEntry(learnerId)] })
  expect(new Set(Object.values(await told('assessment', typed!.id)))).toEqual(new Set(['Alma Rivera']))
  const { sectionId } = await core.api.sections.create({ code: 'OWN', name: 'Own' })
  await core.api.sections.addMembers({ sectionId, learnerIds: [learnerId] })
  const seat = await writer
    .selectFrom('sectionMembers')
    .select('id')
    .where('sectionId', '=', sectionId)
    .executeTakeFirstOrThrow()
  expect(await told('sectionMember', seat.id)).toEqual({ record: 'Alma Rivera', startDate: 'Alma Rivera' })
  const meeting = {
    ...{ heldOn: '2026-08-01', minutes: 120 },
    marks: [{ learnerId, mark: 'late' as const, minutes: 90 }],
  }
  await core.api.attendance.save({ sectionId, meetings: [meeting] })
  const mark = await writer.selectFrom('attendance').select('id').executeTakeFirstOrThrow()
  expect(await told('attendance', mark.id)).toEqual({
    ...{ record: 'Alma Rivera', mark: 'Alma Rivera', minutes: 'Alma Rivera' },
  })
})

test('the next owner of a removed record’s number inherits no origin', async () => {
  const { importId } = await imported(core, roster(ana, 'spring.csv'))
  const { id } = await anaOnRecord()
  const { signature } = await resultOf(core.api.imports.undoPreview({ importId }))
  await resultOf(core.api.imports.undo({ importId, signature }))
  const { learnerId } = await core.api.learners.create({ familyName: 'Diallo', givenName: 'Awa' })
  expect(learnerId).toBe(id)
  expect(await told('learner', id)).toEqual({
    ...{ record: 'Alma Rivera', familyName: 'Alma Rivera', givenName: 'Alma Rivera', status: 'Alma Rivera' },
  })
})

test('what nobody noted is not made up, and records that are not there are not found', async () => {
  const { writer } = core.core.requireOpen().file
  const row = { familyName: 'Roe', givenName: 'Jo', foldedName: 'roe jo', createdAt: 'x', updatedAt: 'x' }
  const { id } = await writer.insertInto('learners').values(row).returning('id').executeTakeFirstOrThrow()
  expect(await told('learner', id)).toMatchObject({ record: 'unknown', familyName: 'unknown' })
  await core.api.learners.setStatus({ learnerIds: [id], status: 'paused' })
  expect(await told('learner', id)).toMatchObject({ familyName: 'unknown', status: 'Alma Rivera' })
  await writer.updateTable('program').set({ isDemo: 1 }).execute()
  expect(await told('learner', id)).toMatchObject({ record: 'sample', status: 'Alma Rivera' })
  const missing = core.api.origins.of({ subject: 'attempt', subjectId: 999 })
  expect(await failureOf(missing)).toMatchObject({ kind: 'notFound' })
})
