import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Language } from '../../shared/values/vocabulary.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signInAs } from '../helpers/signInAs.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { imported, opened, plannedRows, previewed, type TestCore } from './imports/importing.ts'

let core: TestCore
let sectionId: number
beforeEach(async () => {
  core = await signedInCore({ today: '2026-07-22' })
  const { api } = core
  const people = [
    { familyName: '=cmd|"Núñez"', givenName: 'Ana María', studentId: '0017' },
    { familyName: 'Đặng', givenName: 'Thị Ánh', studentId: null },
  ]
  const learnerIds: number[] = []
  for (const person of people) learnerIds.push((await api.learners.create(person)).learnerId)
  sectionId = (await api.sections.create({ code: 'ESL-4A', name: 'English 4', endDate: '2026-07-28' }))
    .sectionId
  await api.sections.addMembers({ sectionId, learnerIds })
  const [ana, thi] = learnerIds as [number, number]
  const at = (
    heldOn: string,
    marks: Parameters<typeof api.attendance.save>[0]['meetings'][number]['marks'],
  ) => ({
    ...{ heldOn, minutes: 150, marks },
  })
  await api.attendance.save({
    sectionId,
    meetings: [
      at('2026-07-15', [{ learnerId: ana, mark: 'present' }]),
      at('2026-07-20', [
        { learnerId: ana, mark: 'late', minutes: 75 },
        { learnerId: thi, mark: 'excused' },
      ]),
    ],
  })
})
afterEach(() => core.dispose())

const july = { from: '2026-07-01', to: '2026-07-31' }

async function sheet(language: Language, sectionIds = [sectionId]) {
  const { fileId, name } = await resultOf(core.api.attendance.sheet({ sectionIds, ...july, language }))
  const file = await core.api.files.take({ fileId })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  return { file, name, workbook }
}

const saved = async (workbook: ExcelJS.Workbook, name: string) =>
  new File([new Uint8Array(await workbook.xlsx.writeBuffer())], name)

test('the sheet has the meetings of the span, those to come until the class ends, and room for more', async () => {
  const { workbook, name } = await sheet('en')
  expect(name).toBe('attendance-2026-07-22.xlsx')
  const page = workbook.worksheets[0]!
  const row = (at: number) =>
    Array.from((page.getRow(at).values as unknown[]).slice(1), (value) => value ?? null)
  expect(row(5).map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))).toEqual([
    ...['Student Name', 'Student ID', '2026-07-15', '2026-07-20', '2026-07-22', '2026-07-27'],
  ])
  expect(row(6)).toEqual(['Minutes', null, 150, 150, 150, 150])
  expect(row(7)).toEqual(['=cmd|"Núñez", Ana María', '0017', 'P', 'L 75'])
  expect(row(8)).toEqual(['Đặng, Thị Ánh', null, null, 'E'])
  const { orientation, printTitlesRow, fitToWidth } = page.pageSetup
  expect({ orientation, printTitlesRow, fitToWidth }).toEqual({
    ...{ orientation: 'landscape', printTitlesRow: '5:6', fitToWidth: 1 },
  })
  expect(page.headerFooter.oddFooter).toContain('&P / &N')
  const { rows } = await core.api.audit.disclosures({})
  expect(rows[0]).toMatchObject({ content: 'attendanceSheet', learnerCount: 2, format: 'xlsx' })
})

test.each(['en', 'es'] as const)('it comes back in %s as it went out: nothing changes', async (language) => {
  const { file } = await sheet(language)
  const { previewId, counts, settings } = await previewed(core, file)
  expect(settings).toMatchObject({ kind: 'attendance', sectionId, headingRow: 5 })
  expect(counts).toMatchObject({ rows: 3, unchanged: 3, valueLeftOut: 0 })
  expect((await plannedRows(core, previewId)).map(({ name }) => name)).toContain('Thị Ánh Đặng')
})

test('what is written in comes in: marks, a new meeting with its minutes, a length that was corrected', async () => {
  const { workbook } = await sheet('es')
  const page = workbook.worksheets[0]!
  const write = (address: string, value: ExcelJS.CellValue) => (page.getCell(address).value = value)
  write('D6', 140)
  write('E7', 't 90')
  write('E8', 120)
  write('G5', new Date('2026-07-21'))
  write('G6', 60)
  write('G8', 'P')
  write('C8', 'J')
  const { counts } = await imported(core, await saved(workbook, 'vuelta.xlsx'))
  expect(counts).toMatchObject({ new: 2, changed: 1, refused: 0, valueLeftOut: 0 })
  const { meetings, rows } = await core.api.attendance.ofSection({ sectionId, ...july })
  expect(meetings.map(({ heldOn, minutes }) => [heldOn, minutes])).toEqual([
    ['2026-07-15', 150],
    ['2026-07-20', 140],
    ['2026-07-21', 60],
    ['2026-07-22', 150],
  ])
  const marks = rows.map((row) => row.marks.map(({ mark, minutes }) => `${mark} ${minutes ?? ''}`.trim()))
  expect(marks).toEqual([
    ['present', 'late 75', 'late 90'],
    ['excused', 'excused', 'present', 'late 120'],
  ])
})

test('all classes of an instructor go in one workbook, nobody else’s', async () => {
  const other = await core.api.sections.create({ code: 'ESL/4A', name: 'Of somebody else' })
  const third = await core.api.sections.create({ code: 'esl 4a', name: 'Alike' })
  const { workbook, file } = await sheet('en', [sectionId, other.sectionId, third.sectionId])
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['ESL-4A', 'ESL 4A', 'esl 4a (2)', 'About'])
  // After one sheet the next is offered; the page about the workbook is none.
  const { sheets } = await opened(core, file)
  expect(sheets.map(({ looksKnown }) => looksKnown)).toEqual([true, true, true, false])
  const turned = { ...july, from: '2026-08-01', sectionIds: [sectionId], language: 'en' as const }
  expect((await failureOf(resultOf(core.api.attendance.sheet(turned)))).fields).toMatchObject([
    { path: 'to', code: 'attendance.endsBeforeStart' },
  ])
  await signInAs(core.api, 'Noor Instructor', ['instructor'])
  expect(await failureOf(sheet('en'))).toMatchObject({ code: 'sight.notYours' })
})
