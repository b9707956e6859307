import { dateInMessage, type IsoDate } from '../../shared/values/dates.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import { AssessmentBook, type TestFacts, type TestState } from './assessmentBook.ts'
import type { Conflicts } from './conflicts.ts'
import { earlyTestRows } from './earlyTests.ts'
import { findStudent } from './findStudent.ts'
import type { PersonState } from './people.ts'
import type { PlannedRow } from './plannedRow.ts'
import { loadBooks, planRows, type Plan, type PlanContext } from './planning.ts'
import type { ReadRow } from './readRow.ts'
import { ChangeLog, changesTo, firstValues, setValues, shown } from './recordChanges.ts'
import { readSection, readTest, type ReadTest } from './testRow.ts'

export interface TestsPlan extends Plan {
  readonly tests: AssessmentBook
}

/** Plans a test summary: one test a row, and the class it was given in. */
export async function planTests(context: PlanContext): Promise<TestsPlan> {
  const { people, sections } = await loadBooks(context.db)
  const tests = await AssessmentBook.load(context.db, (id) => people.byKey(`learner:${id}`))
  const tables = (await allLevelTables(context.db)).sort((a, b) =>
    (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? ''),
  )
  const early = await earlyTestRows(context, people, tests, tables)
  const log = new ChangeLog()

  const planRow = (read: ReadRow, planned: PlannedRow) => {
    const found = findStudent(read, planned, people, context.settings.unknownStudents)
    const test = readTest(read, tables)
    if (test) planned.summary = [test.identity.form, test.identity.testedOn, test.facts.scoreText].join(' · ')
    if (!found || !test || read.refusals.length > 0) return
    refuseContradictions(read, found.person, test, tests)
    explainEarly(read, test, early.get(planned.number), context.settings.earlyReason)
    if (read.refusals.length > 0) return
    found.settle(log)
    const inFile = readSection(read)
    const section = inFile && sections.take(inFile, planned.number, log)
    recordTest(
      { person: found.person, test, section, read },
      { tests, log, planned, conflicts: context.conflicts },
    )
    if (section === null) return
    const { today } = context
    if (sections.join(section, found.person, planned.number, log, { returns: false, today })) {
      planned.changes.push({ field: 'section', before: null, after: section.facts.code })
      if (planned.state === 'unchanged') planned.state = 'changed'
    }
  }

  const rows = await planRows(context, planRow)
  return { rows, changes: log.changes, people, sections, tests }
}

function refuseContradictions(
  read: ReadRow,
  person: PersonState,
  test: ReadTest,
  tests: AssessmentBook,
): void {
  const { birthDate } = person.facts
  if (birthDate !== null && test.identity.testedOn <= birthDate) read.refuse('testBeforeBirth', 'testedOn')
  const earlier = tests.find(person, test.identity)
  if (earlier?.addedByRow && earlier.facts.scoreText !== test.facts.scoreText) {
    read.refuse('testTwiceInFile', 'score', { row: earlier.addedByRow })
  }
}

/** A post-test before its hours is taken with the reason of its row, else with that of the file; without one it is not. */
function explainEarly(
  read: ReadRow,
  test: ReadTest,
  early: { since: IsoDate; hours: number; minimumHours: number } | undefined,
  reasonOfFile: string | null,
): void {
  if (early === undefined) return
  test.facts.earlyReason ??= reasonOfFile
  if (test.facts.earlyReason !== null) return
  const { since, hours, minimumHours } = early
  read.refuse('earlyTest', 'testedOn', { hours, minimum: minimumHours, since: dateInMessage(since) })
}

interface TestRow {
  person: PersonState
  test: ReadTest
  section: TestState['section']
  read: ReadRow
}

function recordTest(
  { person, test, section, read }: TestRow,
  {
    tests,
    log,
    planned,
    conflicts,
  }: { tests: AssessmentBook; log: ChangeLog; planned: PlannedRow; conflicts: Conflicts },
): void {
  const known = tests.find(person, test.identity)
  if (known) {
    // Somebody has decided against this very score.
    if (known.voidedScores.includes(test.facts.scoreText)) return
    if (known.isVoided) {
      read.leaveOut('testVoided', 'score')
      return
    }
    // An empty cell takes nothing away.
    const said = Object.entries(test.facts).filter(([fact]) => !test.unsaid.has(fact as keyof TestFacts))
    const news = changesTo(known.facts, Object.fromEntries(said) as Partial<TestFacts>)
    const values = conflicts.sift(planned, { subject: 'assessment', state: known }, news)
    setValues(known, values)
    if (values.length === 0) return
    log.changed(planned.number, 'assessment', known, values)
    planned.changes.push(...shown(values))
    planned.state = 'changed'
    return
  }
  const state: TestState = {
    ...{ id: null, isChanged: true, person, section, isVoided: false, voidedScores: [] },
    ...{ identity: test.identity, facts: { ...test.facts }, addedByRow: planned.number },
  }
  tests.add(state)
  const facts = { ...test.identity, ...test.facts }
  log.created(planned.number, 'assessment', state, facts)
  planned.changes.push(...shown(firstValues(facts)))
  planned.state = 'new'
}
