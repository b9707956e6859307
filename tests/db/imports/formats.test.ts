import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { imported, opened, plannedRows, previewed, textFile, type TestCore } from './importing.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

const learners = async () => {
  const { rows } = await core.api.learners.list({ limit: 500 })
  return Promise.all(rows.map(({ id }) => core.api.learners.get({ learnerId: id })))
}
const nunez = { familyName: 'Núñez', givenName: 'María José', birthDate: '1981-03-09', studentId: '17' }

const lines = ['Student ID,Last Name,First Name,Birth Date', '17,Núñez,María José,03/09/1981']
const asWindows1252 = (text: string) =>
  new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], 'list.csv')

const ways: [string, () => File][] = [
  ['commas and line feeds', () => textFile(lines.join('\n'))],
  ['a byte-order mark and CRLF', () => textFile(`\ufeff${lines.join('\r\n')}\r\n`)],
  ['semicolons', () => textFile(lines.join('\n').replaceAll(',', ';'))],
  ['tabs', () => textFile(lines.join('\n').replaceAll(',', '\t'))],
  ['Windows-1252', () => asWindows1252(lines.join('\r\n'))],
  [
    'title rows above and blank rows between',
    () => textFile(`Roster of 2026\n\n${lines.join('\n,,,\n')}\n,,,\n`),
  ],
  [
    'quotes with line breaks inside',
    () =>
      textFile(
        '"Student ID","Last\nName","First Name","Birth Date"\n"17","Núñez","María\nJosé","1981-03-09"',
      ),
  ],
  [
    'headings in Spanish',
    () => textFile('Matrícula,Apellidos,Nombres,Fecha de nacimiento\n17,Núñez,María José,09 mar 1981'),
  ],
  ['one column with the whole name', () => textFile('Student ID,Name,DOB\n17,"Núñez, María José",19810309')],
]

test.each(ways)('a roster with %s', async (_, file) => {
  const { counts } = await previewed(core, file())
  expect(counts).toMatchObject({ rows: 1, new: 1, refused: 0 })
  await imported(core, file())
  expect(await learners()).toMatchObject([nunez])
  expect((await previewed(core, file())).counts).toMatchObject({ unchanged: 1, new: 0, changed: 0 })
})

test('a workbook with real dates, numbers for ids, a hidden sheet and a title', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Notes', { state: 'hidden' }).addRow(['nothing'])
  const sheet = workbook.addWorksheet('Roster')
  sheet.addRow(['Spring roster'])
  sheet.addRow([])
  sheet.addRow(['Student ID', 'Last Name', 'First Name', 'Birth Date', 'Phone'])
  sheet.addRow([17, 'Núñez', 'María José', new Date(Date.UTC(1981, 2, 9)), 7045556374])
  const file = new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'roster.xlsx')
  await imported(core, file)
  expect(await learners()).toMatchObject([{ ...nunez, phones: [{ number: '704-555-6374' }] }])
})

test('day first is read from the dates themselves, and can be said where they do not tell', async () => {
  const heading = 'Student ID,Last Name,First Name,Birth Date'
  const clear = await previewed(core, textFile(`${heading}\n1,Ruiz,Ana,23/09/1966\n2,Soto,Eva,03/09/1981`))
  expect(clear.settings.dateOrder).toBe('dayFirst')
  expect(clear.counts).toMatchObject({ new: 2 })
  await imported(core, textFile(`${heading}\n17,Núñez,María José,09/03/1981`), { dateOrder: 'dayFirst' })
  expect(await learners()).toMatchObject([nunez])
})

test('numbers and status that are never taken give no samples and no field', async () => {
  const file = textFile(
    'Student ID,Last Name,First Name,SSN,Immigration Status\n17,Núñez,Ana,123-45-6789,none',
  )
  const { openId } = await opened(core, file)
  const { columns, firstRows } = await core.api.imports.columns({ openId })
  expect(firstRows[1]!.text).toBe('17 · Núñez · Ana · … · …')
  const never = columns.filter(({ isNeverTaken }) => isNeverTaken)
  expect(never.map(({ heading, samples, field }) => [heading, samples, field])).toEqual([
    ['SSN', [], null],
    ['Immigration Status', [], null],
  ])
  const mapping = ['studentId', 'familyName', 'givenName', 'phone', null]
  const failure = await failureOf(previewed(core, file, { mapping }))
  expect(failure.fields).toEqual([{ path: 'mapping.3', code: 'imports.neverTaken', values: {} }])
})

test('columns that do not fit are named at their place', async () => {
  const file = textFile(lines.join('\n'))
  const mapping = ['studentId', 'givenName', 'givenName', 'nonsense']
  const failure = await failureOf(previewed(core, file, { mapping }))
  expect(failure.fields.map(({ path, code }) => [path, code])).toEqual([
    ['mapping.2', 'imports.fieldTwice'],
    ['mapping.3', 'imports.fieldUnknown'],
    ['fields.familyName', 'imports.fieldMissing'],
  ])
  expect((await failureOf(previewed(core, file, { headingRow: 99 }))).fields[0]!.code).toBe(
    'imports.noHeadings',
  )
})

describe('files that are no lists are refused in seconds', () => {
  const hostile: [string, () => Uint8Array<ArrayBuffer>, string][] = [
    ['nothing', () => new Uint8Array(), 'emptyFile'],
    [
      'a program named .xlsx',
      () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]),
      'renamedExecutable',
    ],
    ['a PDF', () => new TextEncoder().encode('%PDF-1.7\n'), 'notATable'],
    ['a web page named .xls', () => new TextEncoder().encode('<html><table></table></html>'), 'notATable'],
    ['half a workbook', () => Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'corruptWorkbook'],
    [
      'an open quotation mark',
      () => new TextEncoder().encode('Student ID,Last Name\n1,"Núñez'),
      'quoteNotClosed',
    ],
    ['a line of separators', () => new TextEncoder().encode(','.repeat(3_000_000)), 'tooManyColumns'],
    ['a million rows', () => new TextEncoder().encode('1,2\n'.repeat(1_000_000)), 'tooManyRows'],
  ]
  test.each(hostile)('%s', async (_, bytes, code) => {
    const started = performance.now()
    const failure = await failureOf(opened(core, new File([bytes()], 'roster.xlsx')))
    expect(failure).toMatchObject({ kind: 'refused', code: `imports.file.${code}` })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('200 MB, before it is read', async () => {
    const file = new File([new Uint8Array(200 * 1024 * 1024)], 'roster.csv')
    expect((await failureOf(core.api.files.put({ file }))).code).toBe('fileTooLarge')
  })
})

test('what was opened is forgotten on request and at sign-out', async () => {
  const { openId, previewId } = await previewed(core, textFile(lines.join('\n')))
  expect(await plannedRows(core, previewId)).toHaveLength(1)
  await core.api.imports.forget({ openId })
  expect((await failureOf(plannedRows(core, previewId))).kind).toBe('notFound')
  expect((await failureOf(core.api.imports.columns({ openId }))).kind).toBe('notFound')
})
