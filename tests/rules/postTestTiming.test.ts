import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gainBetween } from '../../shared/rules/gains.ts'
import { hoursSinceTest } from '../../shared/rules/hours.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { postTestTiming } from '../../shared/rules/postTestTiming.ts'
import { addDays, daysBetween } from '../../shared/values/dates.ts'
import { listeningTable, readingTable, tables, test } from './examples.ts'

const reading = (testedOn: string, score: number | null = 212, form = '623R') =>
  test('reading', score, testedOn, { form })
const hours = (on: string, count: number) => ({ from: on, to: on, hours: count })
const post = reading('2025-12-10', 218, '624R')
const pre = reading('2025-09-02')
const timing = (others: readonly ReturnType<typeof reading>[], attended: ReturnType<typeof hours>[] = []) =>
  postTestTiming(post, readingTable, others, attended, tables)

describe('a post-test', () => {
  it('comes early with fewer hours than its publisher asks for, and not with as many', () => {
    expect(timing([pre], [hours('2025-10-01', 39.5)])).toEqual({
      ...{ state: 'early', since: '2025-09-02', hours: 39.5, minimumHours: 40 },
    })
    expect(timing([pre], [hours('2025-10-01', 40)])).toEqual({ state: 'fits' })
  })

  it('counts no hours of the days of the two tests', () => {
    expect(timing([pre], [hours('2025-09-02', 40), hours('2025-12-10', 40), hours('2025-10-01', 1)])).toEqual(
      expect.objectContaining({ state: 'early', hours: 1 }),
    )
  })

  it('cannot be judged where neither presence nor absence is on record; an absence is on record', () => {
    expect(timing([pre])).toEqual({ state: 'hoursUnknown', since: '2025-09-02', minimumHours: 40 })
    expect(timing([pre], [hours('2025-08-01', 50)])).toMatchObject({ state: 'hoursUnknown' })
    expect(timing([pre], [hours('2025-10-01', 0)])).toMatchObject({ state: 'early', hours: 0 })
  })

  it('is early for certain where so few days cannot hold the hours', () => {
    expect(timing([reading('2025-12-05')])).toMatchObject({ state: 'early', hours: 0 })
    expect(timing([reading('2025-12-04')])).toMatchObject({ state: 'hoursUnknown' })
  })

  it('waits for the last test that counts, of its area and generation', () => {
    const attended = [hours('2025-10-01', 50), hours('2025-11-20', 10)]
    expect(timing([pre, reading('2025-11-01')], attended)).toMatchObject({ since: '2025-11-01', hours: 10 })
    expect(timing([pre, reading('2025-11-01', null)], attended)).toEqual({ state: 'fits' })
    expect(timing([pre, { ...reading('2025-11-01'), voided: true }], attended)).toEqual({ state: 'fits' })
    expect(timing([pre, { ...reading('2025-11-01'), inaccurate: true }], attended)).toEqual({ state: 'fits' })
    expect(timing([test('listening', 210, '2025-12-01')])).toEqual({ state: 'fits' })
    const old = { ...readingTable, instrument: 'Old', generation: 'Old' }
    const both = prepareLevelTables([readingTable, old])
    expect(postTestTiming(post, readingTable, [{ ...pre, instrument: 'Old' }], [], both)).toEqual({
      state: 'fits',
    })
  })

  it('needs no hours after a test older than the look-back: it is a new pre-test', () => {
    expect(timing([reading('2024-06-30')], [hours('2025-10-01', 1)])).toEqual({ state: 'fits' })
    expect(timing([reading('2024-07-01')], [hours('2025-10-01', 1)])).toMatchObject({ state: 'early' })
  })

  it('that does not count itself is never early; nor is one without a rule', () => {
    const attended = [hours('2025-10-01', 1)]
    for (const one of [
      { ...post, score: null },
      { ...post, inaccurate: true },
      { ...post, voided: true },
    ])
      expect(postTestTiming(one, readingTable, [pre], attended, tables)).toEqual({ state: 'fits' })
    const noRule = { ...readingTable, minimumHours: null }
    expect(postTestTiming(post, noRule, [pre], attended, tables)).toEqual({ state: 'fits' })
  })

  it('is early or cannot be judged exactly where the rule of gains finds too few hours', () => {
    const areas = { reading: readingTable, listening: listeningTable }
    const someTest = fc
      .record({ area: fc.constantFrom('reading', 'listening'), day: fc.integer({ min: 0, max: 300 }) })
      .map(({ area, day }) => ({ ...test(area, 210, addDays('2025-07-01', day), { form: `F${day}` }) }))
    const someHours = fc
      .record({ day: fc.integer({ min: 0, max: 330 }), hours: fc.integer({ min: 0, max: 30 }) })
      .map(({ day, hours: count }) => hours(addDays('2025-07-01', day), count))
    fc.assert(
      fc.property(someTest, fc.array(someTest), fc.array(someHours), (later, others, attended) => {
        const table = areas[later.skillArea as keyof typeof areas]
        const answer = postTestTiming(later, table, others, attended, tables)
        const before = others
          .filter(({ skillArea, testedOn }) => skillArea === later.skillArea && testedOn < later.testedOn)
          .toSorted((one, other) => daysBetween(other.testedOn, one.testedOn))
          .at(-1)
        if (before === undefined) {
          expect(answer.state).toBe('fits')
          return
        }
        const between = hoursSinceTest(attended, before.testedOn, later.testedOn, true).hours
        const gain = gainBetween(before, later, between, later.testedOn, tables)
        const tooFew = gain.state === 'notComparable' && gain.reason === 'tooFewHours'
        expect(answer.state !== 'fits').toBe(tooFew)
      }),
    )
  })
})
