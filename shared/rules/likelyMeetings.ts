import { addDays, dayNumber, type IsoDate } from '../values/dates.ts'

/** How far back the days of the week are taken from: four weeks up to the newest meeting. */
const daysLookedAt = 28

const weekdayOf = (day: IsoDate) => dayNumber(day) % 7

/**
 * The days on which a class will likely meet after its newest meeting, up to and with a last day: the days of the
 * week on which it met at least twice in the four weeks before, or at all where it has met for less than two weeks.
 * Nobody enters a timetable here: the sheet that is made of them has room for other days.
 */
export function likelyMeetings(heldOn: readonly IsoDate[], lastDay: IsoDate): IsoDate[] {
  const days = heldOn.toSorted()
  const newest = days.at(-1)
  if (newest === undefined) return []
  const recent = days.filter((day) => day > addDays(newest, -daysLookedAt))
  const isNew = recent.every((day) => day > addDays(newest, -14))
  const times = new Map<number, number>()
  for (const day of recent) times.set(weekdayOf(day), (times.get(weekdayOf(day)) ?? 0) + 1)
  const likely: IsoDate[] = []
  for (let day = addDays(newest, 1); day <= lastDay; day = addDays(day, 1)) {
    if ((times.get(weekdayOf(day)) ?? 0) >= (isNew ? 1 : 2)) likely.push(day)
  }
  return likely
}
