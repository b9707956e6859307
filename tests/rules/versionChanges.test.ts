import { describe, expect, it } from 'vitest'
import { newKey } from '../../renderer/features/tracks/newKey.ts'
import { blankRequirement } from '../../shared/rules/screening/newRequirement.ts'
import { requirementProblems } from '../../shared/rules/screening/requirementProblems.ts'
import { versionChanges } from '../../shared/rules/screening/versionChanges.ts'
import { versionInForce } from '../../shared/rules/screening/versionInForce.ts'
import { isAgainstResult } from '../../shared/rules/screening/decisions.ts'
import { member, requirement } from './examples.ts'

const reading = requirement('reading', { kind: 'level', area: 'reading', minimumLevel: 5 })
const age = requirement('age', { kind: 'age', minimumYears: 18 })
const interview = requirement('interview', { kind: 'interview', needs: 'held' })

describe('what one version says otherwise than another', () => {
  it('is nothing when only ids differ', () => {
    expect(versionChanges([reading, age], [{ ...reading, id: 'other' }, age])).toEqual([])
  })

  it('names what is new, left out and changed, by key', () => {
    const younger = requirement('age', { kind: 'age', minimumYears: 16.5 }, { waivable: true })
    expect(versionChanges([reading, age], [younger, interview])).toEqual([
      { kind: 'changed', before: age, after: younger, fields: ['rule', 'waivable'] },
      { kind: 'added', requirement: interview },
      { kind: 'removed', requirement: reading },
    ])
  })

  it('tells a new order from new rules', () => {
    expect(versionChanges([reading, age, interview], [interview, reading, age])).toEqual([
      { kind: 'reordered' },
    ])
    expect(versionChanges([reading, age], [interview, reading, age])).toEqual([
      { kind: 'added', requirement: interview },
    ])
  })

  it('looks into the ways of a group', () => {
    const group = (years: number) =>
      requirement('any', { kind: 'anyOf', members: [member('a', { kind: 'age', minimumYears: years })] })
    expect(versionChanges([group(18)], [group(18)])).toEqual([])
    expect(versionChanges([group(18)], [group(17)])[0]).toMatchObject({ kind: 'changed', fields: ['rule'] })
  })
})

describe('the version in force', () => {
  const versions = [
    { version: 1, effectiveFrom: '2025-07-01' },
    { version: 2, effectiveFrom: '2026-09-01' },
    { version: 3, effectiveFrom: '2026-08-01' },
    { version: 4, effectiveFrom: '2026-09-01' },
  ]
  it.each([
    ['2025-06-30', null],
    ['2025-07-01', 1],
    ['2026-08-31', 3],
    ['2026-09-01', 4],
  ])('on %s is %s', (on, version) => {
    expect(versionInForce(versions, on)?.version ?? null).toBe(version)
  })
})

describe('a requirement that is begun', () => {
  it('has a key that nothing in the track had before', () => {
    const taken = new Set(['age', 'age2'])
    expect(blankRequirement('age', taken).key).toBe('age3')
    expect(blankRequirement('interview', taken).key).toBe('interview')
  })

  it('lacks its texts and nothing that has a sensible start', () => {
    const codes = requirementProblems(blankRequirement('level', new Set())).map(({ code }) => code)
    expect(codes).toEqual(['messageMissing', 'nextStepMissing', 'offeredByMissing', 'sourceMissing'])
  })
})

describe('a key made of a name', () => {
  it.each([
    ['English for health care', [], 'englishForHealthCare'],
    ['Práctica', ['practica'], 'practica2'],
    ['608 Core', [], 'part608Core'],
    ['', ['part'], 'part2'],
  ])('%s', (name, taken, key) => {
    expect(newKey(name, taken)).toBe(key)
  })
})

describe('a decision against the result', () => {
  it.each([
    ['invite', 'eligible', false],
    ['invite', 'needsInformation', true],
    ['invite', 'notYet', true],
    ['decline', 'eligible', true],
    ['refer', 'eligible', true],
    ['refer', 'notYet', false],
    ['decline', 'needsInformation', false],
    ['waitlist', 'notYet', false],
  ] as const)('%s for %s: %s', (decision, result, isAgainst) => {
    expect(isAgainstResult(decision, result)).toBe(isAgainst)
  })
})
