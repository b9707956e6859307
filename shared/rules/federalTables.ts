import { fourPlacesHalfUp, fourPlacesTruncated, type Rate } from './rates.ts'

/** One row of federal Table 4 (educational gain and attendance by entry level). */
export interface Table4Row {
  readonly participants: number
  readonly excluded: number
  readonly levelGains: number
  readonly diplomas: number
  /** Gains of types 3 to 5 in integrated education and training. */
  readonly trainingGains: number
  readonly separated: number
  readonly remaining: number
}

/** The gains of all three kinds over the participants who are not excluded. */
export function table4Rate(row: Table4Row): Rate {
  return {
    numerator: row.levelGains + row.diplomas + row.trainingGains,
    denominator: row.participants - row.excluded,
  }
}

/** Table 4 as printed: cut off after four places. Null for none due. */
export function table4Printed(row: Table4Row): number | null {
  return fourPlacesTruncated(table4Rate(row))
}

/** True if the parts of a row make up its participants without the excluded. */
export function table4AddsUp(row: Table4Row): boolean {
  const parts = row.levelGains + row.diplomas + row.trainingGains + row.separated + row.remaining
  return parts === row.participants - row.excluded
}

/** Table 11 as printed: half-up to four places. Null for none due. */
export function table11Printed(rate: Rate): number | null {
  return fourPlacesHalfUp(rate)
}
