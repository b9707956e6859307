import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findHeadings, foldHeading } from '../../../db/files/findHeadings.ts'
import { readTable } from '../../../db/files/readTable.ts'
import { cellAt, textOf } from '../../../db/files/tableFile.ts'
import { toDate } from '../../../db/files/values.ts'
import expected from '../../fixtures/samples/expected.json' with { type: 'json' }

const sample = (name: string) => readFileSync(new URL(`../../fixtures/samples/${name}`, import.meta.url))
const today = '2026-08-01'

test('the roster: mark, stray spaces, a blank row, three date styles', async () => {
  const file = await readTable(sample('esl-roster.csv'))
  expect(file).toMatchObject({ kind: 'delimited', encoding: 'utf-8', delimiter: ',' })
  const { rows } = file.sheets[0]!
  const known = new Set(['Student ID', 'Last Name', 'First Name', 'Birth Date'].map(foldHeading))
  const found = findHeadings(rows, known)!
  expect(found).toMatchObject({ rowNumber: 1, knownCount: 4 })
  expect(found.headings[1]).toBe('Last Name')
  const data = rows.slice(found.rowIndex + 1)
  expect(data.filter((row) => !row.blank)).toHaveLength(expected.rosterRows)
  expect(data.filter((row) => row.blank).map((row) => row.number)).toEqual([13])
  const births = data
    .filter((row) => !row.blank)
    .map((row) => toDate(cellAt(row, 3), { use: 'birth', today }))
  const problems = births.flatMap((birth) => (birth.ok ? [] : [birth.problem]))
  expect(problems.toSorted()).toEqual(['inFuture', 'noSuchDay'])
})

test('the test summary: headings in row 7 under keys and a title, every cell text', async () => {
  const file = await readTable(sample('student-test-summary.xlsx'))
  const { rows } = file.sheets[0]!
  const known = new Set(
    ['Student Code', 'Student Name', 'Date', 'Form', 'Score', 'Start Date'].map(foldHeading),
  )
  const found = findHeadings(rows, known)!
  expect(found).toMatchObject({ rowNumber: 7, knownCount: 6 })
  expect(found.headings).toHaveLength(17)
  const data = rows.slice(found.rowIndex + 1)
  expect(data).toHaveLength(expected.testRows)
  const column = (name: string) => found.headings.indexOf(name)
  const scores = data.map((row) => textOf(cellAt(row, column('Score'))))
  expect(scores.filter((score) => score.includes('*'))).toHaveLength(expected.testRowsStarred)
  expect(scores.filter((score) => score === 'N/A')).toHaveLength(expected.testRowsCivics)
  expect(data.every((row) => toDate(cellAt(row, column('Date')), { use: 'past', today }).ok)).toBe(true)
})

test('the cohort history: real dates, numbers and 96 members', async () => {
  const { rows } = (await readTable(sample('nurse-assistant-cohorts.xlsx'))).sheets[0]!
  const found = findHeadings(rows, new Set(['Cohort', 'Site', 'Student ID', 'Outcome'].map(foldHeading)))!
  expect(found.rowNumber).toBe(1)
  const data = rows.slice(1)
  expect(data).toHaveLength(96)
  const starts = data.map((row) => cellAt(row, found.headings.indexOf('Start')))
  expect(starts.every((cell) => typeof cell === 'object' && cell.date !== undefined)).toBe(true)
})
