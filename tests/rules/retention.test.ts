import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newestOldEnough, oldEnoughOn, retentionStanding } from '../../shared/rules/retention.ts'
import { addDays, addYears } from '../../shared/values/dates.ts'

const day = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays('2000-02-29', days))
const years = fc.integer({ min: 1, max: 50 })
const marks = fc.record({ isHeld: fc.boolean(), isUnfinished: fc.boolean() })

describe('who is due', () => {
  test.each([
    ['2020-03-01', 5, '2025-02-28', 'kept'],
    ['2020-03-01', 5, '2025-03-01', 'due'],
    ['2020-02-29', 5, '2025-02-27', 'kept'],
    ['2020-02-29', 5, '2025-02-28', 'due'],
    ['2020-02-29', 4, '2024-02-28', 'kept'],
    ['2020-02-29', 4, '2024-02-29', 'due'],
    ['2026-09-04', 1, '2026-08-01', 'kept'],
  ])('last activity %s, kept %i years, on %s: %s', (lastActivityOn, kept, today, standing) => {
    const record = { lastActivityOn, isHeld: false, isUnfinished: false }
    expect(retentionStanding(record, kept, today)).toBe(standing)
  })

  test('a hold keeps a record back, and so does a missing outcome', () => {
    const old = { lastActivityOn: '2010-01-01', isHeld: false, isUnfinished: false }
    expect(retentionStanding({ ...old, isHeld: true }, 5, '2026-01-01')).toBe('held')
    expect(retentionStanding({ ...old, isUnfinished: true }, 5, '2026-01-01')).toBe('unfinished')
    expect(retentionStanding({ ...old, isHeld: true, isUnfinished: true }, 5, '2026-01-01')).toBe('held')
  })

  test('nobody is due where everything is kept', () => {
    fc.assert(
      fc.property(day, day, marks, (lastActivityOn, today, mark) => {
        expect(retentionStanding({ lastActivityOn, ...mark }, null, today)).toBe('kept')
      }),
    )
  })

  test('the bound finds exactly those who are old enough', () => {
    fc.assert(
      fc.property(day, years, fc.integer({ min: -400, max: 400 }), (today, kept, away) => {
        const lastActivityOn = addDays(addYears(today, -kept), away)
        const isOldEnough = oldEnoughOn(lastActivityOn, kept) <= today
        expect(lastActivityOn <= newestOldEnough(today, kept)).toBe(isOldEnough)
      }),
    )
  })

  test('once due, a record stays due as days pass, and a longer time to keep never makes more due', () => {
    fc.assert(
      fc.property(day, years, day, fc.nat(2000), (lastActivityOn, kept, today, later) => {
        const record = { lastActivityOn, isHeld: false, isUnfinished: false }
        if (retentionStanding(record, kept, today) === 'due')
          expect(retentionStanding(record, kept, addDays(today, later))).toBe('due')
        else expect(retentionStanding(record, kept + 1, today)).toBe('kept')
      }),
    )
  })

  test('only a record that is neither held nor unfinished is due', () => {
    fc.assert(
      fc.property(day, years, day, marks, (lastActivityOn, kept, today, mark) => {
        if (retentionStanding({ lastActivityOn, ...mark }, kept, today) !== 'due') return
        expect(mark).toEqual({ isHeld: false, isUnfinished: false })
      }),
    )
  })
})
