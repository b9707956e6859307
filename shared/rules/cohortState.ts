import { type IsoDate } from '../values/dates.ts'
import { type CohortState } from '../values/vocabulary.ts'

export interface CohortSpan {
  readonly startDate: IsoDate
  readonly endDate: IsoDate
  readonly closedOn: IsoDate | null
}

/** Where a cohort stands on the as-of date; a close dated later is not known yet. */
export function cohortState(cohort: CohortSpan, asOf: IsoDate): CohortState {
  if (cohort.closedOn !== null && cohort.closedOn <= asOf) return 'closed'
  if (asOf < cohort.startDate) return 'upcoming'
  return asOf <= cohort.endDate ? 'running' : 'ended'
}
