/** The place of a day on a line from `start` to `end` (milliseconds) that is `width` long. */
export function placeOfDay(iso: string, [start, end]: readonly [number, number], width: number): number {
  return end === start ? width / 2 : ((Date.parse(iso) - start) / (end - start)) * width
}

/** Month steps between marks on a time axis, from close to wide. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120]

/** The firsts of months to mark between two days, at most `limit` of them, as `YYYY-MM-DD`. */
export function monthMarks([start, end]: readonly [number, number], limit: number): string[] {
  const first = new Date(start)
  const last = new Date(end)
  const monthNumber = (day: Date) => day.getUTCFullYear() * 12 + day.getUTCMonth()
  const step =
    monthSteps.find((months) => (monthNumber(last) - monthNumber(first)) / months <= limit) ??
    monthSteps.at(-1) ??
    120
  const marks: string[] = []
  for (let month = Math.ceil(monthNumber(first) / step) * step; month <= monthNumber(last); month += step) {
    const iso = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)
    if (Date.parse(iso) >= start) marks.push(iso)
  }
  return marks
}

/** Moves labels apart so that none is closer than `gap` to the next, each as near its own place as that allows. */
export function spreadLabels(places: readonly number[], gap: number, lowest: number): number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .toSorted((one, other) => one.place - other.place)
  const spread: number[] = []
  let previous = Number.NEGATIVE_INFINITY
  for (const { place } of order) {
    previous = Math.max(place, previous + gap)
    spread.push(previous)
  }
  let limit = lowest
  for (let index = spread.length - 1; index >= 0; index--) {
    spread[index] = Math.min(spread[index] ?? limit, limit)
    limit = (spread[index] ?? limit) - gap
  }
  const result: number[] = []
  for (const [index, item] of order.entries()) result[item.index] = spread[index] ?? item.place
  return result
}
