import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../db/files/tableFile.ts'
import {
  guessDateOrder,
  nameReadings,
  tidy,
  toDate,
  toEquivalency,
  toNameParts,
  toNumber,
  toPhone,
  toPhones,
  toSchooling,
  toText,
  toWholeNumber,
  toYesNo,
  wordReader,
  type Converted,
  type DateReading,
} from '../../../db/files/values.ts'

const today = '2026-08-01'
const answer = (result: Converted<unknown>) => (result.ok ? result.value : `! ${result.problem}`)
const dateOf = (cell: Cell, reading: Partial<DateReading> = {}) =>
  answer(toDate(cell, { use: 'any', today, ...reading }))

test('text loses outer, doubled, no-break and invisible spaces; formula errors are no text', () => {
  expect(tidy('\u00a0 Ana\u00a0 \r\n María\u200b ')).toBe('Ana María')
  expect(answer(toText(' \u00a0'))).toBe('! blank')
  expect(answer(toText({ text: '#N/A', error: true }))).toBe('! spreadsheetError')
  expect(answer(toText(4711))).toBe('4711')
})

describe('dates', () => {
  test.each<[Cell, string]>([
    ['03/09/1981', '1981-03-09'],
    ['3/9/1981', '1981-03-09'],
    [' 3-9-1981 ', '1981-03-09'],
    ['1981-03-09', '1981-03-09'],
    ['1981/3/9', '1981-03-09'],
    ['19810309', '1981-03-09'],
    ['1981-03-09T00:00:00.000Z', '1981-03-09'],
    ['03/09/1981 12:00:00 AM', '1981-03-09'],
    ['9 Mar 1981', '1981-03-09'],
    ['9-mar-1981', '1981-03-09'],
    ['9th March, 1981', '1981-03-09'],
    ['March 9, 1981', '1981-03-09'],
    ['Sept. 9 1981', '1981-09-09'],
    ['9 de agosto de 1981', '1981-08-09'],
    ['9 dic. 1981', '1981-12-09'],
    ['29654', '1981-03-09'],
    [29654, '1981-03-09'],
    [29654.5, '1981-03-09'],
    [{ text: '1981-03-09', number: 29654, date: '1981-03-09' }, '1981-03-09'],
    ['02/29/2024', '2024-02-29'],
    ['02/30/1981', '! noSuchDay'],
    ['30 Feb 1981', '! noSuchDay'],
    ['02/29/2023', '! noSuchDay'],
    ['23/09/1966', '! noSuchMonth'],
    ['1981-13-01', '! noSuchMonth'],
    ['9 Foo 1981', '! notADate'],
    ['soon', '! notADate'],
    ['1981', '! notADate'],
    [1981, '! notADate'],
    ['03/09/198', '! notADate'],
    ['03/09/1781', '! tooLongAgo'],
    ['<No Class Dated Records>', '! notADate'],
    ['', '! blank'],
    [{ text: '#REF!', error: true }, '! spreadsheetError'],
  ])('%j is %s', (cell, expected) => {
    expect(dateOf(cell)).toBe(expected)
  })

  test('the column tells which number is the day', () => {
    expect(dateOf('03/09/1981', { order: 'dayFirst' })).toBe('1981-09-03')
    expect(dateOf('1981-03-09', { order: 'dayFirst' })).toBe('1981-03-09')
    expect(guessDateOrder(['1/2/2020', '23/09/1966 10:00', ''])).toBe('dayFirst')
    expect(guessDateOrder(['1/2/2020', '09/23/1966'])).toBe('monthFirst')
    expect(guessDateOrder(['23/09/1966', '09/23/1966'])).toBe('mixed')
    expect(guessDateOrder(['1/2/2020', '9 Mar 1981', 3])).toBeNull()
  })

  test('two digits of a year mean what the column is for', () => {
    expect(dateOf('09/23/66', { use: 'birth' })).toBe('1966-09-23')
    expect(dateOf('09/23/14', { use: 'birth' })).toBe('2014-09-23')
    expect(dateOf('09/23/15', { use: 'birth' })).toBe('1915-09-23')
    expect(dateOf('07/31/26', { use: 'birth' })).toBe('1926-07-31')
    expect(dateOf('07/31/26', { use: 'past' })).toBe('2026-07-31')
    expect(dateOf('05/01/98', { use: 'past' })).toBe('1998-05-01')
    expect(dateOf('05/01/31')).toBe('2031-05-01')
    expect(dateOf('05/01/00', { use: 'birth' })).toBe('2000-05-01')
  })

  test('births and tests lie in the past, and nobody is 121', () => {
    expect(dateOf(today, { use: 'past' })).toBe(today)
    expect(dateOf('08/02/2026', { use: 'past' })).toBe('! inFuture')
    expect(dateOf('08/02/26', { use: 'past' })).toBe('! inFuture')
    expect(dateOf('2027-01-01', { use: 'birth' })).toBe('! inFuture')
    expect(dateOf('2027-01-01')).toBe('2027-01-01')
    expect(dateOf('1905-01-01', { use: 'birth' })).toBe('! tooLongAgo')
  })

  test('bare serials of a workbook that counts from 1904', () => {
    expect(dateOf(28192, { date1904: true })).toBe('1981-03-09')
  })
})

test.each<[Cell, unknown]>([
  [209, 209],
  ['209', 209],
  [' -1.5 ', -1.5],
  ['1,234.5', 1234.5],
  ['$ 14.20', 14.2],
  ['9,21', 9.21],
  ['.5', 0.5],
  ['*', '! notANumber'],
  ['209*', '! notANumber'],
  ['N/A', '! notANumber'],
  ['1e9', '! notANumber'],
  ['12 %', '! notANumber'],
  [{ text: '1981-03-09', number: 29654, date: '1981-03-09' }, '! notANumber'],
  [{ text: '0004711', number: 4711 }, 4711],
  ['', '! blank'],
])('number %j is %s', (cell, expected) => {
  expect(answer(toNumber(cell))).toBe(expected)
})

test('whole numbers', () => {
  expect(answer(toWholeNumber('5'))).toBe(5)
  expect(answer(toWholeNumber('5.5'))).toBe('! notAWholeNumber')
  expect(answer(toWholeNumber('5 or 6'))).toBe('! notANumber')
})

test('words in English and Spanish', () => {
  expect(
    ['Yes', 'SÍ', 'x', 'TRUE', 1, 'no', 'N', 'Falso', 0, 'maybe', ''].map((cell) => answer(toYesNo(cell))),
  ).toEqual([true, true, true, true, true, false, false, false, false, '! notYesOrNo', '! blank'])
  const schooling = [
    'none',
    'Primary',
    'some secondary',
    'secondary diploma',
    'some college',
    'degree',
    'someCollege',
  ]
  expect(schooling.map((word) => answer(toSchooling(word)))).toEqual([
    'none',
    'primary',
    'someSecondary',
    'secondaryDiploma',
    'someCollege',
    'degree',
    'someCollege',
  ])
  expect(answer(toSchooling('Título universitario'))).toBe('degree')
  expect(answer(toSchooling('secundaria'))).toBe('! unknownWord')
  expect(
    ['none', 'In Progress', 'done', 'Sí', 'GED', 'en curso', '?'].map((word) => answer(toEquivalency(word))),
  ).toEqual(['none', 'inProgress', 'done', 'done', 'done', 'inProgress', '! unknownWord'])
  expect(() => wordReader({ one: ['Uno'], two: ['uno'] })).toThrow('Two meanings')
})

test.each<[Cell, unknown]>([
  ['704-555-6374', '704-555-6374'],
  ['(704) 555 6374', '704-555-6374'],
  ['+1 704.555.6374', '704-555-6374'],
  ['1-704-555-6374 ext. 12', '704-555-6374 x12'],
  [7045556374, '704-555-6374'],
  ['555-6374', '555-6374'],
  ['+52 55 1234 5678', '+525512345678'],
  ['123', '! notAPhone'],
  ['704-555-63745', '! notAPhone'],
  ['ask her sister', '! notAPhone'],
  ['', '! blank'],
])('phone %j is %s', (cell, expected) => {
  expect(answer(toPhone(cell))).toBe(expected)
})

test('several phones in one cell', () => {
  expect(answer(toPhones('704-555-6374 / (704) 555-9526; 7045556374 or 555-0000, x5'))).toEqual([
    '704-555-6374',
    '704-555-9526',
    '555-0000 x5',
  ])
  expect(answer(toPhones('704-555-6374 / none'))).toBe('! notAPhone')
  expect(answer(toPhones(' / '))).toBe('! notAPhone')
})

describe('full names', () => {
  test.each([
    ['Ana Ruiz', 'Ana', 'Ruiz'],
    ['Ruiz Soto, Ana María', 'Ana María', 'Ruiz Soto'],
    ['Ana María Ruiz Soto', 'Ana María', 'Ruiz Soto'],
    ['Ana de la Cruz Soto', 'Ana', 'de la Cruz Soto'],
    ['John Smith, Jr.', 'John', 'Smith, Jr.'],
    ['Madonna', '', 'Madonna'],
  ])('%s', (text, firstName, lastName) => {
    expect(answer(toNameParts(text))).toEqual({ firstName, lastName })
  })

  test('every division is offered, the likeliest first', () => {
    const lastNames = nameReadings('Ana María Ruiz Soto').map((name) => name.lastName)
    expect(lastNames[0]).toBe('Ruiz Soto')
    expect(lastNames.toSorted()).toEqual(['María Ruiz Soto', 'Ruiz Soto', 'Soto'])
    expect(nameReadings('123')).toEqual([])
    expect(answer(toNameParts('--'))).toBe('! notAName')
    expect(answer(toNameParts(' '))).toBe('! blank')
  })
})
