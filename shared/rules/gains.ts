import { type AssessmentFact, type LevelTable, type LevelTables } from './levels.ts'
import { isUsable } from './currentLevel.ts'
import { type IsoDate } from '../values/dates.ts'

/** Why two assessments cannot be compared for a gain, or that they can. */
export type GainAnswer =
  | { readonly state: 'gain'; readonly levelsGained: number }
  | { readonly state: 'noGain' }
  | {
      readonly state: 'notComparable'
      readonly reason:
        | 'notUsable'
        | 'otherArea'
        | 'otherGeneration'
        | 'sameForm'
        | 'notLater'
        | 'tooFewHours'
        | 'levelUnknown'
    }

/**
 * The gain between a pre-test and a post-test with so many hours of instruction between them.
 * Same generation and area, different forms, at least the minimum hours (34 CFR 462.41); a form that
 * was not recorded cannot be shown to differ. A table without minimum hours asks for none.
 */
export function gainBetween(
  earlier: AssessmentFact,
  later: AssessmentFact,
  hoursBetween: number,
  on: IsoDate,
  tables: LevelTables,
): GainAnswer {
  const notComparable = (reason: Extract<GainAnswer, { state: 'notComparable' }>['reason']): GainAnswer => ({
    state: 'notComparable',
    reason,
  })
  if (!isUsable(earlier, on) || !isUsable(later, on)) return notComparable('notUsable')
  if (earlier.skillArea !== later.skillArea) return notComparable('otherArea')
  if (later.testedOn <= earlier.testedOn) return notComparable('notLater')
  const before = tables.tableFor(earlier.instrument, earlier.skillArea, earlier.testedOn)
  const after = tables.tableFor(later.instrument, later.skillArea, later.testedOn)
  if (before === null || after === null) return notComparable('levelUnknown')
  if (before.generation !== after.generation) return notComparable('otherGeneration')
  if (earlier.form === null || later.form === null || earlier.form === later.form) {
    return notComparable('sameForm')
  }
  if (hoursBetween < (after.minimumHours ?? 0)) return notComparable('tooFewHours')
  const from = tables.levelOf(earlier)
  const to = tables.levelOf(later)
  if (from === null || to === null) return notComparable('levelUnknown')
  return to > from ? { state: 'gain', levelsGained: to - from } : { state: 'noGain' }
}

export type PostTestState = 'notDue' | 'due' | 'overdue' | 'noRule'

/** Whether a post-test is due after so many hours since the last test on the table's instrument. */
export function postTestState(table: LevelTable | null, hoursSinceTest: number): PostTestState {
  if (table === null || table.minimumHours === null) return 'noRule'
  if (table.recommendedHours !== null && hoursSinceTest >= table.recommendedHours.to) return 'overdue'
  return hoursSinceTest >= table.minimumHours ? 'due' : 'notDue'
}
