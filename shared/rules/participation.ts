import { compareDates, daysBetween, type IsoDate } from '../values/dates.ts'
import type { HoursAttended } from './hours.ts'

/** Contact hours from which a learner counts as a participant (WIOA Title II, NRS). */
export const participantHours = 12
/** Days without any service after which a period of participation has ended, on its last service (20 CFR 677.150(c)). */
export const daysToExit = 90

/** One period of participation: from the first service until the last, known as ended after 90 days without any. */
export interface ParticipationPeriod {
  readonly firstService: IsoDate
  readonly lastService: IsoDate
  readonly hours: number
  /** The day on which twelve hours were reached; of a total over a period, its last day. Null: not reached yet. */
  readonly participantOn: IsoDate | null
  /** The last service, once 90 days have passed without another; null while the period is open. */
  readonly exitedOn: IsoDate | null
}

/** The periods of participation that hours attended up to a day make, the oldest first. */
export function participationPeriods(
  attended: readonly HoursAttended[],
  on: IsoDate,
): readonly ParticipationPeriod[] {
  const services = attended
    .filter(({ hours, to }) => hours > 0 && to <= on)
    .toSorted((one, other) => compareDates(one.from, other.from) || compareDates(one.to, other.to))
  const periods: ParticipationPeriod[] = []
  for (const { from, to, hours } of services) {
    const open = periods.at(-1)
    const goesOn = open !== undefined && daysBetween(open.lastService, from) <= daysToExit
    const before = goesOn ? open : { firstService: from, hours: 0, participantOn: null }
    const sum = before.hours + hours
    const next = {
      firstService: before.firstService,
      lastService: goesOn && open.lastService > to ? open.lastService : to,
      hours: sum,
      participantOn: before.participantOn ?? (sum >= participantHours ? to : null),
      exitedOn: null,
    }
    if (goesOn) periods[periods.length - 1] = next
    else periods.push(next)
  }
  return periods.map((period, index) => {
    const hasEnded = index < periods.length - 1 || daysBetween(period.lastService, on) > daysToExit
    return hasEnded ? { ...period, exitedOn: period.lastService } : period
  })
}
