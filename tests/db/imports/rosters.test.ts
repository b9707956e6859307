import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { imported, plannedRows, previewed, resultOf, textFile, type TestCore } from './importing.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

const heading = 'Student ID,Last Name,First Name,Birth Date,Phone,Home Language,Section,Career Interest'
const roster = (...rows: string[]) => textFile([heading, ...rows].join('\n'))
const only = async () => {
  const { rows } = await core.api.learners.list({ limit: 500 })
  expect(rows).toHaveLength(1)
  return core.api.learners.get({ learnerId: rows[0]!.id })
}
const ana = '17,Núñez,Ana,03/09/1981,704-555-6374,Spanish,ESL-5,Nurse Assistant'

test('a changed row names each field before and after; an empty cell takes nothing away', async () => {
  await imported(core, roster(ana))
  const next = roster('17,Núñez Soto,Ana,03/09/1981,704-555-9526,,ESL-6,')
  const { previewId, counts } = await previewed(core, next)
  expect(counts).toMatchObject({ changed: 1, new: 0 })
  const [row] = await plannedRows(core, previewId, 'changed')
  expect(row!.changes).toEqual([
    { field: 'familyName', before: 'Núñez', after: 'Núñez Soto' },
    { field: 'phone', before: null, after: '704-555-9526' },
    { field: 'section', before: null, after: 'ESL-6' },
  ])
  const { importId } = await resultOf(core.api.imports.apply({ previewId }))
  expect(await only()).toMatchObject({
    familyName: 'Núñez Soto',
    firstLanguage: 'Spanish',
    interestTrack: { name: { en: 'Nurse assistant' } },
    phones: [{ number: '704-555-6374' }, { number: '704-555-9526' }],
    sections: [{ code: 'ESL-5' }, { code: 'ESL-6' }],
  })
  const { rows } = await core.api.imports.appliedRows({ importId })
  expect(
    rows.map(({ subject, action, changes }) => [subject, action, changes.map(({ field }) => field)]),
  ).toEqual([
    ['learner', 'changed', ['familyName', 'phone']],
    ['section', 'created', ['code', 'name']],
    ['sectionMember', 'created', ['section']],
  ])
})

test('capitals and lost accents are no news; accents found again are', async () => {
  await imported(core, roster('17,NUNEZ,ANA,03/09/1981,,,,'))
  await imported(core, roster('17,Núñez,Ana,03/09/1981,,,,'))
  expect(await only()).toMatchObject({ familyName: 'Núñez', givenName: 'Ana' })
  expect((await previewed(core, roster('17,NUNEZ,ana,03/09/1981,,,,'))).counts).toMatchObject({
    unchanged: 1,
  })
})

test('a row for each class of a student is one learner in both classes', async () => {
  const { counts } = await imported(core, roster(ana, ana.replace('ESL-5', 'ESL-6')))
  expect(counts).toMatchObject({ new: 1, changed: 1 })
  expect((await only()).sections.map(({ code }) => code)).toEqual(['ESL-5', 'ESL-6'])
})

test('one number for two people is refused, in a file and against the records', async () => {
  const twice = await previewed(core, roster(ana, '17,Diallo,Mamadou,05/05/1990,,,,'))
  const [row] = await plannedRows(core, twice.previewId, 'refused')
  expect(row!.refusals).toEqual([
    { code: 'imports.row.idOfSomebodyElse', values: {}, column: { letter: 'A', heading: 'Student ID' } },
  ])
  await imported(core, roster(ana))
  const other = await previewed(core, roster('17,Diallo,Mamadou,05/05/1990,,,,'))
  const [refused] = await plannedRows(core, other.previewId, 'refused')
  expect(refused!.refusals[0]!.code).toBe('imports.row.idOfSomebodyElse')
})

test('two rows that say different things of one student: the second is refused, with the first one’s number', async () => {
  const { counts, previewId } = await previewed(core, roster(ana, ana.replace('Spanish', 'Mixtec')))
  expect(counts).toMatchObject({ new: 1, refused: 1 })
  const [row] = await plannedRows(core, previewId, 'refused')
  expect(row!.refusals).toEqual([
    {
      code: 'imports.row.contradictsRow',
      values: { row: 2 },
      column: { letter: 'F', heading: 'Home Language' },
    },
  ])
})

test('without a student number people are known by name and birth date; without both they are refused', async () => {
  const rows = [',Núñez,Ana,03/09/1981,,,,', ',Soto,Eva,,,,,']
  expect((await imported(core, roster(...rows))).counts).toMatchObject({ new: 1, refused: 1 })
  expect((await previewed(core, roster(...rows))).counts).toMatchObject({ unchanged: 1, refused: 1 })
})

const sure = 'T9,NUNEZ,ANA,1981-03-09,704-555-6374,,,'
const unsure = 'T9,Nunez,Ana,1981-03-09,704-555-0000,,,'

test('a sure duplicate keeps the record, and its second number is known from then on', async () => {
  await imported(core, roster(ana))
  const { previewId } = await previewed(core, roster(sure))
  const [row] = await plannedRows(core, previewId, 'possibleDuplicate')
  expect(row).toMatchObject({ choice: 'same', candidates: [{ name: 'Ana Núñez', studentId: '17' }] })
  await resultOf(core.api.imports.apply({ previewId }))
  expect(await only()).toMatchObject({ familyName: 'Núñez', studentId: '17' })
  expect((await previewed(core, roster(sure))).counts).toMatchObject({ unchanged: 1, possibleDuplicate: 0 })
})

test('an unsure one is neither merged nor lost until somebody decides', async () => {
  await imported(core, roster(ana))
  const { previewId, counts } = await previewed(core, roster(unsure))
  expect(counts).toMatchObject({ possibleDuplicate: 1, setAside: 1 })
  const { fileId } = await resultOf(core.api.imports.rowsNotTaken({ previewId, language: 'en' }))
  await resultOf(core.api.imports.apply({ previewId }))
  await only()
  const file = await core.api.files.take({ fileId })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  const [sheet] = workbook.worksheets
  expect(sheet!.getCell('B2').value).toBe('Set aside')
  expect(String(sheet!.getCell('C2').value)).toContain('Ana Núñez (student ID 17)')
})

test.each(['same', 'different'] as const)('somebody says: %s', async (choice) => {
  await imported(core, roster(ana))
  const { previewId } = await previewed(core, roster(unsure))
  expect(await core.api.imports.choose({ previewId, rowNumber: 2, choice })).toMatchObject({ setAside: 0 })
  await resultOf(core.api.imports.apply({ previewId }))
  const { total } = await core.api.learners.list({})
  expect(total).toBe(choice === 'same' ? 1 : 2)
  expect((await previewed(core, roster(unsure))).counts).toMatchObject({ unchanged: 1, possibleDuplicate: 0 })
})

test('a plan that the records no longer fit is refused; a change elsewhere is not in the way', async () => {
  await imported(core, roster(ana))
  const { rows } = await core.api.learners.list({})
  const { previewId } = await previewed(core, roster(ana.replace('Spanish', 'Mixtec')))
  await core.api.learners.create({ familyName: 'Diallo', givenName: 'Mamadou' })
  await core.api.learners.setStatus({ learnerIds: [rows[0]!.id], status: 'paused' })
  await resultOf(core.api.imports.apply({ previewId }))

  const late = await previewed(core, roster(ana.replace('Spanish', 'Nahuatl')))
  const learner = await core.api.learners.get({ learnerId: rows[0]!.id })
  await core.api.learners.change({ ...learner, learnerId: rows[0]!.id, firstLanguage: 'Zapotec' })
  const failure = await failureOf(resultOf(core.api.imports.apply({ previewId: late.previewId })))
  expect(failure).toMatchObject({ kind: 'conflict', code: 'imports.recordsChanged' })
  expect((await core.api.learners.get({ learnerId: rows[0]!.id })).firstLanguage).toBe('Zapotec')
})

test('values that cannot be understood are left out by name, and the row is taken', async () => {
  const file = textFile(
    'Student ID,Last Name,First Name,Phone,Email,Education,Career Interest\n17,Núñez,Ana,ask,at home,secundaria,Carpentry',
  )
  const { previewId, counts } = await previewed(core, file)
  expect(counts).toMatchObject({ new: 1, valueLeftOut: 1 })
  const [row] = await plannedRows(core, previewId, 'valueLeftOut')
  expect(row!.leftOut.map(({ code, column }) => [code, column!.heading])).toEqual([
    ['imports.row.notAnEmail', 'Email'],
    ['imports.row.unknownWord', 'Education'],
    ['imports.row.notAPhone', 'Phone'],
  ])
  await resultOf(core.api.imports.apply({ previewId }))
  expect(await only()).toMatchObject({
    interestTrack: null,
    interestNote: 'Carpentry',
    phones: [],
    schooling: null,
  })
})
