import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentLevel, entryLevel, newestUsable } from '../../shared/rules/currentLevel.ts'
import { gainBetween, postTestState } from '../../shared/rules/gains.ts'
import {
  ABOVE_LEVEL_6,
  isImpossibleScore,
  levelOfScore,
  pointsToLevel,
  pointsToNextLevel,
  prepareLevelTables,
  scoreOfLevel,
} from '../../shared/rules/levels.ts'
import { listeningTable, readingTable, tables, test } from './examples.ts'

describe('the level of a score', () => {
  it('follows the table at both ends of each band', () => {
    expect(
      [150, 183, 184, 216, 217, 227, 238, 239].map((score) => levelOfScore(readingTable, score)),
    ).toEqual([1, 1, 2, 4, 5, 5, 6, ABOVE_LEVEL_6])
  })

  it('never falls as the score rises, and points lead exactly to the next level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 140, max: 260 }), fc.integer({ min: 0, max: 40 }), (score, more) => {
        const level = levelOfScore(readingTable, score)!
        expect(levelOfScore(readingTable, score + more)!).toBeGreaterThanOrEqual(level)
        const points = pointsToNextLevel(readingTable, score)
        if (level === ABOVE_LEVEL_6) expect(points).toBeNull()
        else {
          expect(levelOfScore(readingTable, score + points!)).toBe(level + 1)
          expect(levelOfScore(readingTable, score + points! - 1)).toBe(level)
        }
      }),
    )
  })

  it('is unknown without a chart, without a table, below a lowest score and above a low ceiling', () => {
    expect(levelOfScore({ ...readingTable, levels: null }, 200)).toBeNull()
    expect(levelOfScore(null, 200)).toBeNull()
    const capped = { ...readingTable, levels: readingTable.levels!.slice(0, 4) }
    expect(levelOfScore(capped, 216)).toBe(4)
    expect(levelOfScore(capped, 217)).toBeNull()
    const floored = { ...readingTable, levels: [{ level: 1 as const, minScore: 88, maxScore: 361 }] }
    expect(levelOfScore(floored, 87)).toBeNull()
  })

  it('tells the points to a level', () => {
    expect(pointsToLevel(listeningTable, 209, 5)).toBe(3)
    expect(pointsToLevel(listeningTable, 215, 5)).toBe(0)
    expect(scoreOfLevel(readingTable, ABOVE_LEVEL_6)).toBe(239)
    expect(scoreOfLevel(readingTable, 1)).toBeNull()
  })

  it('is looked up by the date of the test', () => {
    const old = { ...readingTable, effectiveFrom: null, effectiveTo: '2024-06-30', levels: null }
    const now = { ...readingTable, effectiveFrom: '2024-07-01' }
    const dated = prepareLevelTables([now, old])
    expect(dated.levelOf(test('reading', 220, '2024-06-30'))).toBeNull()
    expect(dated.levelOf(test('reading', 220, '2024-07-01'))).toBe(5)
    expect(dated.levelOf(test('reading', 220, '2031-07-01'))).toBeNull()
  })

  it('refuses only what the instrument cannot give', () => {
    expect(isImpossibleScore(readingTable, 149)).toBe(true)
    expect(isImpossibleScore(readingTable, 150)).toBe(false)
    expect(isImpossibleScore({ ...readingTable, possibleScores: { min: null, max: null } }, 999)).toBe(false)
  })
})

describe('the current level', () => {
  const day = '2026-08-01'
  it('rests on the newest usable test alone', () => {
    const tests = [
      test('reading', 230, '2026-01-10'),
      test('reading', 210, '2026-05-10'),
      test('reading', 240, '2026-06-10', { inaccurate: true }),
      test('reading', 240, '2026-06-11', { voided: true }),
      test('reading', null, '2026-06-12'),
      test('reading', 240, '2026-08-02'),
    ]
    expect(currentLevel(tests, 'reading', day, tables)).toEqual({ assessment: tests[1], level: 4 })
    expect(currentLevel(tests, 'listening', day, tables)).toBeNull()
  })

  it('does not depend on the order of the tests', () => {
    const someTest = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 200, max: 203 }), fc.boolean())
      .map(([month, score, inaccurate]) => test('reading', score, `2026-0${month}-01`, { inaccurate }))
    const shuffled = fc
      .array(someTest, { maxLength: 6 })
      .chain((tests) => fc.tuple(fc.constant(tests), fc.shuffledSubarray(tests, { minLength: tests.length })))
    fc.assert(
      fc.property(shuffled, ([tests, other]) => {
        expect(newestUsable(tests, 'reading', day)).toEqual(newestUsable(other, 'reading', day))
      }),
    )
  })

  it('gives the entry level as the lowest of the areas taught', () => {
    const tests = [test('reading', 220, '2026-05-10'), test('listening', 195, '2026-05-10')]
    expect(entryLevel(tests, day, tables)).toBe(3)
    expect(entryLevel(tests, day, tables, ['reading'])).toBe(5)
    expect(entryLevel([], day, tables)).toBeNull()
  })
})

describe('a gain', () => {
  const day = '2026-08-01'
  const before = test('reading', 210, '2026-01-10', { form: '623R' })
  const after = test('reading', 218, '2026-05-10', { form: '624R' })
  it('needs a higher level on another form after enough hours', () => {
    expect(gainBetween(before, after, 40, day, tables)).toEqual({ state: 'gain', levelsGained: 1 })
    expect(gainBetween(before, { ...after, score: 212 }, 40, day, tables)).toEqual({ state: 'noGain' })
    const reason = (earlier: typeof before, later: typeof after, hours = 40, on = day) => {
      const answer = gainBetween(earlier, later, hours, on, tables)
      return answer.state === 'notComparable' ? answer.reason : answer.state
    }
    expect(reason(before, after, 39)).toBe('tooFewHours')
    expect(reason(before, { ...after, form: '623R' })).toBe('sameForm')
    expect(reason(before, { ...after, form: null })).toBe('sameForm')
    expect(reason(before, test('listening', 218, '2026-05-10'))).toBe('otherArea')
    expect(reason(after, before)).toBe('notLater')
    expect(reason(before, { ...after, inaccurate: true })).toBe('notUsable')
    expect(reason(before, after, 40, '2026-05-09')).toBe('notUsable')
    expect(reason(before, { ...after, instrument: 'Another' })).toBe('levelUnknown')
  })

  it('never mixes generations', () => {
    const older = { ...readingTable, instrument: 'CASAS Life and Work Reading', generation: 'Life and Work' }
    const mixed = prepareLevelTables([readingTable, older])
    const early = { ...before, instrument: 'CASAS Life and Work Reading' }
    expect(gainBetween(early, after, 50, day, mixed)).toMatchObject({ reason: 'otherGeneration' })
  })

  it('is due for a post-test by hours', () => {
    expect([39, 40, 99, 100].map((hours) => postTestState(readingTable, hours))).toEqual([
      'notDue',
      'due',
      'due',
      'overdue',
    ])
    expect(postTestState({ ...readingTable, minimumHours: null }, 500)).toBe('noRule')
    expect(postTestState(null, 500)).toBe('noRule')
  })
})
