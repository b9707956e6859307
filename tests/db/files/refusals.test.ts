import { describe, expect, test } from 'vitest'
import { usualFileLimits } from '../../../db/files/fileLimits.ts'
import { rawWorkbook, zipOf } from './archives.ts'
import { millisecondsOf, refusalOf } from './refusal.ts'

const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_528),
    ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le')),
  ])
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'), Buffer.alloc(4_096)])
const textCell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

describe('files that are no table', () => {
  test.each<[string, Uint8Array, string, object]>([
    ['nothing', new Uint8Array(), 'emptyFile', {}],
    ['only blank rows', Buffer.from('\r\n , ,\r\n'), 'emptyFile', {}],
    ['a workbook without content', rawWorkbook({ sheets: ['<row r="1"><c/></row>'] }), 'emptyFile', {}],
    ['a Windows program', program, 'renamedExecutable', {}],
    ['a Linux program', Buffer.from('\x7fELF\x02\x01\x01\0'), 'renamedExecutable', {}],
    ['a Mac program', Buffer.from('cffaedfe07000001', 'hex'), 'renamedExecutable', {}],
    ['an encrypted workbook', ole('EncryptionInfo', 'EncryptedPackage'), 'encryptedWorkbook', {}],
    ['an Excel 97 workbook', ole('Root Entry', 'Workbook'), 'oldXls', {}],
    ['an Excel 4 sheet', Buffer.from('0904060000001000', 'hex'), 'oldXls', {}],
    ['a Word 97 document', ole('WordDocument'), 'notATable', { found: 'oldOffice' }],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'notATable', { found: 'pdf' }],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'notATable', { found: 'image' }],
    ['a gzip', Buffer.from('1f8b080000000000', 'hex'), 'notATable', { found: 'archive' }],
    ['a web page', Buffer.from('\n<HTML><body><table>'), 'notATable', { found: 'html' }],
    ['an XML spreadsheet', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'notATable', { found: 'xml' }],
    ['some archive', zipOf([{ name: 'notes.txt', content: 'a,b' }]), 'notATable', { found: 'archive' }],
    [
      'a document',
      zipOf([{ name: 'word/document.xml', content: '' }]),
      'notATable',
      { found: 'wordOrSlides' },
    ],
    [
      'a binary workbook',
      zipOf([{ name: 'xl/workbook.bin', content: '' }]),
      'notATable',
      { found: 'binaryWorkbook' },
    ],
    [
      'an OpenDocument sheet',
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '' },
      ]),
      'notATable',
      { found: 'openDocument' },
    ],
    ['zeros', Buffer.alloc(1_000), 'notATable', { found: 'binary' }],
    ['no encoding at all', Buffer.from('Nombre,\x8d\x9d', 'latin1'), 'unreadableEncoding', {}],
    ['UTF-8 that breaks its own mark', Buffer.from('efbbbf41ff', 'hex'), 'unreadableEncoding', {}],
    ['a quote never closed', Buffer.from('a,b\n1,2\n"3,4\n5,6\n'), 'quoteNotClosed', { row: 3 }],
    ['half a zip', rawWorkbook({ sheets: [''] }).subarray(0, 200), 'corruptWorkbook', {}],
  ])('%s', async (_what, bytes, code, values) => {
    expect(await refusalOf(bytes)).toMatchObject({ code, values })
  })

  test('a roster whose first heading begins with MZ is not taken for a program', async () => {
    await expect(refusalOf(Buffer.from('MZ code,Name\n1,Ana\n'))).rejects.toThrow('The file was read')
  })
})

describe('files made to do harm end in seconds', () => {
  const quickly = async (work: () => Promise<unknown>) =>
    expect(await millisecondsOf(work)).toBeLessThan(5_000)

  test('200 MB are refused at once', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024)
    const spent = await millisecondsOf(async () => {
      expect(await refusalOf(bytes)).toMatchObject({ code: 'fileTooLarge', values: { bytes: bytes.length } })
    })
    expect(spent).toBeLessThan(100)
  })

  test.each([
    ['in a worksheet', { sheets: [`<row>${textCell('a'.repeat(60_000_000))}</row>`] }],
    [
      'in the shared strings',
      { sheets: ['<row/>'], sharedStrings: `<si><t>${'a'.repeat(60_000_000)}</t></si>` },
    ],
    ['in the styles', { sheets: ['<row/>'], styles: ' '.repeat(60_000_000) }],
    ['in a part nobody reads', { sheets: [], extra: [{ name: 'bomb', content: Buffer.alloc(60_000_000) }] }],
  ])('a zip bomb %s', async (_where, workbook) => {
    const bytes = rawWorkbook(workbook)
    expect(bytes.length).toBeLessThan(100_000)
    await quickly(async () => expect((await refusalOf(bytes)).code).toBe('zipBomb'))
  })

  test('a bomb that lies about its size is stopped while it unpacks', async () => {
    const lying = zipOf([
      { name: 'xl/workbook.xml', content: Buffer.alloc(60_000_000, ' '), claimedBytes: 1_000 },
    ])
    await quickly(async () => expect((await refusalOf(lying)).code).toBe('corruptWorkbook'))
    const claiming = zipOf([{ name: 'xl/workbook.xml', content: 'x', claimedBytes: 4_000_000_000 }])
    await quickly(async () => expect((await refusalOf(claiming)).code).toBe('zipBomb'))
  })

  test('too many parts', async () => {
    const parts = Array.from({ length: 5_001 }, (_, index) => ({ name: `p${index}`, content: '' }))
    expect(await refusalOf(zipOf(parts))).toMatchObject({ code: 'zipBomb', values: { maxEntries: 5_000 } })
  })

  test('a workbook with a million empty cells', async () => {
    const row = (number: number) => `<row r="${number}">${'<c s="1"/>'.repeat(20)}</row>`
    const rows = Array.from({ length: 50_000 }, (_, index) => row(index + 2))
    const bytes = rawWorkbook({
      sheets: [`<row r="1">${textCell('Name')}${textCell('Id')}</row>${rows.join('')}`],
    })
    await quickly(async () => expect((await refusalOf(bytes)).code).toBe('tooManyEmptyCells'))
  })

  test.each([
    ['entities', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', ''],
    ['an unknown entity', '', '<row><c t="str"><v>&b;</v></c></row>'],
    ['deep nesting', '', '<a>'.repeat(100) + '</a>'.repeat(100)],
    ['unclosed tags', '', '<row><c>'],
    ['a row inside a row', '', '<row><row/></row>'],
    ['a cell inside a cell', '', '<row><c><c/></c></row>'],
    ['a cell outside rows', '', '<c><v>1</v></c>'],
    ['rows out of order', '', '<row r="2"/><row r="1"/>'],
    ['a row past the last', '', '<row r="1048577"/>'],
    ['a column past the last', '', '<row><c r="XFE1"><v>1</v></c></row>'],
    ['a string that is not there', '', '<row><c t="s"><v>3</v></c></row>'],
    ['a number that is none', '', '<row><c><v>x</v></c></row>'],
  ])('a worksheet with %s', async (_what, beforeSheet, sheet) => {
    expect((await refusalOf(rawWorkbook({ sheets: [sheet], beforeSheet }))).code).toBe('corruptWorkbook')
  })

  test.each<[string, string, Buffer]>([
    ['separators only', 'tooManyColumns', Buffer.alloc(20_000_000, ',')],
    ['empty lines only', 'tooManyEmptyCells', Buffer.alloc(20_000_000, '\n')],
    ['quotes only', 'cellTooLong', Buffer.alloc(20_000_000, '"')],
    ['one letter', 'cellTooLong', Buffer.alloc(20_000_000, 'a')],
    ['quoted line breaks', 'cellTooLong', Buffer.from('"a\n",'.repeat(4_000_000))],
  ])('a text of %s', async (_what, code, bytes) => {
    await quickly(async () => expect((await refusalOf(bytes)).code).toBe(code))
  })
})

describe('limits', () => {
  const limits = {
    ...usualFileLimits,
    maxRows: 3,
    maxColumns: 3,
    maxCells: 7,
    maxCellLength: 10,
    maxCharacters: 30,
  }
  const sheetOf = (rows: string[][]) =>
    rows
      .map((cells) => `<row>${cells.map((cell) => (cell === '' ? '<c/>' : textCell(cell))).join('')}</row>`)
      .join('')

  test.each<[string, object, string[][]]>([
    ['tooManyRows', { maxRows: 3 }, [['a'], ['b'], ['c'], ['d']]],
    ['tooManyColumns', { maxColumns: 3, row: 2 }, [['a'], ['', '', '', 'd']]],
    [
      'tooManyCells',
      { maxCells: 7 },
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'cellTooLong',
      { maxLength: 10, row: 2, column: 2 },
      [
        ['a', 'b'],
        ['c', 'ddddddddddd'],
      ],
    ],
    [
      'tooMuchText',
      { maxCharacters: 30 },
      [
        ['aaaaaaaaaa', 'bbbbbbbbbb'],
        ['cccccccccc', 'd'],
      ],
    ],
  ])('%s, in text and in a workbook alike', async (code, values, rows) => {
    const text = Buffer.from(rows.map((row) => row.join(',')).join('\n'))
    expect(await refusalOf(text, limits)).toMatchObject({ code, values })
    expect(await refusalOf(rawWorkbook({ sheets: [sheetOf(rows)] }), limits)).toMatchObject({ code, values })
  })

  test('sheets', async () => {
    const bytes = rawWorkbook({ sheets: ['', '', ''] })
    expect(await refusalOf(bytes, { ...limits, maxSheets: 2 })).toMatchObject({ code: 'tooManySheets' })
  })
})
