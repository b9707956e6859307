import { expect, test } from 'vitest'
import { likelyMeetings } from '../../shared/rules/likelyMeetings.ts'

test('a class that met on Mondays and Wednesdays will likely go on so, and a single extra day is no habit', () => {
  const met = ['2026-07-06', '2026-07-08', '2026-07-13', '2026-07-15', '2026-07-17', '2026-07-20']
  expect(likelyMeetings(met, '2026-07-31')).toEqual(['2026-07-22', '2026-07-27', '2026-07-29'])
})

test('a new class is taken at its first days; one that never met or ends today has none to come', () => {
  expect(likelyMeetings(['2026-07-20', '2026-07-22'], '2026-07-29')).toEqual(['2026-07-27', '2026-07-29'])
  expect(likelyMeetings([], '2026-07-31')).toEqual([])
  expect(likelyMeetings(['2026-07-20'], '2026-07-20')).toEqual([])
})

test('days of the week on which it no longer meets are forgotten after four weeks', () => {
  const met = ['2026-06-02', '2026-06-09', '2026-07-06', '2026-07-13', '2026-07-20']
  expect(likelyMeetings(met, '2026-07-29')).toEqual(['2026-07-27'])
})
