import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FileProblem } from '../../../db/files/fileProblem.ts'
import { findHeadings } from '../../../db/files/findHeadings.ts'
import { readTable } from '../../../db/files/readTable.ts'
import { textOf } from '../../../db/files/tableFile.ts'
import * as values from '../../../db/files/values.ts'
import { rawWorkbook } from './archives.ts'

const sample = (name: string) => readFileSync(new URL(`../../fixtures/samples/${name}`, import.meta.url))

/** Reads the bytes and answers whether they are a table; any error but a FileProblem fails the test. */
async function isTable(bytes: Uint8Array): Promise<boolean> {
  try {
    const file = await readTable(bytes)
    for (const sheet of file.sheets) {
      findHeadings(sheet.rows, new Set(['name', 'date']))
      const numbers = sheet.rows.map((row) => row.number)
      expect(numbers.every((number, index) => index === 0 || number > numbers[index - 1]!)).toBe(true)
      expect(sheet.rows.at(-1)?.blank).not.toBe(true)
      for (const row of sheet.rows)
        expect(row.cells.every((cell) => typeof textOf(cell) === 'string')).toBe(true)
    }
    return true
  } catch (error) {
    if (error instanceof FileProblem) return false
    throw error
  }
}

/** Starts that lead random bytes past the first look at a file. */
const starts = [
  '',
  'PK\u0003\u0004',
  'MZ',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  'a,b\r\n"',
  '<?xml ',
]

test('random bytes are a table or a refusal', async () => {
  const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2_000 }))
  await fc.assert(
    fc.asyncProperty(bytes, async ([start, rest]) => {
      await isTable(Buffer.concat([Buffer.from(start, 'latin1'), rest]))
    }),
    { numRuns: 400 },
  )
})

test('random text tables are a table or a refusal', async () => {
  const pieces = fc.constantFrom(
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '\r',
    '\n',
    '\r\n',
    ' ',
    'ñ',
    'Ana',
    '=1+1',
    '\u00a0',
    '😀',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 300 }), async (text) => {
      await isTable(Buffer.from(text.join('')))
    }),
    { numRuns: 400 },
  )
})

test.each(['student-test-summary.xlsx', 'nurse-assistant-cohorts.xlsx', 'esl-roster.csv'])(
  'a damaged %s is a table or a refusal',
  async (name) => {
    const whole = sample(name)
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        damage,
        fc.integer({ min: whole.length >> 1, max: whole.length }),
        async (changes, length) => {
          const bytes = Uint8Array.from(whole)
          for (const [place, byte] of changes) bytes[place] = byte
          await isTable(bytes)
          await isTable(bytes.subarray(0, length))
        },
      ),
      { numRuns: 60 },
    )
  },
)

test('random worksheets are a table or a refusal', async () => {
  const cells = fc.constantFrom(
    '<c><v>1</v></c>',
    '<c r="B2" s="9"><v>2.5</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="inlineStr"><is><t>a</t></is></c>',
    '<c/>',
    '<!-- -->',
  )
  const broken = fc.constantFrom(
    '<row>',
    '</row>',
    '<c t="s"><v>1</v></c>',
    '<c><v>x</v></c>',
    '<is>',
    'text',
    '&b;',
  )
  const row = fc.array(cells, { maxLength: 5 }).map((parts) => `<row>${parts.join('')}</row>`)
  const sheet = fc.array(fc.oneof({ arbitrary: row, weight: 9 }, { arbitrary: broken, weight: 1 }), {
    maxLength: 8,
  })
  let tables = 0
  let refusals = 0
  await fc.assert(
    fc.asyncProperty(sheet, async (parts) => {
      if (await isTable(rawWorkbook({ sheets: [parts.join('')] }))) tables += 1
      else refusals += 1
    }),
    { numRuns: 400 },
  )
  expect(Math.min(tables, refusals)).toBeGreaterThan(20)
})

test('what fits a spreadsheet comes out of a quoted text table as it went in', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
  const row = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((cells) => cells.at(-1)!.trim() !== '')
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
      const file = await readTable(Buffer.from(`\ufeff${quoted.join('\r\n')}`))
      expect(file.sheets[0]!.rows.map(({ cells }) => cells)).toEqual(rows)
    }),
  )
})

test('no cell breaks a conversion', () => {
  const reading = { use: 'birth', today: '2026-08-01' } as const
  const conversions = [
    (text: string) => values.toDate(text, reading),
    values.toNumber,
    values.toYesNo,
    values.toPhones,
    values.toNameParts,
    values.toSchooling,
  ]
  const near = fc.stringMatching(/^[0-9]{1,4}[-/. ,a-z]{1,5}[0-9]{1,2}[-/. ,]{0,2}[0-9]{0,4}$/)
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), near), (text) => {
      for (const convert of conversions) expect(typeof convert(text).ok).toBe('boolean')
    }),
  )
})
