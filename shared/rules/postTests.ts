import type { IsoDate } from '../values/dates.ts'
import { newestUsable } from './currentLevel.ts'
import { postTestState, type PostTestState } from './gains.ts'
import { hoursSinceTest, type HoursAttended, type HoursSum } from './hours.ts'
import type { AssessmentFact, LevelTable, LevelTables } from './levels.ts'
import type { SkillArea } from '../values/vocabulary.ts'

/** Where a learner stands on the way to the next test of an area. */
export interface PostTestStanding {
  readonly area: SkillArea
  readonly last: AssessmentFact
  readonly state: PostTestState
  readonly since: HoursSum
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

/** Where a learner stands in one area on a day; null if there is no usable test to follow. */
export function postTestStanding(
  assessments: readonly AssessmentFact[],
  area: SkillArea,
  attended: readonly HoursAttended[],
  on: IsoDate,
  tables: LevelTables,
): PostTestStanding | null {
  const last = newestUsable(assessments, area, on)
  if (last === null) return null
  const table = tables.tableFor(last.instrument, area, last.testedOn)
  const since = hoursSinceTest(attended, last.testedOn, on, false)
  const minimum = table?.minimumHours ?? null
  return {
    area,
    last,
    state: postTestState(table, since.hours),
    since,
    hoursMissing: minimum === null ? null : Math.max(0, Math.round((minimum - since.hours) * 100) / 100),
    nextForm: table === null ? null : nextForm(table, last.form),
    generationEnded: table?.effectiveTo != null && table.effectiveTo < on,
  }
}
