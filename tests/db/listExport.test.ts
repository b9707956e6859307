import ExcelJS from 'exceljs'
import { afterEach, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore, testAccountName } from '../helpers/testCore.ts'
import { signInAs } from '../helpers/signInAs.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

async function exported(test: Test, input: Parameters<Test['api']['learners']['export']>[0]) {
  const stages: string[] = []
  for await (const event of await test.api.learners.export(input)) {
    if (event.type === 'progress') {
      stages.push(event.stage)
      continue
    }
    const file = await test.api.files.take({ fileId: event.result.fileId })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await file.arrayBuffer())
    return { workbook, stages, name: event.result.name }
  }
  throw new Error('the export ended without a file')
}

async function withLearners() {
  const test = await signedInCore()
  open.push(test)
  await test.api.learners.create({
    familyName: '=HYPERLINK("x")',
    givenName: '+1',
    studentId: '007',
    birthDate: '1990-05-02',
  })
  await test.api.learners.create({ familyName: 'Núñez', givenName: 'José', status: 'paused' })
  return test
}

const rowsOf = (sheet: ExcelJS.Worksheet) =>
  sheet
    .getSheetValues()
    .slice(1)
    .map((row) => (row as ExcelJS.CellValue[]).slice(1))

test('the list exports to a workbook with a table, frozen headings and real dates', async () => {
  const { workbook, stages, name } = await exported(await withLearners(), { language: 'en' })
  expect(name).toBe('learners-2026-08-01.xlsx')
  expect(stages).toContain('writingWorkbook')
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Learners', 'About'])
  const [list, about] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(list.pageSetup).toMatchObject({
    paperSize: 1,
    fitToWidth: 1,
    printTitlesRow: '1:1',
    printArea: 'A1:I3',
  })
  expect(list.getTables()).toHaveLength(1)
  const [headings, first, second] = rowsOf(list)
  expect(headings).toEqual([
    'Student ID',
    'Family name',
    'Given name',
    'Preferred name',
    'Birth date',
    'Status',
    'Classes',
    'Interested in',
    'Last test',
  ])
  expect(first).toMatchObject([
    '007',
    '=HYPERLINK("x")',
    '+1',
    undefined,
    new Date('1990-05-02T00:00:00Z'),
    'Active',
  ])
  expect(second?.slice(0, 3)).toEqual([undefined, 'Núñez', 'José'])
  expect(rowsOf(about)).toContainEqual(['As of', '2026-08-01'])
  expect(rowsOf(about)).toContainEqual(['Rows', '2'])
  expect(rowsOf(about)).toContainEqual(['App version', '0.0.0-test'])
})

test('text that begins like a formula is stored as text', async () => {
  const { workbook } = await exported(await withLearners(), { language: 'en' })
  const cell = workbook.worksheets[0]!.getCell('B2')
  expect(cell.type).toBe(ExcelJS.ValueType.String)
  expect(cell.numFmt).toBe('@')
})

test('filters narrow the workbook and are named in it, in Spanish too', async () => {
  const { workbook, name } = await exported(await withLearners(), {
    language: 'es',
    status: ['paused'],
    text: 'nunez',
  })
  expect(name).toBe('estudiantes-2026-08-01.xlsx')
  const [list, about] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet]
  expect(rowsOf(list)).toHaveLength(2)
  expect(rowsOf(about)).toContainEqual(['Filtros', 'Búsqueda: nunez\nEstado: En pausa'])
})

test('a list without rows is a table that Excel does not repair', async () => {
  const { workbook } = await exported(await withLearners(), { language: 'en', text: 'nobody' })
  expect(workbook.worksheets[0]!.pageSetup.printArea).toBe('A1:I2')
})

test('who exported what is on record', async () => {
  const test = await withLearners()
  await exported(test, { language: 'en', status: ['paused'] })
  const row = await test.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'learners.export')
    .executeTakeFirstOrThrow()
  expect(row.accountName).toBe(testAccountName)
  expect(JSON.parse(row.after!)).toMatchObject({
    content: 'learners',
    rowCount: 1,
    filters: '["Status: Paused"]',
  })
})

test('an instructor may not export', async () => {
  const test = await withLearners()
  await signInAs(test.api, 'Ines', ['instructor'])
  expect(await failureOf(test.api.learners.export({ language: 'en' }))).toMatchObject({ kind: 'notAllowed' })
  expect(await failureOf(test.api.sections.export({ language: 'en' }))).toMatchObject({ kind: 'notAllowed' })
})

test('a cancelled export leaves no record and no file', async () => {
  const test = await withLearners()
  const stop = new AbortController()
  const events = await test.api.learners.export({ language: 'en' }, { signal: stop.signal })
  const received = (async () => {
    for await (const event of events) if (event.type === 'progress') stop.abort()
  })()
  await expect(received).rejects.toBeDefined()
  const records = await test.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'learners.export')
    .execute()
  expect(records).toEqual([])
})
