/** Days since 1 January 1970. */
const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Whole days from one day to another. */
export const daysFrom = (day: string, later: string) => number(later) - number(day)

/** The day so many days later. */
export const daysLater = (day: string, count: number) =>
  new Date((number(day) + count) * 86_400_000).toISOString().slice(0, 10)

/** The same day of the month so many months later, or the last day of a shorter month. */
export function monthsLater(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  const lastOfMonth = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  return `${month}-${String(Math.min(Number(day.slice(8)), lastOfMonth)).padStart(2, '0')}`
}
