import type { IsoDate } from '../values/dates.ts'
import { postTestState, type PostTestState } from './gains.ts'
import type { HoursSum } from './hours.ts'
import type { AssessmentFact, LevelTable, LevelTables } from './levels.ts'
import { roundHalfUp } from './rates.ts'

/** Where a learner stands on the way to the next test of an area. */
export interface PostTestStanding {
  readonly state: PostTestState
  /** Hours still missing until a post-test may be given; 0 once it is due. Null without a rule. */
  readonly hoursMissing: number | null
  /** A form of the same test that differs from the last one; null where the forms are not known. */
  readonly nextForm: string | null
  /** True: the test no longer counts and a new pre-test on its successor is needed instead. */
  readonly generationEnded: boolean
}

/**
 * The form to give next: the other one of its pair where the table lists forms two by two for a test level (621R
 * and 622R), else the next in the list. A proposal: which level of the test fits, the publisher's chart says.
 */
export function nextForm(table: LevelTable, lastForm: string | null): string | null {
  const at = lastForm === null ? -1 : table.forms.indexOf(lastForm)
  if (at === -1) return null
  const other = table.forms[at % 2 === 0 ? at + 1 : at - 1] ?? table.forms[at - 1]
  return other ?? null
}

/** Where a learner stands after the newest usable test of an area, with so many hours since. */
export function postTestStanding(
  last: Pick<AssessmentFact, 'instrument' | 'skillArea' | 'testedOn' | 'form'>,
  since: HoursSum,
  on: IsoDate,
  tables: LevelTables,
): PostTestStanding {
  const table = tables.tableFor(last.instrument, last.skillArea, last.testedOn)
  const minimum = table?.minimumHours ?? null
  return {
    state: postTestState(table, since.hours),
    hoursMissing: minimum === null ? null : Math.max(0, roundHalfUp(minimum - since.hours, 2)),
    nextForm: table === null ? null : nextForm(table, last.form),
    generationEnded: table?.effectiveTo != null && table.effectiveTo < on,
  }
}
