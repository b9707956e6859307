import { compareDates } from '../../values/dates.ts'
import { isUsable } from '../currentLevel.ts'
import { onLearner, rule } from './rule.ts'

/** More levels than these between two tests in a row are hardly the work of the months between. */
export const levelsBelievable = 2

export const testBeforeClassStart = rule('contradictory', ['tests'], ({ tests }) =>
  tests.flatMap((test) => {
    const { classStart, classCode, testedOn, skillArea, voided } = test
    if (voided || classStart === null || classCode === null || testedOn >= classStart) return []
    return [onLearner('assessment', test, { skillArea, testedOn, classCode, classStart })]
  }),
)

/** Up or down: a score of somebody else, a wrong form or a typing error shows either way. */
export const levelJump = rule('odd', ['tests', 'levelTables'], ({ tests, levelTables }, today) => {
  const levelled = tests
    .filter((test) => isUsable(test, today))
    .flatMap((test) => {
      const level = levelTables.levelOf(test)
      return level === null ? [] : [{ test, level }]
    })
  const byArea = Map.groupBy(levelled, ({ test }) => `${test.learnerId} ${test.skillArea}`)
  return [...byArea.values()].flatMap((ofArea) => {
    const inOrder = ofArea.toSorted(
      (one, other) => compareDates(one.test.testedOn, other.test.testedOn) || one.test.id - other.test.id,
    )
    return inOrder.flatMap(({ test, level }, index) => {
      const before = inOrder[index - 1]
      if (before === undefined || Math.abs(level - before.level) <= levelsBelievable) return []
      return [
        onLearner('assessment', test, {
          skillArea: test.skillArea,
          fromOn: before.test.testedOn,
          fromLevel: before.level,
          toOn: test.testedOn,
          toLevel: level,
        }),
      ]
    })
  })
})

/** A table without a chart gives nobody a level; that is the table's gap and not the score's fault. */
export const scoreWithoutLevel = rule(
  'contradictory',
  ['tests', 'levelTables'],
  ({ tests, levelTables }, today) =>
    tests.flatMap((test) => {
      const { instrument, skillArea, testedOn, score } = test
      if (!isUsable(test, today) || levelTables.levelOf(test) !== null) return []
      const table = levelTables.tableFor(instrument, skillArea, testedOn)
      if (table === null || table.levels === null) return []
      return [onLearner('assessment', test, { instrument, skillArea, testedOn, score: score! })]
    }),
)

/** Allowed with a reason, and shown all the same: it gives no gain, and the state may ask. */
export const earlyTest = rule('odd', ['earlyTests'], ({ earlyTests }) =>
  earlyTests.map((test) => {
    const { skillArea, testedOn, hours, minimumHours: minimum, earlyReason } = test
    const why = { isExplained: earlyReason === null ? 'no' : 'yes', reason: earlyReason ?? '' }
    return onLearner('assessment', test, { skillArea, testedOn, hours, minimum, ...why })
  }),
)
