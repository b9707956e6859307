import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { type Requirement } from '../../shared/rules/screening/requirements.ts'
import { screenLearner } from '../../shared/rules/screening/screenLearner.ts'
import { addDays } from '../../shared/values/dates.ts'
import { schoolingLevels } from '../../shared/values/vocabulary.ts'
import { context, learner, member, requirement, test } from './examples.ts'

const day = fc.integer({ min: -900, max: 30 }).map((days) => addDays(context.asOf, days))
const someTest = fc
  .tuple(
    fc.constantFrom('reading' as const, 'listening' as const),
    fc.integer({ min: 175, max: 245 }),
    day,
    fc.boolean(),
  )
  .map(([area, score, testedOn, inaccurate]) => test(area, score, testedOn, { inaccurate }))

const requirements: readonly Requirement[] = [
  requirement(
    'reading',
    { kind: 'level', area: 'reading', minimumLevel: 5 },
    {
      maximumAgeDays: 365,
      waivable: true,
      margin: { unit: 'points', amount: 5 },
    },
  ),
  requirement(
    'lowest',
    { kind: 'lowestLevel', areas: ['reading', 'listening'], minimumLevel: 4 },
    {
      strength: 'preferred',
      waivable: true,
    },
  ),
  requirement('age', { kind: 'age', minimumYears: 18 }, { margin: { unit: 'months', amount: 6 } }),
  requirement(
    'entry',
    {
      kind: 'anyOf',
      members: [
        member('diploma', { kind: 'schooling', minimumSchooling: 'secondaryDiploma' }, { waivable: true }),
        member(
          'listening',
          { kind: 'level', area: 'listening', minimumLevel: 6 },
          {
            margin: { unit: 'levels', amount: 1 },
          },
        ),
        member('workshop', { kind: 'component', component: 'readiness' }, { margin: { unit: 'toBring' } }),
      ],
    },
    { waivable: true },
  ),
]

const keys = ['reading', 'lowest', 'age', 'entry', 'diploma', 'listening', 'workshop']
const someFacts: fc.Arbitrary<LearnerFacts> = fc
  .record({
    birthDate: fc.option(
      fc.integer({ min: -10_000, max: -5_000 }).map((days) => addDays(context.asOf, days)),
    ),
    schooling: fc.option(fc.constantFrom(...schoolingLevels)),
    assessments: fc.array(someTest, { maxLength: 5 }),
    components: fc.array(fc.record({ component: fc.constant('readiness'), done: fc.boolean(), on: day }), {
      maxLength: 2,
    }),
    waivers: fc.array(
      fc.record({
        requirementKey: fc.constantFrom(...keys),
        grantedBy: fc.constant('Director'),
        grantedOn: day,
        reason: fc.constant('Known to the college'),
      }),
      { maxLength: 2 },
    ),
  })
  .map(learner)

const rank = { notYet: 0, needsInformation: 1, eligible: 2 } as const
const screen = (facts: LearnerFacts, asked = requirements) => screenLearner(asked, facts, context)

describe('every screening', () => {
  it('has the result that its required answers make', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { result, withinReach, answers, nextSteps } = screen(facts)
        const required = answers.filter((answer) => answer.strength === 'required')
        const unmet = required.filter((answer) => answer.state === 'notMet')
        const unknown = required.some((answer) => answer.state === 'unknown')
        expect(result).toBe(unmet.length > 0 ? 'notYet' : unknown ? 'needsInformation' : 'eligible')
        expect(withinReach).toBe(unmet.length > 0 && unmet.every((answer) => answer.withinReach))
        const open = answers.filter((answer) => answer.state === 'notMet' || answer.state === 'unknown')
        expect(nextSteps.map((step) => step.requirementKey)).toEqual(open.map((answer) => answer.key))
        for (const answer of answers) {
          expect(answer.waiver !== null).toBe(answer.state === 'waived')
          expect(answer.withinReach && answer.state !== 'notMet').toBe(false)
        }
      }),
    )
  })

  it('does not depend on the order of facts or requirements', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const turned = {
          ...facts,
          assessments: facts.assessments.toReversed(),
          components: facts.components.toReversed(),
        }
        expect(screen(turned)).toEqual(screen(facts))
        const backwards = screen(facts, requirements.toReversed())
        expect(backwards.result).toBe(screen(facts).result)
        expect(backwards.answers.toReversed()).toEqual(screen(facts).answers)
      }),
    )
  })

  it('is never worse for a waiver', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const without = screen({ ...facts, waivers: [] })
        expect(rank[screen(facts).result]).toBeGreaterThanOrEqual(rank[without.result])
      }),
    )
  })

  it('ignores what is dated after the as-of date and what is inaccurate', () => {
    fc.assert(
      fc.property(someFacts, someTest, (facts, more) => {
        const future = { ...more, testedOn: addDays(context.asOf, 1) }
        const starred = { ...more, inaccurate: true, testedOn: context.asOf }
        expect(screen({ ...facts, assessments: [...facts.assessments, future, starred] })).toEqual(
          screen(facts),
        )
      }),
    )
  })

  it('lets a newer test alone speak for its area', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 175, max: 245 }), (facts, score) => {
        // Newer than every other test: today's, on a form whose same-day rivals are moved back a day.
        const earlier = facts.assessments.map((one) =>
          one.testedOn === context.asOf ? { ...one, testedOn: addDays(one.testedOn, -1) } : one,
        )
        const newest = test('reading', score, context.asOf)
        const withAll = screen({ ...facts, assessments: [...earlier, newest] })
        const others = earlier.filter((one) => one.skillArea !== 'reading')
        expect(withAll).toEqual(screen({ ...facts, assessments: [...others, newest] }))
        expect(withAll.answers[0]!.state).not.toBe('unknown')
      }),
    )
  })

  it('gets no worse as a single score rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 175, max: 240 }), fc.integer({ min: 0, max: 20 }), (score, more) => {
        const at = (points: number) =>
          screen(
            learner({
              birthDate: '1990-01-01',
              schooling: 'degree',
              assessments: [test('reading', points, '2026-05-01')],
            }),
          )
        expect(rank[at(score + more).result]).toBeGreaterThanOrEqual(rank[at(score).result])
      }),
    )
  })
})
