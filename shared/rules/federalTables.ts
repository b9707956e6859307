import type { IsoDate } from '../values/dates.ts'
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

/** One participant of a program year, as far as the federal tables ask. */
export interface ParticipantFact {
  /** Left for a reason that takes people out of every count (medical, deceased, called to duty …). */
  readonly excluded: boolean
  /** The day of the newest post-test that shows a gain; null: none. */
  readonly levelGainOn: IsoDate | null
  readonly diplomaOn: IsoDate | null
  /** The day of the newest gain of types 3 to 5, such as an occupational exam passed; only in integrated training. */
  readonly trainingGainOn: IsoDate | null
  /** Ended the period of participation. */
  readonly separated: boolean
}

/** The columns of Table 4 in which a participant can stand. */
export type Table4Column = keyof Omit<Table4Row, 'participants'>

const columns = ['levelGains', 'diplomas', 'trainingGains'] as const

/** The column in which a participant stands: the newest gain alone, of two on one day the first kind. */
export function table4Column(one: ParticipantFact): Table4Column {
  if (one.excluded) return 'excluded'
  const days = [one.levelGainOn, one.diplomaOn, one.trainingGainOn]
  let best: (typeof columns)[number] | null = null
  let newest: IsoDate | null = null
  for (const [index, day] of days.entries()) {
    if (day === null || (newest !== null && day <= newest)) continue
    newest = day
    best = columns[index]!
  }
  return best ?? (one.separated ? 'separated' : 'remaining')
}

/** Each participant in one column only, so that the parts of the row add up. */
export function table4Row(participants: readonly ParticipantFact[]): Table4Row {
  const row = {
    participants: participants.length,
    excluded: 0,
    levelGains: 0,
    diplomas: 0,
    trainingGains: 0,
    separated: 0,
    remaining: 0,
  }
  for (const one of participants) row[table4Column(one)]++
  return row
}
