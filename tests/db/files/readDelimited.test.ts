import { describe, expect, test } from 'vitest'
import { readTable } from '../../../db/files/readTable.ts'
import { firstRows, millisecondsOf } from './refusal.ts'

const utf8 = (text: string) => Buffer.from(text)

describe('text tables', () => {
  test('a byte-order mark goes, CRLF ends rows, blank rows keep their numbers, spaces stay', async () => {
    const file = await readTable(utf8('\ufeffName , Id\r\n\r\n  ,\r\nAna,  7 \r\n\r\n\r\n'))
    expect(file).toMatchObject({ kind: 'delimited', encoding: 'utf-8', delimiter: ',' })
    expect(file.sheets[0]).toMatchObject({ name: '', hidden: false, columnCount: 2 })
    expect(file.sheets[0]!.rows).toEqual([
      { number: 1, cells: ['Name ', ' Id'], blank: false },
      { number: 2, cells: [], blank: true },
      { number: 3, cells: [], blank: true },
      { number: 4, cells: ['Ana', '  7 '], blank: false },
    ])
  })

  test('Windows-1252 with semicolons and a line break inside quotes', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'Nombre;Nota\r\nPe\xf1a;"dijo \x93s\xed\x94\r\ny ""sigue"""\r\nL\xf3pez;\x80 5\r\n',
        'latin1',
      ),
    ])
    const file = await readTable(bytes)
    expect(file).toMatchObject({ encoding: 'windows-1252', delimiter: ';' })
    expect(file.sheets[0]!.rows.map((row) => [row.number, ...row.cells])).toEqual([
      [1, 'Nombre', 'Nota'],
      [2, 'Peña', 'dijo “sí”\r\ny "sigue"'],
      [3, 'López', '€ 5'],
    ])
  })

  test.each([
    ['utf-16le' as const, true],
    ['utf-16le' as const, false],
    ['utf-16be' as const, true],
    ['utf-16be' as const, false],
  ])('%s, byte-order mark: %s', async (encoding, marked) => {
    const bytes = Buffer.from(`${marked ? '\ufeff' : ''}Name\tBirthplace\nAna\tBogotá\n`, 'utf16le')
    const file = await readTable(encoding === 'utf-16be' ? bytes.swap16() : bytes)
    expect(file).toMatchObject({ encoding, delimiter: '\t' })
    expect(file.sheets[0]!.rows.map((row) => row.cells)).toEqual([
      ['Name', 'Birthplace'],
      ['Ana', 'Bogotá'],
    ])
  })

  test.each([',', ';', '\t', '|'])('delimiter %j is found among the others', async (delimiter) => {
    const rows = [
      ['Last, first', 'Note; more', 'Date'],
      ['Ruiz, Ana', 'a|b\tc', '03/09/1981'],
      ['Oh, Mi', 'c|d\te', '03/10/1981'],
    ].map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)))
    const file = await readTable(utf8(rows.map((row) => row.join(delimiter)).join('\n')))
    expect(file.delimiter).toBe(delimiter)
    expect(file.sheets[0]!.columnCount).toBe(3)
  })

  test('a title above the table does not mislead the delimiter', async () => {
    const text = 'Roster, fall term, main site\n\nName;Id;Phone\nAna;1;704\nOm;2;705\nLi;3;706\n'
    expect((await readTable(utf8(text))).delimiter).toBe(';')
  })

  test("Excel's own delimiter line counts as row 1", async () => {
    expect(await firstRows(utf8('sep=;\r\na,b;c\r\n'))).toEqual([
      { number: 2, cells: ['a,b', 'c'], blank: false },
    ])
  })

  test('ragged rows, stray quotes and one column are kept as they are', async () => {
    const rows = await firstRows(utf8('a,b\n1\n1,2,3\n5" pipe,x\n,,\n,z\n'))
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1'],
      ['1', '2', '3'],
      ['5" pipe', 'x'],
      [],
      ['', 'z'],
    ])
    expect((await readTable(utf8('Student ID\n1\n2\n'))).sheets[0]!.columnCount).toBe(1)
  })

  test('50,000 rows of 20 columns are read in two seconds', async () => {
    const line = Array.from({ length: 20 }, (_, column) => `"value ${column}"`).join(',') + '\r\n'
    const bytes = utf8(line.repeat(50_000))
    const seen: number[] = []
    const spent = await millisecondsOf(() =>
      readTable(bytes, undefined, (progress) => seen.push(progress.share)),
    )
    expect(spent).toBeLessThan(2_000)
    expect(seen).toHaveLength(50)
    expect(seen.at(-1)).toBeCloseTo(1, 1)
    expect(seen).toEqual(seen.toSorted((first, second) => first - second))
  })
})
