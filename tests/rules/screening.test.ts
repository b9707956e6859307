import { describe, expect, it } from 'vitest'
import { type LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { type Requirement, type Rule } from '../../shared/rules/screening/requirements.ts'
import { screenLearner } from '../../shared/rules/screening/screenLearner.ts'
import { context, learner, requirement, test } from './examples.ts'

function answer(rule: Rule, facts: Partial<LearnerFacts>, more: Partial<Requirement> = {}) {
  return screenLearner([requirement('one', rule, more)], learner(facts), context).answers[0]!
}

const reading5: Rule = { kind: 'level', area: 'reading', minimumLevel: 5 }

describe('a level', () => {
  it('that is missing tells by how much', () => {
    const given = answer(reading5, { assessments: [test('reading', 209, '2026-05-12')] })
    expect(given.state).toBe('notMet')
    expect(given.evidence).toEqual({
      kind: 'level',
      area: 'reading',
      neededLevel: 5,
      instrument: 'CASAS Reading STEPS',
      form: '621R',
      testedOn: '2026-05-12',
      ageInDays: 81,
      score: 209,
      level: 4,
      levelsBelow: 1,
      pointsBelow: 8,
      unknown: null,
    })
  })

  it('is unknown if the newest test is too old, and an older one never stands in', () => {
    const tests = [test('reading', 230, '2024-05-12'), test('reading', 209, '2025-07-31')]
    const given = answer(reading5, { assessments: tests }, { maximumAgeDays: 365 })
    expect(given.state).toBe('unknown')
    expect(given.evidence).toMatchObject({ unknown: 'tooOld', testedOn: '2025-07-31', ageInDays: 366 })
    const oneDayNewer = [test('reading', 209, '2025-08-01')]
    expect(answer(reading5, { assessments: oneDayNewer }, { maximumAgeDays: 365 }).state).toBe('notMet')
  })

  it('is unknown without a test or without a table, also beside an older good one', () => {
    expect(answer(reading5, {}).evidence).toMatchObject({ unknown: 'noEvidence', testedOn: null })
    const tests = [
      test('reading', 230, '2026-01-12'),
      test('reading', 480, '2026-02-12', { instrument: 'Unknown test' }),
    ]
    expect(answer(reading5, { assessments: tests }).evidence).toMatchObject({ unknown: 'noLevel' })
  })

  it('may be the lowest of several areas', () => {
    const lowest: Rule = { kind: 'lowestLevel', areas: ['reading', 'listening'], minimumLevel: 5 }
    const good = test('reading', 220, '2026-05-12')
    expect(answer(lowest, { assessments: [good] }).state).toBe('unknown')
    expect(answer(lowest, { assessments: [good, test('listening', 212, '2026-05-12')] }).state).toBe('met')
    const low = answer(lowest, { assessments: [good, test('listening', 209, '2026-05-12')] })
    expect(low.state).toBe('notMet')
    expect(low.evidence).toMatchObject({ level: 4, levelsBelow: 1, pointsBelow: 3 })
    expect(answer(lowest, { assessments: [test('reading', 209, '2026-05-12')] }).state).toBe('notMet')
    const tested: Rule = { kind: 'lowestLevel', areas: [], minimumLevel: 5 }
    expect(answer(tested, { assessments: [good] }).state).toBe('met')
    expect(answer(tested, {}).state).toBe('unknown')
  })

  it('may be a score on one instrument', () => {
    const rule: Rule = {
      kind: 'score',
      instrument: 'CASAS Reading STEPS',
      area: 'reading',
      minimumScore: 220,
    }
    const other = test('reading', 999, '2026-06-12', { instrument: 'Another' })
    const given = answer(rule, { assessments: [test('reading', 217, '2026-05-12'), other] })
    expect(given.evidence).toMatchObject({ score: 217, level: 5, pointsBelow: 3 })
    expect(answer(rule, { assessments: [other] }).state).toBe('unknown')
  })
})

describe('age, schooling and equivalency', () => {
  it('measure age on the start date, not on the as-of date', () => {
    const rule: Rule = { kind: 'age', minimumYears: 16.5 }
    expect(answer(rule, { birthDate: '2010-02-24' }).state).toBe('met')
    const short = answer(rule, { birthDate: '2010-02-25' }, { margin: { unit: 'months', amount: 1 } })
    expect(short).toMatchObject({ state: 'notMet', withinReach: true })
    expect(short.evidence).toMatchObject({ years: 16, oldEnoughOn: '2026-08-25', monthsShort: 1 })
    expect(answer(rule, {}).state).toBe('unknown')
  })

  it('compare by order', () => {
    const diploma: Rule = { kind: 'schooling', minimumSchooling: 'secondaryDiploma' }
    expect(answer(diploma, { schooling: 'degree' }).state).toBe('met')
    expect(answer(diploma, { schooling: 'primary' }).evidence).toMatchObject({ stepsBelow: 2 })
    expect(answer(diploma, {}).state).toBe('unknown')
    const done: Rule = { kind: 'equivalency', minimumEquivalency: 'done' }
    expect(answer(done, { equivalency: 'inProgress' }).state).toBe('notMet')
    expect(answer(done, { equivalency: 'done' }).state).toBe('met')
  })
})

describe('a checked document', () => {
  const tb: Rule = {
    kind: 'document',
    document: 'tb',
    recency: { unit: 'months', count: 6 },
    minimumDoses: null,
  }
  const seen = {
    document: 'tb',
    state: 'met',
    checkedOn: '2026-07-01',
    documentDate: '2026-02-24',
    doses: null,
  } as const
  it('counts its age back from the start date', () => {
    expect(answer(tb, { documents: [seen] }).state).toBe('met')
    const old = answer(tb, { documents: [{ ...seen, documentDate: '2026-02-23' }] })
    expect(old.state).toBe('unknown')
    expect(old.evidence).toMatchObject({ unknown: 'tooOld', notBefore: '2026-02-24' })
    expect(answer(tb, { documents: [{ ...seen, documentDate: null }] }).evidence).toMatchObject({
      unknown: 'undated',
    })
  })

  it('is unknown until the office was asked, and unmet if it said so', () => {
    expect(answer(tb, { documents: [{ ...seen, state: 'notAsked' }] }).state).toBe('unknown')
    expect(answer(tb, { documents: [{ ...seen, checkedOn: '2026-08-02' }] }).state).toBe('unknown')
    const refused = answer(
      tb,
      { documents: [seen, { ...seen, state: 'notMet', checkedOn: '2026-07-02' }] },
      { margin: { unit: 'toBring' } },
    )
    expect(refused).toMatchObject({ state: 'notMet', withinReach: true })
  })

  it('counts doses', () => {
    const series: Rule = { kind: 'document', document: 'hepB', recency: null, minimumDoses: 3 }
    const doses = (number: number | null) =>
      answer(
        series,
        { documents: [{ ...seen, document: 'hepB', doses: number }] },
        { margin: { unit: 'doses', amount: 1 } },
      )
    expect(doses(3).state).toBe('met')
    expect(doses(2)).toMatchObject({ state: 'notMet', withinReach: true })
    expect(doses(1)).toMatchObject({ state: 'notMet', withinReach: false })
    expect(doses(null)).toMatchObject({ state: 'unknown', evidence: { unknown: 'noDoseCount' } })
  })
})

describe('hours, attendance, components and interviews', () => {
  const sums = [
    { component: 'esl', hoursAttended: 30, hoursScheduled: 40, through: '2026-06-30' },
    { component: 'esl', hoursAttended: 6, hoursScheduled: null, through: '2026-07-30' },
    { component: 'lab', hoursAttended: 10, hoursScheduled: 10, through: '2026-07-30' },
    { component: 'esl', hoursAttended: 90, hoursScheduled: 90, through: '2026-08-02' },
  ]
  it('add up to the as-of date', () => {
    const hours = (component: string | null, minimumHours: number) =>
      answer({ kind: 'hours', component, minimumHours }, { attendance: sums })
    expect(hours('esl', 36).state).toBe('met')
    expect(hours('esl', 40).evidence).toMatchObject({ hours: 36, hoursShort: 4, through: '2026-07-30' })
    expect(hours(null, 46).state).toBe('met')
    expect(hours('gym', 1).state).toBe('unknown')
  })

  it('make a rate of the hours scheduled', () => {
    const rate = (component: string, minimumRate: number) =>
      answer(
        { kind: 'attendance', component, minimumRate },
        { attendance: sums },
        { margin: { unit: 'percentagePoints', amount: 5 } },
      )
    expect(rate('esl', 0.75).state).toBe('met')
    expect(rate('esl', 0.8)).toMatchObject({ state: 'notMet', withinReach: true })
    expect(rate('esl', 0.9)).toMatchObject({ state: 'notMet', withinReach: false })
    expect(rate('gym', 0.8).state).toBe('unknown')
  })

  it('take the newest word', () => {
    const workshop: Rule = { kind: 'component', component: 'readiness' }
    expect(answer(workshop, {}).state).toBe('unknown')
    const done = { component: 'readiness', done: true, on: '2026-05-01' }
    expect(answer(workshop, { components: [done] }).state).toBe('met')
    expect(answer(workshop, { components: [done, { ...done, done: false, on: '2026-06-01' }] }).state).toBe(
      'notMet',
    )
    const passed: Rule = { kind: 'interview', needs: 'passed' }
    const held = { heldOn: '2026-07-01', result: 'noResult' } as const
    expect(answer(passed, { interviews: [held] }).evidence).toMatchObject({ unknown: 'noResultYet' })
    expect(answer({ kind: 'interview', needs: 'held' }, { interviews: [held] }).state).toBe('met')
    expect(answer(passed, { interviews: [{ ...held, result: 'notPassed' }] }).state).toBe('notMet')
    expect(answer(passed, { interviews: [{ ...held, result: 'passed' }] }).state).toBe('met')
  })
})
