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

/** One participant of a program year, as far as Table 4 asks. */
export interface ParticipantFact {
  readonly entryLevel: number
  /** Left for a reason that takes people out of every count (medical, deceased, called to duty …). */
  readonly excluded: boolean
  /** Gained a level in at least one area. */
  readonly gainedLevel: boolean
  readonly diploma: boolean
  /** Passed an occupational exam, or another gain of types 3 to 5. */
  readonly trainingGain: boolean
  /** Ended the period of participation. */
  readonly separated: boolean
}

/** Each participant in one column only, so that the parts of the row add up: a gain of the first kind that fits. */
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
  for (const one of participants) {
    if (one.excluded) row.excluded++
    else if (one.gainedLevel) row.levelGains++
    else if (one.diploma) row.diplomas++
    else if (one.trainingGain) row.trainingGains++
    else if (one.separated) row.separated++
    else row.remaining++
  }
  return row
}
