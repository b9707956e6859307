import { addDays, addYears, type IsoDate } from '../values/dates.ts'

/** How long a program keeps the record of somebody after the last thing that happened, in whole years. */
export const retentionYearsRange = { least: 1, most: 50 } as const

/** What decides whether a record may go. */
export interface RecordAge {
  /** The last day on which something happened with the person; see `db/keep/lastActivity.ts` for what counts. */
  readonly lastActivityOn: IsoDate
  /** Somebody has asked to keep the record, with a reason. */
  readonly isHeld: boolean
  /** A cohort still waits for the person's outcome: without it the cohort would never be final. */
  readonly isUnfinished: boolean
}

export const retentionStandings = ['kept', 'due', 'held', 'unfinished'] as const
/**
 * `kept`: not old enough, or the program keeps everything; `due`: old enough to be erased; `held` and
 * `unfinished`: old enough, but kept back.
 */
export type RetentionStanding = (typeof retentionStandings)[number]

/** The first day on which a record with this last activity is old enough: the same day so many years later. */
export const oldEnoughOn = (lastActivityOn: IsoDate, years: number): IsoDate =>
  addYears(lastActivityOn, years)

/** The newest last activity with which a record is old enough today: the bound for a search by date. */
export function newestOldEnough(today: IsoDate, years: number): IsoDate {
  const sameDay = addYears(today, -years)
  const next = addDays(sameDay, 1)
  // 29 February counts as 28 February in a common year, so two last days can come due together.
  return oldEnoughOn(next, years) <= today ? next : sameDay
}

/** Where a record stands; `years` null means that the program keeps everything. */
export function retentionStanding(
  record: RecordAge,
  years: number | null,
  today: IsoDate,
): RetentionStanding {
  if (years === null || oldEnoughOn(record.lastActivityOn, years) > today) return 'kept'
  if (record.isHeld) return 'held'
  return record.isUnfinished ? 'unfinished' : 'due'
}
