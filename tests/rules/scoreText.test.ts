import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOfScore, pointsToNextLevel } from '../../shared/rules/levels.ts'
import { readScore, readScoreInTable } from '../../shared/rules/scoreText.ts'
import { readingTable } from './examples.ts'

describe('a score as printed', () => {
  it.each([
    ['212', { score: 212, accurate: true, text: '212' }],
    [' 212 ', { score: 212, accurate: true, text: '212' }],
    ['0212', { score: 212, accurate: true, text: '212' }],
    ['0', { score: 0, accurate: true, text: '0' }],
    ['556*', { score: 556, accurate: true, text: '556*' }],
    ['*', { score: null, accurate: false, text: '*' }],
    ['n/a', { score: null, accurate: true, text: 'N/A' }],
    ['NA', { score: null, accurate: true, text: 'N/A' }],
    ['O/R', { score: null, accurate: false, text: 'O/R' }],
    ['or', { score: null, accurate: false, text: 'O/R' }],
  ])('reads %j', (typed, expected) => {
    expect(readScore(typed)).toEqual(expected)
  })

  it.each(['', ' ', '21 2', '212.5', '-212', '12345', '**', '212**', '*212', 'two', '２１２', 'toString'])(
    'takes no %j for a score',
    (typed) => {
      expect(readScore(typed)).toBeNull()
      expect(readScoreInTable(readingTable, typed)).toBeNull()
    },
  )

  it('reads what it keeps as the same score again', () => {
    const typed = fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map(String),
      fc.integer({ min: 0, max: 9999 }).map((score) => `00${score}*`.slice(-5)),
      fc.constantFrom('*', 'na', 'N/A', 'or', 'o/R'),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const read = readScore(text)!
        expect(readScore(read.text)).toEqual(read)
      }),
    )
  })

  it('never throws, and a number is always between 0 and 9999', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), (typed) => {
        const score = readScore(typed)?.score ?? null
        if (score !== null) expect(score >= 0 && score <= 9999).toBe(true)
      }),
    )
  })
})

describe('a typed score in a table', () => {
  it('has the level and the points of its number', () => {
    expect(readScoreInTable(readingTable, '212')).toEqual({
      score: 212,
      accurate: true,
      text: '212',
      level: 4,
      pointsToNext: 5,
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (score) => {
        const read = readScoreInTable(readingTable, String(score))!
        expect(read.level).toBe(levelOfScore(readingTable, score))
        expect(read.pointsToNext).toBe(pointsToNextLevel(readingTable, score))
      }),
    )
  })

  it('has no level without a number, a table or a chart', () => {
    expect(readScoreInTable(readingTable, '*')).toMatchObject({ level: null, pointsToNext: null })
    expect(readScoreInTable(null, '212')).toMatchObject({ score: 212, level: null, pointsToNext: null })
    expect(readScoreInTable({ ...readingTable, levels: null }, '212')).toMatchObject({ level: null })
  })
})
