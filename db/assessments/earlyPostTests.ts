import type { CheckedTest, EarlyPostTest } from '../../shared/rules/dataChecks/facts.ts'
import { prepareLevelTables, type LevelTables } from '../../shared/rules/levels.ts'
import { postTestWait, timingOfWait, type PostTestWait } from '../../shared/rules/postTestTiming.ts'
import { hoursOfLearners } from '../attendance/hoursOfLearners.ts'
import { batchesOf } from '../batches.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'

/** Learners whose hours are in memory at one time: meetings of years are many. */
const learnersAtOnce = 2000

interface WaitingTest {
  readonly test: CheckedTest
  readonly wait: PostTestWait
}

/** The post-tests of one learner, each with the test that it follows. */
const waitsAmong = (tests: readonly CheckedTest[], tables: LevelTables): WaitingTest[] =>
  tests.flatMap((test) => {
    const table = tables.tableFor(test.instrument, test.skillArea, test.testedOn)
    const wait = postTestWait(test, table, tests, tables)
    return wait === null ? [] : [{ test, wait }]
  })

/**
 * The post-tests among some tests that came before their hours, in the order of the tests.
 * @param tests for each learner all tests since the look-back of the first one that is asked about
 */
export async function earlyPostTests(db: Reader, tests: readonly CheckedTest[]): Promise<EarlyPostTest[]> {
  const tables = prepareLevelTables(await allLevelTables(db))
  const byLearner = Map.groupBy(tests, ({ learnerId }) => learnerId)
  // Hours are read only of those who sat a post-test at all.
  const waiting = [...byLearner]
    .map(([learnerId, own]) => ({ learnerId, waits: waitsAmong(own, tables) }))
    .filter(({ waits }) => waits.length > 0)
  const days = { from: '9999-12-31', to: '0001-01-01' }
  for (const { wait } of waiting.flatMap(({ waits }) => waits)) {
    if (wait.since < days.from) days.from = wait.since
    if (wait.testedOn > days.to) days.to = wait.testedOn
  }
  const found: EarlyPostTest[][] = []
  for (const some of batchesOf(waiting, learnersAtOnce)) {
    const hours = await hoursOfLearners(
      db,
      some.map(({ learnerId }) => learnerId),
      days,
    )
    for (const { learnerId, waits } of some)
      found.push(
        waits.flatMap(({ test, wait }) => {
          const timing = timingOfWait(wait, hours.get(learnerId) ?? [])
          if (timing.state !== 'early') return []
          const { id, skillArea, testedOn, earlyReason } = test
          const { hours: between, minimumHours } = timing
          return [{ id, learnerId, skillArea, testedOn, earlyReason, hours: between, minimumHours }]
        }),
      )
  }
  return found.flat()
}
