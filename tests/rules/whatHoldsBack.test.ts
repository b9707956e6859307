import { describe, expect, it } from 'vitest'
import { countWithinPoints, reasonsHoldingBack } from '../../shared/rules/screening/reasonsHoldingBack.ts'
import { type Requirement } from '../../shared/rules/screening/requirements.ts'
import { requirementProblems } from '../../shared/rules/screening/requirementProblems.ts'
import { prepareScreening } from '../../shared/rules/screening/screenLearner.ts'
import { changeThreshold, thresholdOf, tryThreshold } from '../../shared/rules/screening/tryThreshold.ts'
import { context, learner, member, nurseAssistant, requirement, test } from './examples.ts'

function pupil(learnerId: string, reading: number, listening: number | null, birthDate = '1990-01-01') {
  const tests = [test('reading', reading, '2026-05-01')]
  if (listening !== null) tests.push(test('listening', listening, '2026-05-01'))
  return learner({ learnerId, birthDate, assessments: tests })
}

const pool = [
  pupil('ready', 220, 220),
  pupil('near', 220, 209),
  pupil('far', 220, 190),
  pupil('both', 200, 211),
  pupil('unheard', 220, null),
  pupil('young', 220, 220, '2010-01-01'),
]

describe('another threshold', () => {
  it('tells who would be in and who would fall out', () => {
    expect(tryThreshold(nurseAssistant, pool, context, { key: 'listening', threshold: 4 })).toEqual({
      eligibleNow: ['ready'],
      eligibleThen: ['ready', 'near'],
      newlyEligible: ['near'],
      noLongerEligible: [],
    })
    expect(tryThreshold(nurseAssistant, pool, context, { key: 'listening', threshold: 6 })).toMatchObject({
      eligibleThen: [],
      noLongerEligible: ['ready'],
    })
  })

  it('reaches a member of a group and leaves the rest alone', () => {
    const group = requirement('entry', {
      kind: 'anyOf',
      members: [
        member('score', { kind: 'score', instrument: 'X', area: 'reading', minimumScore: 10 }),
        member('hours', { kind: 'hours', component: null, minimumHours: 40 }),
      ],
    })
    const [age, changed] = changeThreshold([nurseAssistant[2]!, group], 'hours', 30)
    expect(age).toEqual(nurseAssistant[2])
    const rules = changed!.rule.kind === 'anyOf' ? changed!.rule.members.map((one) => one.rule) : []
    expect(rules.map(thresholdOf)).toEqual([10, 30])
  })
})

describe('the reasons that hold people back', () => {
  it('are counted with how near they are', () => {
    const screenings = pool.map(prepareScreening(nurseAssistant, context))
    const reasons = reasonsHoldingBack(screenings)
    expect(reasons).toEqual([
      { key: 'listening', notMet: 3, unknown: 1, withinReach: 2, onlyThis: 2, pointsBelow: [1, 3, 22] },
      { key: 'reading', notMet: 1, unknown: 0, withinReach: 0, onlyThis: 0, pointsBelow: [17] },
      { key: 'age', notMet: 1, unknown: 0, withinReach: 0, onlyThis: 1, pointsBelow: [] },
    ])
    expect(countWithinPoints(reasons[0]!, 3)).toBe(2)
  })
})

describe('the check of a requirement', () => {
  const codes = (checked: Requirement) => requirementProblems(checked).map((problem) => problem.code)
  it('finds nothing wrong with sound rules', () => {
    expect(nurseAssistant.flatMap(requirementProblems)).toEqual([])
  })

  it.each<[string, Requirement]>([
    ['levelOutOfRange', requirement('r', { kind: 'level', area: 'reading', minimumLevel: 9 as 6 })],
    ['areaTwice', requirement('r', { kind: 'lowestLevel', areas: ['reading', 'reading'], minimumLevel: 5 })],
    ['ageNotInHalfYears', requirement('r', { kind: 'age', minimumYears: 16.3 })],
    ['ageOutOfRange', requirement('r', { kind: 'age', minimumYears: 0 })],
    ['rateOutOfRange', requirement('r', { kind: 'attendance', component: null, minimumRate: 80 })],
    ['hoursNotPositive', requirement('r', { kind: 'hours', component: null, minimumHours: 0 })],
    ['componentMissing', requirement('r', { kind: 'component', component: ' ' })],
    [
      'instrumentMissing',
      requirement('r', { kind: 'score', instrument: '', area: 'reading', minimumScore: 1 }),
    ],
    [
      'scoreMissing',
      requirement('r', { kind: 'score', instrument: 'X', area: 'reading', minimumScore: NaN }),
    ],
    [
      'documentMissing',
      requirement('r', { kind: 'document', document: '', recency: null, minimumDoses: null }),
    ],
    [
      'recencyNotPositive',
      requirement('r', {
        kind: 'document',
        document: 'tb',
        recency: { unit: 'days', count: 0 },
        minimumDoses: null,
      }),
    ],
    [
      'dosesNotPositive',
      requirement('r', { kind: 'document', document: 'tb', recency: null, minimumDoses: 0 }),
    ],
    ['maximumAgeNotPositive', { ...nurseAssistant[0]!, maximumAgeDays: 0 }],
    ['maximumAgeMeaningless', { ...nurseAssistant[2]!, maximumAgeDays: 30 }],
    ['marginNegative', { ...nurseAssistant[0]!, margin: { unit: 'points', amount: -1 } }],
    ['marginUnitDoesNotFit', { ...nurseAssistant[2]!, margin: { unit: 'points', amount: 1 } }],
    ['keyMissing', { ...nurseAssistant[0]!, key: '' }],
    ['messageMissing', { ...nurseAssistant[0]!, message: { en: 'Text', es: ' ' } }],
    ['nextStepMissing', { ...nurseAssistant[0]!, nextStep: { en: '', es: 'Texto' } }],
    ['offeredByMissing', { ...nurseAssistant[0]!, offeredBy: { en: '', es: '' } }],
    ['sourceMissing', { ...nurseAssistant[0]!, source: '' }],
  ])('says %s', (code, checked) => {
    expect(codes(checked)).toEqual([code])
  })

  it('looks into groups and names the member', () => {
    const group = requirement(
      'entry',
      { kind: 'anyOf', members: [member('entry', { kind: 'age', minimumYears: 1.2 })] },
      { margin: { unit: 'toBring' } },
    )
    expect(requirementProblems(group)).toEqual([
      { code: 'groupMarginMeaningless', memberKey: null },
      { code: 'tooFewMembers', memberKey: null },
      { code: 'memberKeyTwice', memberKey: null },
      { code: 'ageNotInHalfYears', memberKey: 'entry' },
    ])
  })
})
