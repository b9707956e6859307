import type { TestFileChoice } from '../../shared/contract/filesOut.ts'
import { gainBetween } from '../../shared/rules/gains.ts'
import { hoursSinceTest } from '../../shared/rules/hours.ts'
import { ABOVE_LEVEL_6, type AssessmentFact } from '../../shared/rules/levels.ts'
import { yearGain } from '../../shared/rules/programYearGains.ts'
import { programYearOf, type IsoDate } from '../../shared/values/dates.ts'
import { assessmentUploadColumns } from '../../shared/values/filesOut.ts'
import type { ReportProgress } from '../calls/call.ts'
import { yearFacts, type YearFacts, type YearLearner } from '../gains/yearFacts.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { translator } from '../texts/translator.ts'
import { addTo, americanDay, sorted, type FileContent } from './fileContent.ts'
import { addEarlyRemarks } from './earlyRemarks.ts'
import { learnersOf, testsBetween } from './testsBetween.ts'

type TestType = 'Pretest' | 'Posttest'

const keyOf = (
  learnerId: number,
  {
    instrument,
    skillArea,
    form,
    testedOn,
  }: Pick<AssessmentFact, 'instrument' | 'form' | 'testedOn'> & {
    readonly skillArea: string
  },
) => [learnerId, instrument, skillArea, form, testedOn].join('\n')

/** The types of one learner's tests in a program year; a test that is neither has none. */
function* typesOf(learner: YearLearner, facts: YearFacts): Generator<[AssessmentFact, TestType]> {
  const { programYear, asOf, tables } = facts
  for (const area of new Set(learner.tests.map(({ skillArea }) => skillArea))) {
    const { pre } = yearGain(learner.tests, area, learner.attended, programYear, asOf, tables)
    if (pre === null) continue
    yield [pre, 'Pretest']
    for (const test of learner.tests) {
      if (test.skillArea !== area || programYearOf(test.testedOn) !== programYear) continue
      const { hours } = hoursSinceTest(learner.attended, pre.testedOn, test.testedOn, true)
      const { state } = gainBetween(pre, test, hours, asOf, tables)
      if (state !== 'notComparable') yield [test, 'Posttest']
    }
  }
}

/** Adds what each test is in the program year in which it was taken. */
function addTypes(types: Map<string, TestType>, facts: YearFacts): void {
  for (const learner of facts.learners)
    for (const [test, type] of typesOf(learner, facts))
      // A pre-test carried over from the year before has its type in the file of that year.
      if (programYearOf(test.testedOn) === facts.programYear) types.set(keyOf(learner.learnerId, test), type)
}

/** The rows of a state's assessment upload: tests with a score that can be relied on. */
export async function assessmentUpload(
  db: Reader,
  choice: TestFileChoice,
  today: IsoDate,
  sight: Sight,
  progress: ReportProgress,
): Promise<FileContent> {
  const t = translator('en')
  const { kept, remarks } = sorted(await testsBetween(db, choice, sight), (row) => {
    if (row.studentId === null) return 'withoutStudentId'
    return row.score === null || row.accurate === 0 ? 'noUsableScore' : null
  })
  const years = [...new Set(kept.map(({ testedOn }) => programYearOf(testedOn)))]
  // The tests and those that came early are a step each, and so is each year.
  const step = (done: number) => progress('readingRows', done, years.length + 2)
  await step(1)
  await addEarlyRemarks(remarks, db, kept, sight)
  await step(2)
  const types = new Map<string, TestType>()
  for (const [index, year] of years.entries()) {
    addTypes(types, await yearFacts(db, year, today, sight))
    await step(index + 3)
  }
  const rows = kept.map((row) => {
    const type = types.get(keyOf(row.learnerId, row)) ?? null
    if (type === null) addTo(remarks, 'neitherPreNorPost')
    const hasName = row.level !== null && row.level !== ABOVE_LEVEL_6
    if (!hasName) addTo(remarks, 'withoutLevel')
    return [
      '',
      row.studentId ?? '',
      row.familyName,
      row.givenName,
      type ?? '',
      String(programYearOf(row.testedOn)),
      row.instrument,
      row.form,
      '',
      t(`words.skillAreas.${row.skillArea}`),
      americanDay(row.testedOn),
      row.scoreText,
      '',
      hasName ? t(`words.levels.${row.level}`).toUpperCase() : '',
      '',
      '',
      '',
    ]
  })
  return { headings: assessmentUploadColumns, rows, learnerIds: learnersOf(kept), remarks }
}
