import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { nextForm, postTestStanding } from '../../shared/rules/postTests.ts'
import { summarizeGains, yearGain } from '../../shared/rules/programYearGains.ts'
import { fewestPairs, quantile, timeToReady } from '../../shared/rules/timeToReady.ts'
import { readingTable, tables, test } from './examples.ts'

const hours = (on: string, count: number) => ({ from: on, to: on, hours: count })
const reading = (testedOn: string, score: number, form = '623R') => test('reading', score, testedOn, { form })
const enough = [hours('2025-10-15', 50)]
const of = (tests: readonly ReturnType<typeof reading>[], attended = enough) =>
  yearGain(tests, 'reading', attended, 2026, '2026-06-30', tables)

describe('the gain of a program year', () => {
  it('is the post-test’s level above the pre-test’s', () => {
    expect(of([reading('2025-09-02', 205), reading('2025-12-10', 218, '624R')])).toMatchObject({
      state: 'measured',
      preLevel: 3,
      postLevel: 5,
      levels: 2,
      hours: 50,
    })
  })

  it('takes a pre-test over from the twelve months before the year, not from earlier', () => {
    const post = reading('2025-12-10', 218, '624R')
    expect(of([reading('2024-07-01', 205), post])).toMatchObject({
      pre: { testedOn: '2024-07-01' },
      levels: 2,
    })
    expect(of([reading('2024-06-30', 205), post])).toMatchObject({
      state: 'notMeasured',
      reason: 'noPostTest',
      pre: { testedOn: '2025-12-10' },
    })
  })

  it('says what is missing, the nearest to success first', () => {
    const pre = reading('2025-09-02', 205)
    expect(of([])).toMatchObject({ reason: 'noPreTest' })
    expect(of([pre])).toMatchObject({ reason: 'noPostTest' })
    expect(of([pre, reading('2025-12-10', 218)])).toMatchObject({ reason: 'sameForm' })
    expect(of([pre, reading('2025-12-10', 218, '624R')], [hours('2025-10-15', 39)])).toMatchObject({
      reason: 'tooFewHours',
    })
    expect(of([pre, reading('2025-11-10', 218), reading('2025-12-10', 218, '624R')], [])).toMatchObject({
      reason: 'hoursUnknown',
    })
  })

  it('names the test that the reason is about, with its hours', () => {
    const pre = reading('2025-09-02', 205)
    const post = reading('2025-12-10', 218, '624R')
    expect(of([pre, post], [hours('2025-10-15', 39)])).toEqual({
      ...{ state: 'notMeasured', reason: 'tooFewHours', pre, about: post, hours: 39, minimumHours: 40 },
    })
    expect(of([pre])).toMatchObject({ about: null, hours: null, minimumHours: null })
  })

  it('never comes from a score that counts nowhere, and says so', () => {
    const pre = reading('2025-09-02', 205)
    const post = reading('2025-12-10', 218, '624R')
    for (const bad of [{ score: null, inaccurate: true }, { inaccurate: true }, { score: null }]) {
      expect(of([{ ...pre, ...bad }])).toMatchObject({ reason: 'preTestUnusable', pre: null })
      expect(of([pre, { ...post, ...bad }])).toMatchObject({ reason: 'postTestUnusable', pre })
    }
    expect(of([{ ...pre, voided: true }])).toMatchObject({ reason: 'noPreTest' })
    expect(of([pre, { ...post, voided: true }])).toMatchObject({ reason: 'noPostTest' })
    // Tested once more at once: the score that counts is the post-test.
    const again = reading('2025-12-11', 218, '626R')
    expect(of([pre, { ...post, inaccurate: true }, again])).toMatchObject({ levels: 2, post: again })
  })

  it('counts a learner with a known pre-test level also where the post-test has none', () => {
    const answer = of([reading('2025-09-02', 205), reading('2025-12-10', 400, '624R')], enough)
    const noLevel = prepareLevelTables([
      { ...readingTable, levels: readingTable.levels!.filter(({ level }) => level < 5) },
    ])
    const tests = [reading('2025-09-02', 205), reading('2025-12-10', 230, '624R')]
    const unknown = yearGain(tests, 'reading', enough, 2026, '2026-06-30', noLevel)
    expect(unknown).toMatchObject({ reason: 'postLevelUnknown', about: tests[1] })
    expect(summarizeGains([answer, unknown])).toMatchObject({ preTested: 2, postTested: 1 })
  })

  it('once shown is not lost by a later, lower test', () => {
    const tests = [
      reading('2025-09-02', 205),
      reading('2025-12-10', 218, '624R'),
      reading('2026-04-10', 203, '626R'),
    ]
    expect(of(tests)).toMatchObject({ levels: 2, post: { testedOn: '2025-12-10' } })
  })

  it('never mixes generations', () => {
    const old = { ...readingTable, instrument: 'CASAS Life and Work Reading', generation: 'Life and Work' }
    const both = prepareLevelTables([
      readingTable,
      { ...old, effectiveFrom: null, effectiveTo: '2025-06-30' },
    ])
    const before = { ...reading('2025-05-02', 205, '81'), instrument: 'CASAS Life and Work Reading' }
    const after = reading('2025-12-10', 218, '624R')
    expect(yearGain([before, after], 'reading', enough, 2026, '2026-06-30', both)).toMatchObject({
      state: 'notMeasured',
      reason: 'noPostTest',
      pre: { testedOn: '2025-12-10' },
    })
  })
})

describe('gains added up', () => {
  it('count each learner once, hours per level over those who gained', () => {
    const summary = summarizeGains([
      of([reading('2025-09-02', 205), reading('2025-12-10', 218, '624R')]),
      of([reading('2025-09-02', 205), reading('2025-12-10', 206, '624R')]),
      of([reading('2025-09-02', 205)]),
      of([]),
    ])
    expect(summary).toEqual({ preTested: 3, postTested: 2, gained: 1, levelsGained: 2, hoursPerLevel: 25 })
  })

  it('nobody gained: no hours per level', () => {
    expect(summarizeGains([of([reading('2025-09-02', 205)])]).hoursPerLevel).toBeNull()
  })
})

describe('the way to the next test', () => {
  const withForms = { ...readingTable, forms: ['621R', '622R', '623R', '624R'] }
  const formTables = prepareLevelTables([withForms])
  const standing = (attended: number, on = '2026-01-15') =>
    postTestStanding(reading('2025-09-02', 205), { hours: attended, isEstimate: false }, on, formTables)

  it.each([
    [39.5, 'notDue', 0.5],
    [40, 'due', 0],
    [99, 'due', 0],
    [100, 'overdue', 0],
  ] as const)('after %s hours is %s', (attended, state, hoursMissing) => {
    expect(standing(attended)).toMatchObject({
      state,
      hoursMissing,
      nextForm: '624R',
      generationEnded: false,
    })
  })

  it('a test that no longer counts asks for a new pre-test', () => {
    expect(standing(40, '2031-07-01')).toMatchObject({ generationEnded: true })
  })

  it('proposes the other form of the pair, never the same one', () => {
    expect(['621R', '622R', '623R', '624R'].map((form) => nextForm(withForms, form))).toEqual([
      '622R',
      '621R',
      '624R',
      '623R',
    ])
    expect(nextForm({ ...withForms, forms: ['A', 'B', 'C'] }, 'C')).toBe('B')
    expect(nextForm({ ...withForms, forms: ['A'] }, 'A')).toBeNull()
    expect(nextForm(withForms, '999')).toBeNull()
  })
})

describe('time to ready', () => {
  const growth = Array.from({ length: 40 }, (_, index) => ({ points: index / 10, hours: 50 }))

  it('is the middle half of what the program’s learners needed', () => {
    const range = timeToReady(8, growth)
    expect(range).toEqual({ state: 'range', n: 40, from: 140, to: 410 })
  })

  it('is hidden under twenty pairs, open where the slower quarter did not grow', () => {
    expect(timeToReady(8, growth.slice(0, fewestPairs - 1))).toEqual({ state: 'tooFewPairs', n: 19 })
    const stuck = growth.map((one, index) => (index < 15 ? { ...one, points: -1 } : one))
    expect(timeToReady(8, stuck)).toMatchObject({ state: 'range', to: null })
    expect(
      timeToReady(
        8,
        growth.map((one) => ({ ...one, points: 0 })),
      ),
    ).toMatchObject({ state: 'noGrowth' })
    expect(timeToReady(0, [])).toEqual({ state: 'ready' })
  })

  it('grows with the points, and the slow end is never before the quick one', () => {
    const pair = fc.record({
      points: fc.integer({ min: -5, max: 20 }),
      hours: fc.integer({ min: 40, max: 120 }),
    })
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (pairs, points, more) => {
          const near = timeToReady(points, pairs)
          const far = timeToReady(points + more, pairs)
          if (near.state !== 'range' || far.state !== 'range') return expect(near.state).toBe(far.state)
          expect(near.to === null || near.to >= near.from).toBe(true)
          expect(far.from).toBeGreaterThanOrEqual(near.from)
        },
      ),
    )
  })

  it('quantiles are Excel’s PERCENTILE.INC', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(quantile([1, 2, 3, 4], 0.75)).toBe(3.25)
    expect(quantile([7], 0.25)).toBe(7)
  })
})
