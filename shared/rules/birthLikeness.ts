import type { IsoDate } from '../values/dates.ts'

/** How alike two birth dates are. */
export type BirthLikeness =
  | 'same'
  /** Both 1 January: what people are given whose birth nobody wrote down. */
  | 'sameNewYear'
  | 'swapped'
  /** One digit differs, or two beside each other have changed places. */
  | 'oneDigitOff'
  /** The same year, and one of them says 1 January. */
  | 'yearOnly'
  | 'notKnown'
  /** Too close for a parent and a child. */
  | 'oneGeneration'
  | 'different'

/** Years by which a parent and a child are apart, at least. */
const oneGeneration = 15

const yearOf = (date: IsoDate) => Number(date.slice(0, 4))

const isNewYear = (date: IsoDate) => date.endsWith('-01-01')
/** The date with its day in the month's place; it may be no day of the calendar. */
export const swapDayAndMonth = (date: IsoDate) =>
  `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`

function isOneDigitOff(first: IsoDate, second: IsoDate): boolean {
  const places: number[] = []
  for (let place = 0; place < first.length; place++) if (first[place] !== second[place]) places.push(place)
  const [one, other] = places
  if (places.length === 1) return true
  return (
    places.length === 2 &&
    other === one! + 1 &&
    first[one!] === second[other] &&
    first[other] === second[one!]
  )
}

/** Compares two birth dates, in either order. */
export function birthLikeness(first: IsoDate | null, second: IsoDate | null): BirthLikeness {
  if (first === null || second === null) return 'notKnown'
  if (first === second) return isNewYear(first) ? 'sameNewYear' : 'same'
  if (swapDayAndMonth(first) === second) return 'swapped'
  if (isOneDigitOff(first, second)) return 'oneDigitOff'
  if (first.slice(0, 4) === second.slice(0, 4) && (isNewYear(first) || isNewYear(second))) return 'yearOnly'
  return Math.abs(yearOf(first) - yearOf(second)) < oneGeneration ? 'oneGeneration' : 'different'
}
