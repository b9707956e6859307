import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesCounted, runOfAbsences, type AttendanceMark } from '../../shared/rules/attendance.ts'
import { hoursSinceTest, hoursWithin } from '../../shared/rules/hours.ts'
import { participationPeriods } from '../../shared/rules/participation.ts'
import { addDays } from '../../shared/values/dates.ts'

const meeting = (on: string, hours: number) => ({ from: on, to: on, hours })

describe('hours within days', () => {
  const september = { from: '2025-09-01', to: '2025-09-30', hours: 30 }

  it('counts both ends, and of a total the share of its days', () => {
    expect(hoursWithin([september], '2025-09-01', '2025-09-30')).toEqual({ hours: 30, isEstimate: false })
    expect(hoursWithin([september], '2025-09-16', '2025-10-31')).toEqual({ hours: 15, isEstimate: true })
    expect(hoursWithin([september], '2025-10-01', '2025-10-31')).toEqual({ hours: 0, isEstimate: false })
  })

  it('leaves out the days of the tests', () => {
    const attended = [meeting('2025-09-02', 3), meeting('2025-09-04', 3), meeting('2025-09-09', 3)]
    expect(hoursSinceTest(attended, '2025-09-02', '2025-09-09', true).hours).toBe(3)
    expect(hoursSinceTest(attended, '2025-09-02', '2025-09-09', false).hours).toBe(6)
  })

  it('adds up: two neighbouring spans hold what the whole span holds', () => {
    const span = fc
      .tuple(fc.nat(300), fc.nat(60), fc.integer({ min: 0, max: 400 }))
      .map(([start, days, tenths]) => ({
        from: addDays('2025-07-01', start),
        to: addDays('2025-07-01', start + days),
        hours: tenths / 10,
      }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.nat(360), (attended, cut) => {
        const day = addDays('2025-07-01', cut)
        const parts =
          hoursWithin(attended, '2025-07-01', day).hours +
          hoursWithin(attended, addDays(day, 1), '2026-08-31').hours
        expect(parts).toBeCloseTo(hoursWithin(attended, '2025-07-01', '2026-08-31').hours, 1)
      }),
    )
  })
})

describe('minutes that count', () => {
  it.each([
    ['present', null, 120],
    ['present', 90, 90],
    ['present', 500, 120],
    ['late', 75, 75],
    ['late', null, null],
    ['absent', 60, 0],
    ['excused', null, 0],
  ] as const)('%s with %s typed: %s', (mark, typed, counted) => {
    expect(minutesCounted(mark, typed, 120)).toBe(counted)
  })
})

describe('a run of absences', () => {
  const of = (...marks: AttendanceMark[]) =>
    marks.map((mark, index) => ({ on: addDays('2025-09-01', index * 2), mark }))

  it('is counted from the newest meeting back, excused or not', () => {
    expect(runOfAbsences(of('present', 'absent', 'excused', 'absent'))).toEqual({
      count: 3,
      since: '2025-09-03',
    })
    expect(runOfAbsences(of('absent', 'absent', 'late'))).toBeNull()
    expect(runOfAbsences([])).toBeNull()
  })

  it('does not depend on the order of the meetings', () => {
    const marks = fc.array(fc.constantFrom<AttendanceMark>('present', 'absent', 'late', 'excused'))
    fc.assert(
      fc.property(marks, (all) => {
        expect(runOfAbsences(of(...all).toReversed())).toEqual(runOfAbsences(of(...all)))
      }),
    )
  })
})

describe('periods of participation', () => {
  it('begin with the first service; twelve hours make a participant', () => {
    const attended = [meeting('2025-09-02', 6), meeting('2025-09-04', 5.5), meeting('2025-09-09', 3)]
    expect(participationPeriods(attended, '2025-09-05')).toEqual([
      {
        firstService: '2025-09-02',
        lastService: '2025-09-04',
        hours: 11.5,
        participantOn: null,
        exitedOn: null,
      },
    ])
    expect(participationPeriods(attended, '2025-09-30')).toMatchObject([
      { hours: 14.5, participantOn: '2025-09-09', exitedOn: null },
    ])
  })

  it('end on the last service, known after 90 days without any', () => {
    const attended = [meeting('2025-09-02', 14)]
    expect(participationPeriods(attended, '2025-12-01')).toMatchObject([{ exitedOn: null }])
    expect(participationPeriods(attended, '2025-12-02')).toMatchObject([{ exitedOn: '2025-09-02' }])
  })

  it('go on after 90 days, begin anew after 91', () => {
    const first = meeting('2025-09-02', 14)
    expect(participationPeriods([first, meeting('2025-12-01', 2)], '2025-12-31')).toHaveLength(1)
    expect(participationPeriods([first, meeting('2025-12-02', 2)], '2025-12-31')).toMatchObject([
      { exitedOn: '2025-09-02', hours: 14 },
      { exitedOn: null, hours: 2, participantOn: null },
    ])
  })

  it('hold every hour once, in whatever order the hours come', () => {
    const services = fc.array(
      fc
        .tuple(fc.nat(700), fc.integer({ min: 1, max: 8 }))
        .map(([day, hours]) => meeting(addDays('2024-07-01', day), hours)),
    )
    fc.assert(
      fc.property(services, (attended) => {
        const periods = participationPeriods(attended, '2026-06-30')
        const sum = (hours: readonly { hours: number }[]) =>
          hours.reduce((total, one) => total + one.hours, 0)
        expect(sum(periods)).toBe(sum(attended))
        expect(participationPeriods(attended.toReversed(), '2026-06-30')).toEqual(periods)
      }),
    )
  })
})
