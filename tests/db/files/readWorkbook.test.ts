import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../db/files/readTable.ts'
import { textOf } from '../../../db/files/tableFile.ts'
import { dayOfSerial } from '../../../db/files/xlsx/serialDay.ts'
import { lookOf } from '../../../db/files/xlsx/styles.ts'
import { rawWorkbook } from './archives.ts'
import { firstRows, millisecondsOf } from './refusal.ts'

const dateStyles =
  '<numFmts><numFmt numFmtId="164" formatCode="mm/dd/yyyy"/><numFmt numFmtId="165" formatCode="0000000"/>' +
  '<numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'

describe('workbooks', () => {
  test('what exceljs writes is read: text, rich text, numbers, dates, formulas, errors, booleans, merged titles', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Números')
    sheet.mergeCells('A1:D1')
    sheet.getCell('A1').value = 'Título'
    sheet.getRow(3).values = [
      '  Ana ',
      { richText: [{ text: 'Pe' }, { text: 'ña', font: { bold: true } }] },
      0.1 + 0.2,
    ]
    sheet.getCell('D3').value = new Date(Date.UTC(1981, 2, 9))
    sheet.getCell('D3').numFmt = 'd-mmm-yy'
    sheet.getCell('E3').value = { formula: 'C3*2', result: 0.6 }
    sheet.getCell('F3').value = { formula: 'A3&"!"', result: 'Ana!' }
    sheet.getCell('G3').value = { error: '#N/A' }
    sheet.getCell('H3').value = true
    sheet.getRow(3).hidden = true
    workbook.addWorksheet('Aside', { state: 'hidden' }).getCell('B2').value = 'x'
    const file = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()))

    expect(file).toMatchObject({ kind: 'xlsx', encoding: null, delimiter: null, date1904: false })
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Números', false],
      ['Aside', true],
    ])
    const [title, row] = file.sheets[0]!.rows
    expect(title).toMatchObject({ number: 1, cells: ['Título'] })
    expect(row!.number).toBe(3)
    expect(row!.cells.map(textOf)).toEqual([
      '  Ana ',
      'Peña',
      '0.3',
      '1981-03-09',
      '0.6',
      'Ana!',
      '#N/A',
      'TRUE',
    ])
    expect(row!.cells[3]).toMatchObject({ date: '1981-03-09', number: 29654 })
    expect(row!.cells[6]).toMatchObject({ error: true })
    expect(file.sheets[1]!.rows).toEqual([{ number: 2, cells: ['', 'x'], blank: false }])
  })

  test('dates follow the number format, in both day systems', async () => {
    const cells =
      '<row r="1"><c s="1"><v>29654</v></c><c s="2"><v>45544.75</v></c><c s="3"><v>4711</v></c><c s="4"><v>1.5</v></c>' +
      '<c s="0"><v>29654</v></c><c s="1"><v>60</v></c><c t="d"><v>2026-08-01T00:00:00</v></c></row>'
    const usual = await firstRows(rawWorkbook({ sheets: [cells], styles: dateStyles }))
    expect(usual[0]!.cells).toEqual([
      { text: '1981-03-09', number: 29654, date: '1981-03-09' },
      { text: '2024-09-09', number: 45544.75, date: '2024-09-09' },
      { text: '0004711', number: 4711 },
      1.5,
      29654,
      60,
      { text: '2026-08-01T00:00:00', date: '2026-08-01' },
    ])
    const old = rawWorkbook({ sheets: [cells], styles: dateStyles, date1904: true })
    expect((await readTable(old)).date1904).toBe(true)
    expect((await firstRows(old))[0]!.cells[0]).toMatchObject({ date: '1985-03-10' })
  })

  test('serial days, with the leap day of 1900 that never was', () => {
    expect([1, 59, 60, 61, 2_958_465, 2_958_466, -1, 0].map((day) => dayOfSerial(day, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '9999-12-31',
      null,
      null,
      null,
    ])
    expect([0, 1, 2_957_003, 2_957_004].map((day) => dayOfSerial(day, true))).toEqual([
      '1904-01-01',
      '1904-01-02',
      '9999-12-31',
      null,
    ])
  })

  test.each([
    ['General', false],
    ['0.00', false],
    ['"day" 0', false],
    ['[Red]0;[Blue]-0', false],
    ['h:mm AM/PM', false],
    ['mm:ss', false],
    ['[mm]:ss', false],
    ['#,##0\\d', false],
    ['mmm', true],
    ['[$-40A]d "de" mmmm', true],
    ['yyyy-mm-dd hh:mm', true],
  ])('format %s shows a day: %s', (code, isDate) => {
    expect(lookOf(code).isDate).toBe(isDate)
  })

  test('shared strings, phonetic guides, escaped characters, prefixes, cells without references', async () => {
    const sharedStrings =
      '<si><t xml:space="preserve"> uno </t></si><si><r><t>do</t></r><r><t>s</t></r><rPh><t>no</t></rPh></si>' +
      '<si><t>a_x000D_b_x005F_x0041_</t></si><si><t>&amp;&lt;&#233;<![CDATA[<c>]]></t></si>'
    const sheet =
      '<x:row xmlns:x="x"><x:c t="s"><x:v>0</x:v></x:c><x:c/><x:c t="s"><x:v>1</x:v></x:c></x:row>' +
      '<row r="4"><c r="B4" t="s"><v>2</v></c><c r="D4" t="s"><v>3</v></c></row>'
    expect(await firstRows(rawWorkbook({ sheets: [sheet], sharedStrings }))).toEqual([
      { number: 1, cells: [' uno ', '', 'dos'], blank: false },
      { number: 4, cells: ['', 'a\rb_x0041_', '', '&<é<c>'], blank: false },
    ])
  })

  test('written blank rows keep their numbers, those after the last content go', async () => {
    const sheet =
      '<row r="2"><c t="str"><v>a</v></c></row><row r="3"><c s="1"/></row><row r="5"><c t="str"><v>b</v></c></row>' +
      '<row r="6"><c t="str"><v> </v></c></row><row r="9"/>'
    const rows = await firstRows(rawWorkbook({ sheets: [sheet] }))
    expect(rows.map((row) => [row.number, row.blank])).toEqual([
      [2, false],
      [3, true],
      [5, false],
    ])
  })

  test('50,000 rows of 20 columns are read in six seconds', async () => {
    const row = (number: number) => {
      const cells = Array.from({ length: 20 }, (_, column) =>
        column % 2 === 0
          ? `<c t="inlineStr"><is><t>text ${number} ${column}</t></is></c>`
          : `<c><v>${number}</v></c>`,
      )
      return `<row r="${number}">${cells.join('')}</row>`
    }
    const bytes = rawWorkbook({
      sheets: [Array.from({ length: 50_000 }, (_, index) => row(index + 1)).join('')],
    })
    let rows = 0
    const spent = await millisecondsOf(async () => {
      rows = (await firstRows(bytes)).length
    })
    expect(rows).toBe(50_000)
    expect(spent).toBeLessThan(6_000)
  })
})
