import { CalendarDate } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageInHalfYears,
  compareDates,
  dayOfAge,
  daysBetween,
  isIsoDate,
  isoDateOf,
  programYearOf,
  programYearSpan,
  wholeYearsBetween,
} from '../../shared/values/dates.ts'

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1900-01-01', days))

describe('days', () => {
  it('exist or not', () => {
    expect(isIsoDate('2024-02-29')).toBe(true)
    expect(isIsoDate('1900-02-29')).toBe(false)
    expect(isIsoDate('2026-02-30')).toBe(false)
    expect(isIsoDate('2026-13-01')).toBe(false)
    expect(isIsoDate('2026-00-10')).toBe(false)
    expect(isIsoDate('2026-1-10')).toBe(false)
    expect(isIsoDate('0000-01-01')).toBe(false)
    expect(isoDateOf(1990, 2, 30)).toBeNull()
    expect(isoDateOf(987, 6, 5)).toBe('0987-06-05')
  })

  it('are counted as the calendar library counts them', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const [year, month, day] = to.split('-').map(Number) as [number, number, number]
        const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number]
        const days = new CalendarDate(year, month, day).toDate('UTC').getTime()
        const start = new CalendarDate(fromYear, fromMonth, fromDay).toDate('UTC').getTime()
        expect(daysBetween(from, to)).toBe((days - start) / 86_400_000)
        expect(compareDates(from, to) < 0).toBe(daysBetween(from, to) > 0)
        expect(addDays(from, daysBetween(from, to))).toBe(to)
      }),
    )
  })

  it('move as the calendar library moves them', () => {
    const steps = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(anyDay, steps, (date, step) => {
        const [year, month, day] = date.split('-').map(Number) as [number, number, number]
        const calendarDay = new CalendarDate(year, month, day)
        expect(addDays(date, step)).toBe(calendarDay.add({ days: step }).toString())
        expect(addDays(date, step % 10)).toBe(calendarDay.add({ days: step % 10 }).toString())
        expect(addMonths(date, step)).toBe(calendarDay.add({ months: step }).toString())
      }),
    )
  })

  it('move by months and years within the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-08-24', -6)).toBe('2026-02-24')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })
})

describe('age', () => {
  it('turns on the birthday, and on 1 March for 29 February', () => {
    expect(wholeYearsBetween('2008-08-24', '2026-08-23')).toBe(17)
    expect(wholeYearsBetween('2008-08-24', '2026-08-24')).toBe(18)
    expect(wholeYearsBetween('2008-02-29', '2026-02-28')).toBe(17)
    expect(wholeYearsBetween('2008-02-29', '2026-03-01')).toBe(18)
    expect(wholeYearsBetween('2008-02-29', '2028-02-29')).toBe(20)
  })

  it('knows half years', () => {
    expect(ageInHalfYears('2010-02-24', '2026-08-23')).toBe(16)
    expect(ageInHalfYears('2010-02-24', '2026-08-24')).toBe(16.5)
    expect(dayOfAge('2010-02-24', 16.5)).toBe('2026-08-24')
    expect(dayOfAge('2008-02-29', 18)).toBe('2026-03-01')
    expect(dayOfAge('2010-08-31', 16.5)).toBe('2027-03-01')
  })

  it('is reached exactly on the day of age', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (birthDate, halves) => {
        const day = dayOfAge(birthDate, halves / 2)
        expect(ageInHalfYears(birthDate, day)).toBe(halves / 2)
        expect(ageInHalfYears(birthDate, addDays(day, -1))).toBe((halves - 1) / 2)
      }),
    )
  })
})

describe('the program year', () => {
  it('runs from 1 July to 30 June and is named by its end', () => {
    expect(programYearOf('2026-06-30')).toBe(2026)
    expect(programYearOf('2026-07-01')).toBe(2027)
    expect(programYearSpan(2026)).toEqual({ from: '2025-07-01', to: '2026-06-30' })
  })
})
