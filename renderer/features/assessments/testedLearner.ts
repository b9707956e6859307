import type { PersonName } from '../../../shared/values/names.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'

/** As much of a learner as entering a test needs. */
export interface TestedLearner extends PersonName {
  readonly learnerId: number
  readonly birthDate: IsoDate | null
}
