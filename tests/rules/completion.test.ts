import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completionRate,
  countCompletion,
  isFinal,
  memberStatus,
  rateOfThoseFinished,
  withdrawalsByReason,
  type MemberFact,
} from '../../shared/rules/completion.ts'
import { addDays } from '../../shared/values/dates.ts'
import { memberOutcomes } from '../../shared/values/vocabulary.ts'

const asOf = '2026-03-01'
const started: MemberFact = { startedOn: '2026-01-12', outcome: null, outcomeOn: null, reason: null }
const completed: MemberFact = { ...started, outcome: 'completed', outcomeOn: '2026-03-01' }

describe('where a member stands', () => {
  it('is what was known on the date', () => {
    expect(memberStatus(started, asOf)).toBe('stillIn')
    expect(memberStatus(completed, asOf)).toBe('completed')
    expect(memberStatus(completed, '2026-02-28')).toBe('stillIn')
    expect(memberStatus(completed, '2026-01-11')).toBe('notYetStarted')
    expect(memberStatus({ ...completed, outcomeOn: null }, asOf)).toBe('completed')
    const absent: MemberFact = { startedOn: null, outcome: 'didNotStart', outcomeOn: null, reason: null }
    expect(memberStatus(absent, asOf)).toBe('didNotStart')
    expect(memberStatus({ ...absent, outcomeOn: '2026-03-02' }, asOf)).toBe('notYetStarted')
  })
})

describe('the counts of a cohort', () => {
  const left: MemberFact = { ...started, outcome: 'withdrew', outcomeOn: '2026-02-01', reason: 'childCare' }
  const excluded: MemberFact = { ...left, outcome: 'excluded', reason: 'deceased' }
  const members = [completed, completed, left, excluded, started]

  it('make the rates, which are not final while anyone is in', () => {
    const counts = countCompletion(members, asOf)
    expect(completionRate(counts)).toEqual({ numerator: 2, denominator: 4 })
    expect(rateOfThoseFinished(counts)).toEqual({ numerator: 2, denominator: 3 })
    expect(isFinal(counts)).toBe(false)
    expect(isFinal(countCompletion(members.slice(0, 4), asOf))).toBe(true)
    expect([...withdrawalsByReason(members, asOf)]).toEqual([['childCare', 1]])
    expect([...withdrawalsByReason(members, '2026-01-31')]).toEqual([])
  })

  it('always add up, and nobody is lost or counted twice', () => {
    const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(asOf, days))
    const someone = fc.record<MemberFact>({
      startedOn: fc.option(day),
      outcome: fc.option(fc.constantFrom(...memberOutcomes)),
      outcomeOn: fc.option(day),
      reason: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(someone), (people) => {
        const counts = countCompletion(people, asOf)
        const { enrolled, completed, withdrew, excluded, stillIn, didNotStart, notYetStarted } = counts
        expect(enrolled).toBe(completed + withdrew + excluded + stillIn)
        expect(enrolled + didNotStart + notYetStarted).toBe(people.length)
        const began = (one: MemberFact) =>
          one.startedOn !== null && one.startedOn <= asOf && memberStatus(one, asOf) !== 'didNotStart'
        expect(enrolled).toBe(people.filter((one) => began(one) && !(one.outcome === 'didNotStart')).length)
      }),
    )
  })
})
