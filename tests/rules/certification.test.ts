import { describe, expect, it } from 'vitest'
import {
  candidateStanding,
  partStanding,
  type AttemptFact,
  type CandidateFact,
  type CredentialRules,
} from '../../shared/rules/certification.ts'
import {
  certificationWarnings,
  certifiedOfCompleters,
  certifiedOfTested,
  countCertification,
  firstTimeRate,
  firstTimeRateOfPart,
} from '../../shared/rules/certificationCounts.ts'

const rules: CredentialRules = {
  parts: ['knowledge', 'skills'],
  attemptLimit: 3,
  windowMonths: 24,
  noShowUsesAttempt: false,
}
const asOf = '2026-08-01'

function attempt(part: string, takenOn: string, result: AttemptFact['result'], sequence = 1): AttemptFact {
  return { part, takenOn, result, sequence, resultOn: null }
}

function candidate(attempts: AttemptFact[], completedOn: string | null = '2026-01-15'): CandidateFact {
  return { learnerId: 'one', completedOn, attempts }
}

const passBoth = [attempt('knowledge', '2026-02-01', 'pass'), attempt('skills', '2026-02-01', 'pass')]

describe('one part', () => {
  const part = (attempts: AttemptFact[], settings = rules, on = asOf) =>
    partStanding('knowledge', attempts, settings, on)

  it('passes over a no-show as a test taken; a setting says whether it uses an attempt', () => {
    const attempts = [
      attempt('knowledge', '2026-02-01', 'noShow'),
      attempt('knowledge', '2026-03-01', 'pass', 2),
    ]
    expect(part(attempts)).toMatchObject({
      firstTest: { takenOn: '2026-03-01', passed: true },
      attemptsUsed: 1,
      attemptsLeft: 2,
    })
    expect(part(attempts, { ...rules, noShowUsesAttempt: true }).attemptsUsed).toBe(2)
    expect(part(attempts, rules, '2026-02-28').firstTest).toBeNull()
  })

  it('counts a waiting result nowhere, though the attempt is used', () => {
    const waiting = part([attempt('knowledge', '2026-07-30', 'waiting')])
    expect(waiting).toMatchObject({ firstTest: null, waiting: true, attemptsUsed: 1 })
    const late = { ...attempt('knowledge', '2026-07-30', 'pass'), resultOn: '2026-08-02' }
    expect(part([late])).toMatchObject({ firstTest: null, passedOn: null, waiting: true })
    expect(part([late], rules, '2026-08-02').passedOn).toBe('2026-07-30')
  })

  it('orders attempts of one day by their sequence', () => {
    const sameDay = [
      attempt('knowledge', '2026-02-01', 'pass', 2),
      attempt('knowledge', '2026-02-01', 'fail', 1),
    ]
    expect(part(sameDay).firstTest?.passed).toBe(false)
  })
})

describe('a candidate', () => {
  it('is certified when every part is passed inside the window', () => {
    expect(candidateStanding(candidate(passBoth), rules, asOf)).toMatchObject({
      certifiedOn: '2026-02-01',
      pending: false,
      windowCloses: '2028-01-15',
    })
    expect(candidateStanding(candidate(passBoth.slice(0, 1)), rules, asOf)).toMatchObject({
      certifiedOn: null,
      pending: true,
    })
    const onTheLastDay = candidate(passBoth, '2024-02-01')
    expect(candidateStanding(onTheLastDay, rules, asOf).certifiedOn).toBe('2026-02-01')
    expect(candidateStanding(candidate(passBoth, '2024-01-31'), rules, asOf)).toMatchObject({
      certifiedOn: null,
      pending: false,
      windowOpen: false,
    })
  })

  it('is warned before limits and windows pass', () => {
    const warn = (one: CandidateFact, on = asOf) =>
      certificationWarnings(candidateStanding(one, rules, on), on, 60)
    const failedTwice = [attempt('skills', '2026-02-01', 'fail'), attempt('skills', '2026-03-01', 'fail', 2)]
    expect(warn(candidate(passBoth))).toEqual([])
    expect(warn(candidate(failedTwice))).toEqual([{ kind: 'lastAttempt', part: 'skills' }])
    expect(warn(candidate([...failedTwice, attempt('skills', '2026-04-01', 'fail', 3)]))).toEqual([
      { kind: 'noAttemptsLeft', part: 'skills' },
    ])
    expect(warn(candidate([...failedTwice, attempt('skills', '2026-07-31', 'waiting', 3)]))).toEqual([])
    expect(warn(candidate([], '2024-09-01'))).toEqual([
      { kind: 'windowCloses', on: '2026-09-01', daysLeft: 31 },
    ])
    expect(warn(candidate([], '2024-07-31'))).toEqual([{ kind: 'windowClosed', on: '2026-07-31' }])
  })
})

describe('the counts', () => {
  it('keep each rate to its own people', () => {
    const failedOnce = [
      attempt('knowledge', '2026-02-01', 'fail'),
      attempt('knowledge', '2026-03-01', 'pass', 2),
      attempt('skills', '2026-02-01', 'pass'),
    ]
    const people = [
      candidate(passBoth),
      candidate(failedOnce),
      candidate(passBoth.slice(0, 1)),
      candidate([]),
      candidate(passBoth, null),
    ]
    const counts = countCertification(
      people.map((one) => candidateStanding(one, rules, asOf)),
      rules,
    )
    expect(firstTimeRateOfPart(counts.parts[0]!)).toEqual({ numerator: 3, denominator: 4 })
    expect(firstTimeRateOfPart(counts.parts[1]!)).toEqual({ numerator: 3, denominator: 3 })
    expect(firstTimeRate(counts)).toEqual({ numerator: 2, denominator: 3 })
    expect(certifiedOfTested(counts)).toEqual({ numerator: 3, denominator: 3 })
    expect(certifiedOfCompleters(counts)).toEqual({ numerator: 2, denominator: 4 })
    expect(counts).toMatchObject({ pending: 2, completersNotTested: 2, candidates: 5 })
  })
})
