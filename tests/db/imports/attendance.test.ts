import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import {
  guessedSettings,
  imported,
  plannedRows,
  previewed,
  resultOf,
  textFile,
  type TestCore,
} from './importing.ts'

let core: TestCore
let sectionId: number
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
  const people = [
    ['17', 'Núñez', 'Ana'],
    ['18', 'Lê', 'Thị Ánh'],
    [null, 'Díaz Peña', 'José'],
  ] as const
  const learnerIds: number[] = []
  for (const [studentId, familyName, givenName] of people) {
    learnerIds.push((await core.api.learners.create({ studentId, familyName, givenName })).learnerId)
  }
  await core.api.learners.create({ studentId: '99', familyName: 'Roe', givenName: 'Sam' })
  sectionId = (await core.api.sections.create({ code: 'ESL 4A', name: 'English 4', meetingMinutes: 150 }))
    .sectionId
  await core.api.sections.addMembers({ sectionId, learnerIds })
  await core.api.attendance.save({
    sectionId,
    meetings: [
      { heldOn: '2026-07-28', minutes: 150, marks: [{ learnerId: learnerIds[0]!, mark: 'present' }] },
    ],
  })
})
afterEach(() => core.dispose())

/** Student number, day, mark and minutes of everything on record. */
async function onRecord() {
  const { rows, meetings } = await core.api.attendance.ofSection({
    sectionId,
    from: '2026-07-01',
    to: '2026-08-31',
  })
  const lasted = Object.fromEntries(meetings.map(({ heldOn, minutes }) => [heldOn, minutes]))
  const dayOf = (meetingId: number) => meetings.find(({ id }) => id === meetingId)!.heldOn
  const marks = rows.flatMap(({ givenName, marks: some }) =>
    some.map(({ meetingId, mark, minutes }) => [givenName, dayOf(meetingId), mark, minutes]),
  )
  return { lasted, marks: marks.toSorted() }
}

const grid = (...rows: string[]) => textFile(rows.join('\n'), 'ESL 4A July.csv')

test('a sheet with a column for each meeting comes in, in any order of rows and columns, in either language', async () => {
  const file = grid(
    '30/7/2026,Observaciones,Estudiante,2026-07-28,Matrícula',
    'T 90,,"Núñez, Ana",A,17',
    'P,,Jose Diaz Peña,,',
    '120,,Minutos,,',
    ',nada nuevo,"Lê, Thị Ánh",j,18',
  )
  const { previewId, counts } = await previewed(core, file)
  expect(counts).toMatchObject({ rows: 4, new: 2, changed: 1, unchanged: 1, refused: 0, valueLeftOut: 0 })
  const rows = await plannedRows(core, previewId)
  expect(rows.map(({ name, summary, changes }) => [name, summary, changes])).toEqual([
    [
      'Ana Núñez',
      'ESL 4A',
      [
        { field: 'meetingMinutes.2026-07-30', before: null, after: '120' },
        { field: 'mark.2026-07-30', before: null, after: 'L 90' },
        { field: 'mark.2026-07-28', before: 'P', after: 'A' },
      ],
    ],
    ['Jose Diaz Peña', 'ESL 4A', [{ field: 'mark.2026-07-30', before: null, after: 'P' }]],
    ['Minutos', 'ESL 4A', []],
    ['Thị Ánh Lê', 'ESL 4A', [{ field: 'mark.2026-07-28', before: null, after: 'E' }]],
  ])
  await resultOf(core.api.imports.apply({ previewId }))
  expect(await onRecord()).toEqual({
    lasted: { '2026-07-28': 150, '2026-07-30': 120 },
    marks: [
      ['Ana', '2026-07-28', 'absent', null],
      ['Ana', '2026-07-30', 'late', 90],
      ['José', '2026-07-30', 'present', null],
      ['Thị Ánh', '2026-07-28', 'excused', null],
    ],
  })
  const again = await previewed(core, file)
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 4 })
})

test('one mark a row comes in too; what cannot be taken is refused at its place with the remedy', async () => {
  const file = grid(
    'Student ID,Class,Date,Attendance,Minutes,Notes',
    '17,ESL 4A,7/30/2026,Present,,',
    '18,esl 4a,7/30/2026,,75,',
    '18,ESL 4A,7/28/2026,late,,came late',
    '99,ESL 4A,7/30/2026,P,,',
    '17,ESL 9,7/30/2026,P,,',
    '17,ESL 4A,8/2/2026,P,,',
    '17,ESL 4A,7/30/2026,A,,',
    '17,ESL 4A,7/31/2026,perhaps,,',
    '17,ESL 4A,7/29/2026,P,200,',
    '17,ESL 4A,7/29/2026,,,',
  )
  const { previewId, counts } = await previewed(core, file)
  expect(counts).toMatchObject({ rows: 10, new: 2, unchanged: 1, refused: 7 })
  const refused = await plannedRows(core, previewId, 'refused')
  expect(
    refused.map(({ number, refusals }) => [number, refusals[0]!.code, refusals[0]!.column?.heading]),
  ).toEqual([
    [4, 'attendance.minutesMissing', 'Minutes'],
    [5, 'imports.row.unknownMember', 'Student ID'],
    [6, 'imports.row.unknownSection', 'Class'],
    [7, 'attendance.inFuture', 'Date'],
    [8, 'imports.row.contradictsRowOnDay', 'Attendance'],
    [9, 'attendance.notUnderstood', 'Attendance'],
    [10, 'attendance.longerThanMeeting', 'Minutes'],
  ])
  await resultOf(core.api.imports.apply({ previewId }))
  expect((await onRecord()).marks).toEqual([
    ['Ana', '2026-07-28', 'present', null],
    ['Ana', '2026-07-30', 'present', null],
    ['Thị Ánh', '2026-07-30', 'late', 75],
  ])
})

test('in a grid one wrong cell is left out and named by its column; the rest of the row is taken', async () => {
  const first = (await core.api.learners.list({})).rows.find(({ studentId }) => studentId === '18')!
  const facts = {
    component: 'english',
    sectionId,
    periodFrom: '2026-07-20',
    periodTo: '2026-07-27',
    hours: 6,
  }
  await core.api.instructionHours.record({ learnerId: first.id, facts })
  const file = grid(
    'Student ID,Student Name,7/24/2026,7/30/2026 (90 min),7/30/2026,8/4/2026,Total',
    ',Minutes,700,1000,,,',
    '17,Ana Núñez,perhaps,100,P,P,3',
    '18,Thị Ánh Lê,P,45,,,1',
    '18,Ana Roe,P,,,,1',
  )
  const { previewId } = await previewed(core, file)
  const rows = await plannedRows(core, previewId)
  const heading = (row: (typeof rows)[number]) =>
    row.leftOut.map(({ code, column }) => [code, column!.letter])
  expect(rows.map((row) => [row.state, heading(row)])).toEqual([
    ['unchanged', [['imports.row.notALength', 'D']]],
    [
      'unchanged',
      [
        ['attendance.notUnderstood', 'C'],
        ['attendance.longerThanMeeting', 'D'],
        ['attendance.sameDayTwice', 'E'],
        ['attendance.inFuture', 'F'],
      ],
    ],
    ['new', [['attendance.totalThere', 'C']]],
    ['refused', []],
  ])
  expect(rows[3]!.refusals[0]!.code).toBe('imports.row.nameDoesNotFit')
  await resultOf(core.api.imports.apply({ previewId }))
  expect((await onRecord()).lasted).toEqual({ '2026-07-28': 150, '2026-07-30': 90 })
})

test('the length of a meeting is corrected by a sheet; the import is undone as a whole, later edits stay', async () => {
  const before = await onRecord()
  const file = grid('Student ID,Name,7/28/2026,7/30/2026', ',Minutes,120,', '17,Ana Núñez,60,P', '18,,P,P')
  const { importId, counts } = await imported(core, file)
  expect(counts).toMatchObject({ rows: 3, new: 1, changed: 2 })
  expect((await onRecord()).lasted).toEqual({ '2026-07-28': 120, '2026-07-30': 150 })
  const { rows: said } = await core.api.imports.appliedRows({ importId })
  expect(said.map(({ subject, label }) => [subject, label])).toContainEqual(['attendance', 'Ana Núñez'])
  expect(said.map(({ subject, label }) => [subject, label])).toContainEqual(['meeting', 'ESL 4A'])
  const { signature, counts: fates } = await resultOf(core.api.imports.undoPreview({ importId }))
  expect(fates).toEqual({ removed: 4, putBack: 2, kept: 0 })
  await resultOf(core.api.imports.undo({ importId, signature }))
  expect(await onRecord()).toEqual(before)

  const second = await imported(core, file)
  const { rows } = await core.api.learners.list({})
  const thi = rows.find(({ studentId }) => studentId === '18')!
  const edit = { heldOn: '2026-07-30', minutes: 150, marks: [{ learnerId: thi.id, mark: 'absent' as const }] }
  await core.api.attendance.save({ sectionId, meetings: [edit] })
  const undoing = await resultOf(core.api.imports.undoPreview({ importId: second.importId }))
  expect(undoing.kept.map(({ subject, reason, label }) => [subject, reason, label])).toEqual([
    ['attendance', 'edited', 'Thị Ánh Lê'],
    ['meeting', 'hasEntries', 'ESL 4A'],
  ])
  await resultOf(core.api.imports.undo({ importId: second.importId, signature: undoing.signature }))
  expect((await onRecord()).marks).toEqual([
    ['Ana', '2026-07-28', 'present', null],
    ['Thị Ánh', '2026-07-30', 'absent', null],
  ])
})

test('a sheet that does not say its class, its days or its learners names what is missing', async () => {
  const { openId, settings } = await guessedSettings(
    core,
    textFile('Student ID,Name,7/30/2026\n17,Ana Núñez,P', 'sheet.csv'),
  )
  expect(settings).toMatchObject({ kind: 'attendance', sectionId: null })
  const refusal = await failureOf(resultOf(core.api.imports.preview({ openId, settings })))
  expect(refusal.fields.map(({ path, code }) => [path, code])).toEqual([
    ['sectionId', 'imports.sectionMissing'],
  ])
  const mapping = ['studentId', null, null]
  const without = await failureOf(
    resultOf(core.api.imports.preview({ openId, settings: { ...settings, sectionId, mapping } })),
  )
  expect(without.fields.map(({ path }) => path)).toEqual(['fields.heldOn'])
})

test('hours come in as totals; the same file twice changes nothing; nothing counts twice', async () => {
  const file = textFile(
    [
      'Student ID,Class,Component,From,To,Hours,Possible Hours',
      '17,,English in general,6/1/2026,6/30/2026,24.5,30',
      '18,ESL 4A,,6/1/2026,6/30/2026,20,',
      '17,ESL 4A,,7/1/2026,7/31/2026,10,',
      '18,ESL 4A,,6/15/2026,7/14/2026,10,',
      '18,ESL 4A,Juggling,5/1/2026,5/31/2026,10,',
      '18,ESL 4A,,5/1/2026,5/31/2026,10,8',
      '18,ESL 4A,,5/31/2026,5/1/2026,10,',
      '18,ESL 4A,,5/1/2026,5/31/2026,2001,',
      '18,ESL 4A,,6/1/2026,6/30/2026,21,',
      '44,ESL 4A,,6/1/2026,6/30/2026,21,',
      '18,ESL 4A,,6/1/2026,8/30/2026,many,',
    ].join('\n'),
  )
  const { previewId, counts } = await previewed(core, file)
  expect(counts).toMatchObject({ rows: 11, new: 2, refused: 9 })
  const refused = await plannedRows(core, previewId, 'refused')
  expect(refused.map(({ number, refusals }) => [number, refusals.map(({ code }) => code)])).toEqual([
    [4, ['instructionHours.meetingsThere']],
    [5, ['instructionHours.overlaps']],
    [6, ['imports.row.unknownComponent']],
    [7, ['instructionHours.fewerThanAttended']],
    [8, ['instructionHours.endsBeforeStart']],
    [9, ['imports.row.hoursOutOfRange']],
    [10, ['imports.row.contradictsRow']],
    [11, ['imports.row.unknownStudent']],
    [12, ['imports.row.inFuture', 'imports.row.notANumber']],
  ])
  const { importId } = await resultOf(core.api.imports.apply({ previewId }))
  const ana = (await core.api.learners.list({})).rows.find(({ studentId }) => studentId === '17')!
  const hours = async () =>
    (await core.api.attendance.ofLearner({ learnerId: ana.id })).years.map(({ hours: sum }) => sum)
  expect(await hours()).toEqual([2.5, 24.5])
  const again = await previewed(core, file)
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
  const corrected = textFile('Student ID,From,To,Hours\n17,6/1/2026,6/30/2026,26')
  await imported(core, corrected)
  expect(await hours()).toEqual([2.5, 26])
  const { signature, kept } = await resultOf(core.api.imports.undoPreview({ importId }))
  expect(kept.map(({ subject, changes }) => [subject, changes])).toEqual([
    ['instructionHours', [{ field: 'hours', before: '24.5', after: '26' }]],
  ])
  await resultOf(core.api.imports.undo({ importId, signature }))
  expect(await hours()).toEqual([2.5, 26])
})
