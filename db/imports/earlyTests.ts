import { hoursForTestsFrom } from '../assessments/hoursForEntry.ts'
import { prepareLevelTables, type AssessmentFact, type LevelTable } from '../../shared/rules/levels.ts'
import { postTestTiming, type PostTestTiming } from '../../shared/rules/postTestTiming.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import type { AssessmentBook, TestFacts, TestIdentity } from './assessmentBook.ts'
import type { PeopleBook, PersonState } from './people.ts'
import { rowsBetweenReports, type PlanContext } from './planning.ts'
import { readTest } from './testRow.ts'

/** Learners whose hours are in memory at one time: meetings of years are many. */
const learnersAtOnce = 500

type EarlyTest = Extract<PostTestTiming, { state: 'early' }>

const factOf = (identity: TestIdentity, facts: TestFacts): AssessmentFact => ({
  ...{ testedOn: identity.testedOn, instrument: identity.instrument, form: identity.form, voided: false },
  skillArea: identity.skillArea as SkillArea,
  score: facts.score,
  inaccurate: facts.accurate === 0,
})

interface RowTest {
  readonly number: number
  readonly fact: AssessmentFact
}

/** The tests of a sheet that nobody has on record, by the person whose number the row names. */
async function newTests(
  context: PlanContext,
  people: PeopleBook,
  tests: AssessmentBook,
  tables: LevelTable[],
) {
  const byPerson = new Map<PersonState | string, RowTest[]>()
  for (const [index, { row }] of context.rows.entries()) {
    if (index % rowsBetweenReports === 0) await context.progress('checkingRows', index, context.rows.length)
    const read = context.reader.read(row)
    const studentId = read.text('studentId', 40)
    const test = readTest(read, tables)
    if (studentId === null || test === null) continue
    const person = people.byStudentId(studentId)
    if (person !== null && tests.find(person, test.identity) !== null) continue
    const some = byPerson.get(person ?? studentId) ?? []
    some.push({ number: row.number, fact: factOf(test.identity, test.facts) })
    byPerson.set(person ?? studentId, some)
  }
  return byPerson
}

/**
 * The rows of a test file that hold a post-test before its hours, by number of row. Asked before the rows are
 * planned, because the test before it may stand further down in the file.
 */
export async function earlyTestRows(
  context: PlanContext,
  people: PeopleBook,
  tests: AssessmentBook,
  levelTables: LevelTable[],
): Promise<ReadonlyMap<number, EarlyTest>> {
  const byPerson = [...(await newTests(context, people, tests, levelTables))]
  const tables = prepareLevelTables(levelTables)
  const early = new Map<number, EarlyTest>()
  for (let start = 0; start < byPerson.length; start += learnersAtOnce) {
    await context.progress('checkingRows', start, byPerson.length)
    const some = byPerson.slice(start, start + learnersAtOnce)
    const ids = some.flatMap(([person]) => (typeof person === 'string' ? [] : (person.id ?? [])))
    const days = some.flatMap(([, rows]) => rows.map(({ fact }) => fact.testedOn)).toSorted()
    const hours = await hoursForTestsFrom(context.db, ids, days[0] ?? context.today)
    for (const [person, rows] of some) {
      const onRecord = typeof person === 'string' ? [] : tests.ofPerson(person)
      const all = [
        ...onRecord.map(({ identity, facts, isVoided }) => ({
          ...factOf(identity, facts),
          voided: isVoided,
        })),
        ...rows.map(({ fact }) => fact),
      ]
      const attended = typeof person === 'string' ? [] : (hours.get(person.id ?? 0) ?? [])
      for (const { number, fact } of rows) {
        const table = tables.tableFor(fact.instrument, fact.skillArea, fact.testedOn)
        const timing = postTestTiming(fact, table, all, attended, tables)
        if (timing.state === 'early') early.set(number, timing)
      }
    }
  }
  return early
}
