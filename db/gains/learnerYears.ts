import type { LearnerYear } from '../../shared/contract/gains.ts'
import { newestUsable } from '../../shared/rules/currentLevel.ts'
import { hoursSinceTest, type HoursAttended } from '../../shared/rules/hours.ts'
import { prepareLevelTables, type LevelTables } from '../../shared/rules/levels.ts'
import { postTestStanding } from '../../shared/rules/postTests.ts'
import { testDaysOf, yearGain } from '../../shared/rules/programYearGains.ts'
import { programYearOf, type IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { attendedHours } from '../attendance/attendedHours.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { gainFactsOf } from './gainLines.ts'
import { yearTestColumns, yearTestOf, type YearTest } from './yearFacts.ts'

interface Known {
  readonly tests: readonly YearTest[]
  readonly attended: readonly HoursAttended[]
  readonly tables: LevelTables
  readonly today: IsoDate
}

type NextTest = LearnerYear['gains'][number]['next']

/** The way to the next test of an area; null without a test to start from. */
function nextTest({ tests, attended, tables, today }: Known, area: SkillArea): NextTest {
  const last = newestUsable(tests, area, today)
  if (last === null) return null
  const since = hoursSinceTest(attended, last.testedOn, today, false)
  const { state, hoursMissing, nextForm, generationEnded } = postTestStanding(last, since, today, tables)
  return { state, hoursMissing, form: nextForm, generationEnded }
}

/** The areas of a program year: those tested in it, and in the newest those with a test that may be taken over. */
function areasOf(tests: readonly YearTest[], programYear: number, isNewest: boolean): SkillArea[] {
  const { from } = testDaysOf(programYear)
  const within = tests.filter(
    ({ testedOn }) => programYearOf(testedOn) === programYear || (isNewest && testedOn >= from),
  )
  return [...new Set(within.map(({ skillArea }) => skillArea))].sort()
}

/** A learner's gains by program year and area, the newest year first, as known today. */
export async function learnerYears(db: Reader, learnerId: number, today: IsoDate): Promise<LearnerYear[]> {
  const rows = await db
    .selectFrom('assessments')
    .select(yearTestColumns)
    .where('learnerId', '=', learnerId)
    .where('voidedAt', 'is', null)
    .where('skillArea', '<>', 'civics')
    .execute()
  const tests = rows.map(yearTestOf)
  const attended = await attendedHours(db)
    .select(['periodFrom as from', 'periodTo as to', 'hours'])
    .where('learnerId', '=', learnerId)
    .execute()
  const tables = prepareLevelTables(await allLevelTables(db))
  const newest = programYearOf(today)
  const years = new Set([newest, ...tests.map(({ testedOn }) => programYearOf(testedOn))])
  return [...years]
    .toSorted((one, other) => other - one)
    .map((programYear) => ({
      programYear,
      gains: areasOf(tests, programYear, programYear === newest).map((area) => {
        const gain = yearGain(tests, area, attended, programYear, today, tables)
        const entryLevel = gain.pre === null ? null : tables.levelOf(gain.pre)
        const known = { tests, attended, tables, today }
        const next = programYear === newest ? nextTest(known, area) : null
        return { ...gainFactsOf(area, gain, entryLevel), next }
      }),
    }))
    .filter(({ gains }) => gains.length > 0)
}
