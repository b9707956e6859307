import { describe, expect, it } from 'vitest'
import { type LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { type Requirement, type Rule } from '../../shared/rules/screening/requirements.ts'
import { screenLearner } from '../../shared/rules/screening/screenLearner.ts'
import { context, learner, member, requirement, test } from './examples.ts'

function answer(rule: Rule, facts: Partial<LearnerFacts>, more: Partial<Requirement> = {}) {
  return screenLearner([requirement('one', rule, more)], learner(facts), context).answers[0]!
}

const reading5: Rule = { kind: 'level', area: 'reading', minimumLevel: 5 }

describe('an any-of group', () => {
  const group: Rule = {
    kind: 'anyOf',
    members: [
      member('diploma', { kind: 'schooling', minimumSchooling: 'secondaryDiploma' }),
      member('equivalency', { kind: 'equivalency', minimumEquivalency: 'done' }),
      member(
        'placement',
        { kind: 'level', area: 'reading', minimumLevel: 5 },
        {
          margin: { unit: 'points', amount: 10 },
        },
      ),
    ],
  }
  const below = {
    schooling: 'primary',
    equivalency: 'none',
    assessments: [test('reading', 209, '2026-05-12')],
  } as const

  it('is met by one member', () => {
    expect(answer(group, { ...below, schooling: 'degree' })).toMatchObject({
      state: 'met',
      evidence: { decidingMember: 'diploma' },
    })
  })

  it('is unknown if none is met and one is unknown, and asks for that one', () => {
    expect(answer(group, { ...below, equivalency: null })).toMatchObject({
      state: 'unknown',
      evidence: { decidingMember: 'equivalency' },
    })
  })

  it('names the nearest member alone as the next step', () => {
    const screened = screenLearner([requirement('entry', group)], learner(below), context)
    expect(screened).toMatchObject({ result: 'notYet', withinReach: true })
    expect(screened.nextSteps).toEqual([
      { requirementKey: 'entry', memberKey: 'placement', state: 'notMet', strength: 'required' },
    ])
  })
})

describe('a waiver', () => {
  const waiver = {
    requirementKey: 'one',
    grantedBy: 'R. Diaz',
    grantedOn: '2026-07-01',
    reason: 'Course taken',
  }
  const low = { assessments: [test('reading', 209, '2026-05-12')], waivers: [waiver] }
  it('counts only where the requirement may be waived, and from its date', () => {
    expect(answer(reading5, low)).toMatchObject({ state: 'notMet', waiver: null })
    expect(answer(reading5, low, { waivable: true })).toMatchObject({ state: 'waived', waiver })
    const later = { ...low, waivers: [{ ...waiver, grantedOn: '2026-08-02' }] }
    expect(answer(reading5, later, { waivable: true }).state).toBe('notMet')
  })

  it('does not stand over a requirement that is met', () => {
    const high = { assessments: [test('reading', 230, '2026-05-12')], waivers: [waiver] }
    expect(answer(reading5, high, { waivable: true })).toMatchObject({ state: 'met', waiver: null })
  })

  it('reaches a group or one of its members', () => {
    const two = (waivable: boolean): Rule => ({
      kind: 'anyOf',
      members: [member('first', { kind: 'level', area: 'reading', minimumLevel: 5 }, { waivable })],
    })
    expect(answer(two(false), low, { waivable: true }).state).toBe('waived')
    const onMember = { ...low, waivers: [{ ...waiver, requirementKey: 'first' }] }
    expect(answer(two(true), onMember).state).toBe('waived')
    expect(answer(two(false), onMember).state).toBe('notMet')
  })
})

describe('the result', () => {
  const known = requirement('reading', reading5, { margin: { unit: 'points', amount: 8 } })
  const unknown = requirement('age', { kind: 'age', minimumYears: 18 })
  const low = { assessments: [test('reading', 209, '2026-05-12')] }
  it('is not yet before needs information before eligible', () => {
    const result = (requirements: Requirement[], facts: Partial<LearnerFacts>) =>
      screenLearner(requirements, learner(facts), context)
    expect(result([known, unknown], low)).toMatchObject({ result: 'notYet', withinReach: true })
    expect(result([unknown], low)).toMatchObject({ result: 'needsInformation', withinReach: false })
    expect(result([], low)).toMatchObject({ result: 'eligible', nextSteps: [] })
    const tight = { ...known, margin: { unit: 'points', amount: 7 } } as const
    expect(result([tight], low).withinReach).toBe(false)
  })

  it('is not decided by what is only preferred', () => {
    const wished = { ...known, strength: 'preferred' } as const
    const screened = screenLearner([wished], learner(low), context)
    expect(screened).toMatchObject({ result: 'eligible', preferredMet: 0 })
    expect(screened.nextSteps).toHaveLength(1)
  })
})
