import { type LevelTables } from '../levels.ts'
import { type IsoDate } from '../../values/dates.ts'

/** The dates and score tables of one screening. */
export interface ScreeningContext {
  /** Facts dated later are not known yet. */
  readonly asOf: IsoDate
  /** The first day of the course: ages and document dates are measured on it. */
  readonly startDate: IsoDate
  readonly tables: LevelTables
}
