import { expect, test } from 'vitest'
import { findHeadings, foldHeading } from '../../../db/files/findHeadings.ts'
import type { TableRow } from '../../../db/files/tableFile.ts'

const rowsOf = (...rows: string[][]): TableRow[] =>
  rows.map((cells, index) => ({ number: index + 1, cells, blank: cells.length === 0 }))
const known = new Set(['Student ID', 'Last name', 'First name', 'Apellido', 'Date'].map(foldHeading))

test('headings are compared without case, accents, spaces and signs', () => {
  const written = ['Last Name', ' LAST_NAME ', 'lastName', 'Last-Name:', 'Last\u00a0Name*']
  expect(new Set(written.map(foldHeading))).toEqual(new Set(['lastname']))
  expect(foldHeading('Número de Teléfono')).toBe('numerodetelefono')
})

test('the row with the most known words wins over titles, keys and values', () => {
  const rows = rowsOf(
    ['Date', '08/01/2026'],
    ['Student ID', 'Student ID', 'Student ID'],
    [],
    [' Student  ID', 'Last\u00a0Name ', '', 'FIRST NAME'],
    ['1', 'Date', 'Apellido', 'Ana'],
  )
  expect(findHeadings(rows, known)).toEqual({
    rowIndex: 3,
    rowNumber: 4,
    headings: ['Student ID', 'Last Name', '', 'FIRST NAME'],
    knownCount: 3,
  })
})

test('with unknown words the first row as wide as the table is taken', () => {
  const rows = rowsOf(['Report'], [], ['Uno', 'Dos', 'Tres'], ['1', '2', '3', '4'])
  expect(findHeadings(rows, known)).toMatchObject({ rowIndex: 2, rowNumber: 3, knownCount: 0 })
  expect(findHeadings([], known)).toBeNull()
  expect(findHeadings(rowsOf([]), known)).toBeNull()
})
