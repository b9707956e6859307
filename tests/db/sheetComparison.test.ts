import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { guessedSettings, textFile, type TestCore } from './imports/importing.ts'

let core: TestCore
let sectionId: number
beforeEach(async () => {
  core = await signedInCore({ today: '2026-07-22' })
  const { api } = core
  const names = ['Abe', 'Bell', 'Cruz', 'Diaz']
  const ids: number[] = []
  for (const [index, familyName] of names.entries()) {
    const facts = { familyName, givenName: 'Ana', studentId: `${index + 1}` }
    ids.push((await api.learners.create(facts)).learnerId)
  }
  sectionId = (await api.sections.create({ code: 'ESL-4A', name: 'English 4' })).sectionId
  await api.sections.addMembers({ sectionId, learnerIds: ids })
  const meeting = (heldOn: string, ...marks: ('present' | 'absent' | null)[]) => ({
    ...{ heldOn, minutes: 120 },
    marks: marks.flatMap((mark, index) => (mark === null ? [] : [{ learnerId: ids[index]!, mark }])),
  })
  await api.attendance.save({
    sectionId,
    meetings: [
      meeting('2026-07-06', 'present', 'present', 'present', 'present'),
      meeting('2026-07-08', 'present', 'absent', null, 'present'),
      meeting('2026-07-13', 'present', null, null, null),
      meeting('2026-07-15', 'present', 'present', null, null),
    ],
  })
})
afterEach(() => core.dispose())

/** Agrees on 7/6 but for Cruz; lacks 7/13 and Diaz; has a mark of 7/8 too many and one too few. */
const sheet = () =>
  textFile(
    [
      'Student ID,Student Name,7/6/2026,7/8/2026,7/15/2026,7/29/2026',
      ',Minutes,120,120,90,120',
      '1,Ana Abe,P,,P,',
      '2,Ana Bell,perhaps,A,P,',
      '3,Ana Cruz,A,P,perhaps,',
      '9,Ana Zed,P,P,P,',
    ].join('\n'),
    'ESL-4A.csv',
  )

test('differences are told both ways, with what the sheet lacks and what cannot be compared; nothing is written', async () => {
  const before = await core.api.attendance.ofSection({ sectionId, from: '2026-07-01', to: '2026-07-31' })
  const compared = await resultOf(core.api.attendance.compareSheet(await guessedSettings(core, sheet())))
  const { rows, ...summary } = compared
  expect(summary).toEqual({
    ...{ learners: 3, days: 3, agreeing: 4, total: 9 },
    counts: {
      ...{ differs: 1, onlyInSheet: 1, onlyOnRecord: 1, length: 1 },
      ...{ meetingNotInSheet: 1, learnerNotInSheet: 1, notUnderstood: 3 },
    },
  })
  const told = rows.map(({ kind, name, heldOn, onRecord, inSheet }) => [
    kind,
    name,
    heldOn,
    onRecord,
    inSheet,
  ])
  expect(told).toEqual(
    expect.arrayContaining([
      ['learnerNotInSheet', 'Ana Diaz', null, '2', null],
      ['differs', 'Ana Cruz', '2026-07-06', 'P', 'A'],
      ['onlyInSheet', 'Ana Cruz', '2026-07-08', null, 'P'],
      ['onlyOnRecord', 'Ana Abe', '2026-07-08', 'P', null],
      ['meetingNotInSheet', '', '2026-07-13', '1', null],
      ['length', '', '2026-07-15', '120', '90'],
    ]),
  )
  const problems = rows.flatMap(({ problem, rowNumber }) => (problem ? [[problem.code, rowNumber]] : []))
  expect(problems.toSorted()).toEqual([
    ['attendance.notUnderstood', 4],
    ['attendance.notUnderstood', 5],
    ['imports.row.unknownMember', 6],
  ])
  expect(await core.api.attendance.ofSection({ sectionId, from: '2026-07-01', to: '2026-07-31' })).toEqual(
    before,
  )
})

test('a list with one mark a row is compared in the days it speaks of, and the differences go out', async () => {
  const list = textFile(
    'Student ID,Class,Date,Mark\n1,ESL-4A,7/8/2026,P\n2,ESL-4A,7/8/2026,P\n4,ESL-4A,7/8/2026,P',
  )
  const input = await guessedSettings(core, list)
  const { counts, agreeing } = await resultOf(core.api.attendance.compareSheet(input))
  expect({ agreeing, ...counts }).toMatchObject({
    agreeing: 2,
    differs: 1,
    learnerNotInSheet: 0,
    onlyOnRecord: 0,
  })
  const { name } = await resultOf(core.api.attendance.exportComparison({ ...input, language: 'es' }))
  expect(name).toBe('diferencias-de-asistencia-2026-07-22.xlsx')
  const [disclosed] = (await core.api.audit.disclosures({})).rows
  expect(disclosed).toMatchObject({ content: 'sheetDifferences', rowCount: 1, learnerCount: 1 })
})

test('a file of another kind is not compared', async () => {
  const roster = textFile('Student ID,Last Name,First Name\n1,Abe,Ana')
  const refusal = await failureOf(
    resultOf(core.api.attendance.compareSheet(await guessedSettings(core, roster))),
  )
  expect(refusal.fields).toMatchObject([{ path: 'settings.kind', code: 'attendance.noSheet' }])
})
