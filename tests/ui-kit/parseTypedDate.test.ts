import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay } from '../../renderer/ui/formatDay.ts'
import { parseTypedDate } from '../../renderer/ui/parseTypedDate.ts'

const today = '2026-11-22'
const english = (text: string, latest?: string) => parseTypedDate(text, 'en-US', today, latest)
const spanish = (text: string, latest?: string) => parseTypedDate(text, 'es-US', today, latest)
const day = (iso: string) => ({ kind: 'date', iso })

describe('a date typed in English', () => {
  test.each([
    ['3/9/81', '1981-03-09'],
    ['3/9/1981', '1981-03-09'],
    ['03-09-1981', '1981-03-09'],
    ['3.9.81', '1981-03-09'],
    ['3 9 81', '1981-03-09'],
    ['03091981', '1981-03-09'],
    ['030981', '1981-03-09'],
    ['19810309', '1981-03-09'],
    ['1981-03-09', '1981-03-09'],
    ['1981/3/9', '1981-03-09'],
    ['1981-03-09T00:00:00', '1981-03-09'],
    ['3/9/1981 12:00 AM', '1981-03-09'],
    ['9 Mar 1981', '1981-03-09'],
    ['9mar81', '1981-03-09'],
    ['March 9, 1981', '1981-03-09'],
    ['mar. 9th 1981', '1981-03-09'],
    ['the 9th of March, 1981', '1981-03-09'],
    ['Mon, Mar 9, 1981', '1981-03-09'],
    ['1981 March 9', '1981-03-09'],
    ['Sept 1 2025', '2025-09-01'],
    ['  3/9/81  ', '1981-03-09'],
    ['2/29/2024', '2024-02-29'],
  ])('%s', (text, iso) => expect(english(text)).toEqual(day(iso)))

  test('the other order is taken when it alone is a day', () =>
    expect(english('25/3/2024')).toEqual(day('2024-03-25')))
  test('no year means this year', () => {
    expect(english('3/9')).toEqual(day('2026-03-09'))
    expect(english('Dec 24')).toEqual(day('2026-12-24'))
  })
  test('no year means last year where this one would be too late', () =>
    expect(english('Dec 24', today)).toEqual(day('2025-12-24')))
  test('words for days near today', () => {
    expect(english('today')).toEqual(day('2026-11-22'))
    expect(english('Yesterday')).toEqual(day('2026-11-21'))
    expect(english('tomorrow')).toEqual(day('2026-11-23'))
  })
})

describe('a date typed in Spanish', () => {
  test.each([
    ['9/3/81', '1981-03-09'],
    ['09031981', '1981-03-09'],
    ['9 de marzo de 1981', '1981-03-09'],
    ['9 mar 1981', '1981-03-09'],
    ['mar 10 mar 1981', '1981-03-10'],
    ['lunes, 9 de marzo del 81', '1981-03-09'],
    ['1.º de enero de 2026', '2026-01-01'],
    ['1 set 2025', '2025-09-01'],
    ['sáb 3 dic 2022', '2022-12-03'],
    ['miércoles 6 ene 2021', '2021-01-06'],
    ['hoy', '2026-11-22'],
    ['mañana', '2026-11-23'],
    ['March 9, 1981', '1981-03-09'],
  ])('%s', (text, iso) => expect(spanish(text)).toEqual(day(iso)))
})

describe('years of two digits', () => {
  test('reach ten years ahead and no further', () => {
    expect(english('1/1/36')).toEqual(day('2036-01-01'))
    expect(english('1/1/37')).toEqual(day('1937-01-01'))
    expect(english('1/1/00')).toEqual(day('2000-01-01'))
  })
  test('are never after the latest possible day', () => {
    expect(english('3/9/30', today)).toEqual(day('1930-03-09'))
    expect(english('12/1/26', today)).toEqual(day('1926-12-01'))
  })
  test('a year typed in full is kept even if it is too late, for the form to refuse', () =>
    expect(english('3/9/2030', today)).toEqual(day('2030-03-09')))
})

describe('what is no date', () => {
  test.each(['', '   '])('%j is empty', (text) => expect(english(text)).toEqual({ kind: 'empty' }))
  test.each(['2/30/2024', '13/13/2020', '2/29/2023', '31 April 2020', '0/1/2020'])(
    '%s has no such day',
    (text) => expect(english(text)).toEqual({ kind: 'noSuchDay' }),
  )
  test.each([
    'abc',
    '12',
    'March',
    'March 1981',
    '3/1981',
    '1/2/3/4',
    '3/9/981',
    '3/9/1',
    '9 Foo 1981',
    '3/9/3081',
    'N/A',
    '209*',
    '<No Class Dated Records>',
    'ju 9 1981',
  ])('%s is not understood', (text) => expect(english(text)).toEqual({ kind: 'notUnderstood' }))
})

test('every way the app writes a date is read back as the same day', () => {
  const days = fc.date({
    min: new Date('1930-01-01T00:00:00Z'),
    max: new Date('2035-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('en-US', 'en-GB', 'es-US', 'es-ES', 'es-MX'),
      fc.constantFrom('medium' as const, 'full' as const, 'numeric' as const),
      (date, locale, length) => {
        const iso = date.toISOString().slice(0, 10)
        expect(parseTypedDate(formatDay(iso, locale, length), locale, today)).toEqual(day(iso))
      },
    ),
  )
})
