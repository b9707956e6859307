import fc from 'fast-check'
import { expect, test } from 'vitest'
import type {
  CheckedLearner,
  CheckedMember,
  CheckedTest,
  CheckFacts,
} from '../../shared/rules/dataChecks/facts.ts'
import { dataCheckIds, dataChecks } from '../../shared/rules/dataChecks/rules.ts'
import { prepareLevelTables, type LevelTable } from '../../shared/rules/levels.ts'
import { addDays } from '../../shared/values/dates.ts'

const today = '2026-11-20'
const chart: LevelTable = {
  ...{ instrument: 'Test', generation: 'G', skillArea: 'reading', effectiveFrom: null, effectiveTo: null },
  ...{ minimumHours: null, recommendedHours: null, possibleScores: { min: null, max: null }, forms: [] },
  levels: ([1, 2, 3, 4, 5, 6] as const).map((level) => ({
    level,
    minScore: level * 10,
    maxScore: level * 10 + 9,
  })),
}
const nothing: CheckFacts = {
  ...{ learners: [], tests: [], members: [], attempts: [], classes: [], earlyTests: [], lateHours: [] },
  levelTables: prepareLevelTables([chart]),
}
const aTest = (more: Partial<CheckedTest> = {}): CheckedTest => ({
  ...{ id: 1, learnerId: 1, instrument: 'Test', skillArea: 'reading', form: 'A', testedOn: '2026-03-01' },
  ...{ score: 25, inaccurate: false, voided: false, classCode: null, classStart: null, earlyReason: null },
  ...more,
})
const aLearner = (more: Partial<CheckedLearner> = {}): CheckedLearner => ({
  ...{ learnerId: 1, status: 'active', studentId: '1', birthDate: '1990-01-01', lastService: null },
  ...more,
})
const aMember = (more: Partial<CheckedMember> = {}): CheckedMember => ({
  ...{ id: 1, learnerId: 1, cohortId: 1, cohortCode: 'A', startedOn: '2026-09-01', outcome: 'stillIn' },
  ...{ outcomeOn: null, reason: null, hasHours: true },
  cohort: { startDate: '2026-09-01', endDate: '2026-12-18', closedOn: null },
  ...more,
})
const found = (rule: (typeof dataCheckIds)[number], facts: Partial<CheckFacts>) =>
  dataChecks[rule].find({ ...nothing, ...facts }, today)

test('nothing is found in nothing', () => {
  for (const rule of dataCheckIds) expect(found(rule, {}), rule).toEqual([])
})

test('a jump is one of more than two levels, up or down, between neighbours of one area', () => {
  const levels = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(levels, (known) => {
      const tests = known.map((level, index) =>
        aTest({ id: index + 1, testedOn: addDays('2026-01-01', index), score: level * 10 + 5 }),
      )
      const expected = known.flatMap((level, index) =>
        index > 0 && Math.abs(level - known[index - 1]!) > 2 ? [index + 1] : [],
      )
      const inAnyOrder = found('levelJump', { tests: tests.toReversed() })
      expect(inAnyOrder.map(({ subjectId }) => subjectId)).toEqual(expected)
    }),
  )
})

test('a test that does not count makes no jump, and other areas and learners are no neighbours', () => {
  const low = aTest({ score: 15 })
  const high = { id: 2, score: 65, testedOn: '2026-06-01' }
  expect(found('levelJump', { tests: [low, aTest(high)] })).toHaveLength(1)
  for (const other of [
    { voided: true },
    { inaccurate: true },
    { skillArea: 'listening' as const },
    { learnerId: 2 },
    { testedOn: addDays(today, 1) },
  ])
    expect(found('levelJump', { tests: [low, aTest({ ...high, ...other })] })).toEqual([])
})

test('a score is without a level only outside of a chart', () => {
  expect(found('scoreWithoutLevel', { tests: [aTest({ score: 5 })] })).toHaveLength(1)
  expect(found('scoreWithoutLevel', { tests: [aTest({ score: 15 })] })).toEqual([])
  const levelTables = prepareLevelTables([{ ...chart, levels: null }])
  expect(found('scoreWithoutLevel', { tests: [aTest({ score: 5 })], levelTables })).toEqual([])
  expect(found('scoreWithoutLevel', { tests: [aTest({ score: 5, instrument: 'Other' })] })).toEqual([])
})

test('the first day of a class is not before it', () => {
  const classStart = '2026-03-01'
  const on = (testedOn: string, voided = false) =>
    found('testBeforeClassStart', { tests: [aTest({ testedOn, voided, classCode: 'A', classStart })] })
  expect(on('2026-02-28')).toHaveLength(1)
  expect(on('2026-03-01')).toEqual([])
  expect(on('2026-02-28', true)).toEqual([])
})

test('participation has ended after more than ninety days, for those who were there at all', () => {
  const since = (days: number) =>
    found('activeWithoutService', { learners: [aLearner({ lastService: addDays(today, -days) })] })
  expect([since(90).length, since(91).length]).toEqual([0, 1])
  expect(found('activeWithoutService', { learners: [aLearner()] })).toEqual([])
  const left = aLearner({ status: 'left', lastService: '2026-01-01', studentId: null, birthDate: null })
  for (const rule of ['activeWithoutService', 'activeWithoutStudentId', 'activeWithoutBirthDate'] as const)
    expect(found(rule, { learners: [left] }), rule).toEqual([])
})

test('each open enrolment after the first is one finding; what is over, closed or to come is none', () => {
  const second = { id: 2, cohortId: 2, cohortCode: 'B', startedOn: '2026-10-01' }
  const third = aMember({ ...second, id: 3, cohortCode: 'C' })
  const open = found('twoOpenEnrolments', { members: [third, aMember(second), aMember()] })
  expect(open.map(({ subjectId, details }) => [subjectId, details.firstCode])).toEqual([
    [2, 'A'],
    [3, 'A'],
  ])
  for (const other of [
    { outcome: 'completed' as const },
    { startedOn: addDays(today, 1) },
    { startedOn: null },
    { learnerId: 2 },
    { cohort: { startDate: '2026-09-01', endDate: '2026-10-01', closedOn: '2026-10-02' } },
  ])
    expect(found('twoOpenEnrolments', { members: [aMember(), aMember({ ...second, ...other })] })).toEqual([])
})

test('an exam on the day of completing is not before it', () => {
  const on = (takenOn: string, outcome: 'completed' | 'withdrew' | 'stillIn' = 'completed') =>
    found('attemptBeforeCompletion', {
      attempts: [
        {
          ...{ id: 1, learnerId: 1, cohortId: 1, cohortCode: 'A', takenOn },
          member: aMember({ outcome, outcomeOn: outcome === 'stillIn' ? null : '2026-10-10' }),
        },
      ],
    }).length
  expect([on('2026-10-09'), on('2026-10-10'), on('2026-10-11')]).toEqual([1, 0, 0])
  expect([on('2026-10-11', 'withdrew'), on('2026-10-11', 'stillIn')]).toEqual([1, 1])
})

test('a class is past its end the day after', () => {
  const ends = (endDate: string | null, isRunning = true) =>
    found('classPastEnd', { classes: [{ sectionId: 1, code: 'A', endDate, isRunning }] }).length
  expect([ends(addDays(today, -1)), ends(today), ends(null), ends('2026-01-01', false)]).toEqual([1, 0, 0, 0])
})
