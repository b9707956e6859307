import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceMarks } from '../../shared/rules/attendance.ts'
import { readAttendance, writeAttendance } from '../../shared/values/attendanceText.ts'

describe('a cell of an attendance sheet', () => {
  it.each([
    ['', null],
    ['P', { mark: 'present', minutes: null }],
    ['present', { mark: 'present', minutes: null }],
    [' x ', { mark: 'present', minutes: null }],
    ['P 90', { mark: 'present', minutes: 90 }],
    ['120', { mark: 'present', minutes: null }],
    ['75', { mark: 'late', minutes: 75 }],
    ['L75', { mark: 'late', minutes: 75 }],
    ['tarde 75', { mark: 'late', minutes: 75 }],
    ['0', { mark: 'absent', minutes: null }],
    ['a', { mark: 'absent', minutes: null }],
    ['Falta', { mark: 'absent', minutes: null }],
    ['j', { mark: 'excused', minutes: null }],
    ['L', 'minutesMissing'],
    ['121', 'longerThanMeeting'],
    ['perhaps', 'notUnderstood'],
    ['12.5', 'notUnderstood'],
    ['75 L', 'notUnderstood'],
    ['constructor', 'notUnderstood'],
  ] as const)('%j', (text, read) => {
    expect(readAttendance(text, 120)).toEqual(read)
  })

  it('reads back what it wrote, in both languages', () => {
    const noted = fc.constantFrom(...attendanceMarks).chain((mark) =>
      fc.record({
        mark: fc.constant(mark),
        minutes:
          mark === 'late'
            ? fc.integer({ min: 1, max: 119 })
            : mark === 'present'
              ? fc.option(fc.integer({ min: 1, max: 119 }))
              : fc.constant(null),
      }),
    )
    fc.assert(
      fc.property(noted, fc.constantFrom('en' as const, 'es' as const), (one, language) => {
        expect(readAttendance(writeAttendance(one, language), 120)).toEqual(one)
      }),
    )
  })
})
