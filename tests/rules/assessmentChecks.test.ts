import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assessmentProblems,
  formAsKept,
  sameFormTooSoon,
  type AssessmentSurroundings,
  type TypedAssessment,
} from '../../shared/rules/assessmentChecks.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { addDays } from '../../shared/values/dates.ts'
import { readingTable } from './examples.ts'

const today = '2026-08-01'
const table = { ...readingTable, sameFormDays: 180, forms: ['621R', '622R'] }
const good: TypedAssessment = {
  form: '621R',
  testedOn: '2026-07-30',
  scoreText: '212',
  sameFormReason: null,
  earlyReason: null,
}
const around: AssessmentSurroundings = {
  ...{ table, today, birthDate: '1990-05-02', sameFormSittings: [] },
  ...{ otherTests: [], attended: [], tables: prepareLevelTables([table]) },
}

const problems = (typed: Partial<TypedAssessment> = {}, known: Partial<AssessmentSurroundings> = {}) =>
  assessmentProblems({ ...good, ...typed }, { ...around, ...known })
const codes = (...args: Parameters<typeof problems>) =>
  problems(...args).map(({ field, code }) => `${field} ${code}`)

describe('a test as typed', () => {
  it('passes when nothing speaks against it', () => {
    expect(problems()).toEqual([])
    expect(problems({}, { birthDate: null })).toEqual([])
    expect(problems({ testedOn: today })).toEqual([])
  })

  it('needs a table of the instrument on the day', () => {
    expect(codes({}, { table: null })).toEqual(['instrument assessments.noTableOnDate'])
    expect(codes({ testedOn: '2026-08-02' }, { table: null })).toEqual([
      'instrument assessments.noTableOnDate',
      'testedOn assessments.dateInFuture',
    ])
  })

  it('needs a form of the instrument, however it is typed', () => {
    expect(problems({ form: '621L' })).toEqual([
      { field: 'form', code: 'assessments.formUnknown', values: { form: '621L' } },
    ])
    expect(problems({ form: ' 621r ' })).toEqual([])
    expect(formAsKept(' 621r ')).toBe('621R')
    expect(problems({ form: 'anything' }, { table: { ...table, forms: [] } })).toEqual([])
  })

  it('lies between the birth and today', () => {
    expect(codes({ testedOn: '2026-08-02' })).toEqual(['testedOn assessments.dateInFuture'])
    expect(codes({ testedOn: '1990-05-02' })).toEqual(['testedOn assessments.dateBeforeBirth'])
    expect(codes({ testedOn: '1990-05-03' })).toEqual([])
  })

  it('has a score that the instrument can give', () => {
    expect(codes({ scoreText: 'two' })).toEqual(['scoreText assessments.scoreNotUnderstood'])
    expect(problems({ scoreText: '149' })).toEqual([
      { field: 'scoreText', code: 'assessments.scoreTooLow', values: { lowest: 150 } },
    ])
    expect(problems({ scoreText: '261' })).toEqual([
      { field: 'scoreText', code: 'assessments.scoreTooHigh', values: { highest: 260 } },
    ])
    for (const scoreText of ['150', '260', '*', 'N/A', 'O/R']) expect(problems({ scoreText })).toEqual([])
    const anyScore = { ...table, possibleScores: { min: null, max: null } }
    expect(problems({ scoreText: '9999' }, { table: anyScore })).toEqual([])
  })

  it('names every field at fault at once, in the order of the form', () => {
    expect(codes({ form: 'X', testedOn: '2026-08-02', scoreText: '20' })).toEqual([
      'form assessments.formUnknown',
      'testedOn assessments.dateInFuture',
      'scoreText assessments.scoreTooLow',
    ])
  })
})

describe('the same form again', () => {
  const sat = (testedOn: string, voided = false) => ({ sameFormSittings: [{ testedOn, voided }] })

  it('waits for its interval, before and after', () => {
    for (const day of ['2026-02-01', '2026-07-29']) {
      expect(codes({}, sat(day))).toEqual([`form ${sameFormTooSoon}`])
    }
    expect(problems({}, sat(addDays(good.testedOn, -180)))).toEqual([])
    expect(problems({ testedOn: '2026-01-01' }, sat('2026-06-30'))).toEqual([])
    expect(codes({ testedOn: '2026-01-02' }, sat('2026-06-30'))).toEqual([`form ${sameFormTooSoon}`])
  })

  it('names the nearest sitting', () => {
    const sittings = ['2026-05-01', '2026-07-20', '2026-06-01'].map((testedOn) => ({
      testedOn,
      voided: false,
    }))
    expect(problems({}, { sameFormSittings: sittings })[0]?.values).toEqual({ apart: 10, days: 180 })
  })

  it('passes with a reason', () => {
    expect(problems({ sameFormReason: 'Only form left' }, sat('2026-07-01'))).toEqual([])
  })

  it('is never recorded twice for one day, with or without a reason', () => {
    for (const sameFormReason of [null, 'Again']) {
      expect(codes({ sameFormReason }, sat(good.testedOn))).toEqual(['testedOn assessments.alreadyRecorded'])
    }
  })

  it('may correct a voided test of that day, but a form seen on another day was seen', () => {
    expect(problems({}, sat(good.testedOn, true))).toEqual([])
    expect(codes({}, sat('2026-07-01', true))).toEqual([`form ${sameFormTooSoon}`])
  })

  it('is refused for exactly the days within the interval', () => {
    const days = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 365 }), fc.boolean(), (apart, sameFormDays, earlier) => {
        const other = addDays(good.testedOn, earlier ? -apart : apart)
        const found = codes({}, { table: { ...table, sameFormDays }, ...sat(other) })
        expect(found).toEqual(apart < sameFormDays ? [`form ${sameFormTooSoon}`] : [])
      }),
    )
  })
})
