import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { table11Printed, table4AddsUp, table4Printed, table4Rate } from '../../shared/rules/federalTables.ts'
import {
  addRates,
  againstTarget,
  fourPlacesHalfUp,
  isNoneDue,
  isSmallGroup,
  percentOneDecimal,
  percentagePointsAgainst,
  roundHalfUp,
  valueOf,
  wilsonInterval,
} from '../../shared/rules/rates.ts'
import { wageGain, wageGains } from '../../shared/rules/wages.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })
const someRate = fc
  .tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }))
  .map(([one, other]) => of(Math.min(one, other), Math.max(one, other)))

describe('published figures', () => {
  it('of federal Table 11, New Jersey 2023', () => {
    const rows = [of(1199, 1468), of(378, 1468), of(643, 1359), of(391, 822), of(169, 367)]
    expect(rows.map(table11Printed)).toEqual([0.8168, 0.2575, 0.4731, 0.4757, 0.4605])
  })

  it('of federal Table 4, New Jersey 2023, level 2', () => {
    const row = {
      participants: 686,
      excluded: 2,
      levelGains: 308,
      diplomas: 15,
      trainingGains: 9,
      separated: 225,
      remaining: 127,
    }
    expect(table4Rate(row)).toEqual(of(332, 684))
    expect(table4Printed(row)).toBe(0.4853)
    expect(fourPlacesHalfUp(table4Rate(row))).toBe(0.4854)
    expect(table4AddsUp(row)).toBe(true)
    expect(table4AddsUp({ ...row, remaining: 128 })).toBe(false)
  })

  it('of City Colleges of Chicago, Basic Nursing Assistant, fiscal 2017', () => {
    const day = [of(245, 296), of(224, 296), of(232, 296)]
    expect(day.map((rate) => roundHalfUp(valueOf(rate)! * 100, 0))).toEqual([83, 76, 78])
    expect(22 + 55 + 30).not.toBe(77)
    expect(addRates([of(1, 22), of(2, 55), of(3, 30)])).toEqual(of(6, 107))
  })

  it('of Boston Job Training Alliance 2013: the gain of the means is 54.2 %, not 65 %', () => {
    expect(roundHalfUp(wageGain(9.21, 14.2) * 100, 1)).toBe(54.2)
  })
})

describe('a rate on paper', () => {
  it('is rounded half-up, and 0 of 0 is none due', () => {
    expect(percentOneDecimal(of(1, 16))).toBe(6.3)
    expect(percentOneDecimal(of(1, 2000))).toBe(0.1)
    expect(percentOneDecimal(of(9995, 10_000))).toBe(100)
    expect(percentOneDecimal(of(0, 0))).toBeNull()
    expect(isNoneDue(of(0, 0))).toBe(true)
    expect(valueOf(of(0, 5))).toBe(0)
    expect([of(0, 0), of(1, 9), of(1, 10)].map(isSmallGroup)).toEqual([false, true, false])
    expect([1.005, -1.005, 2.5, -0.04].map((value) => roundHalfUp(value, value === 1.005 ? 2 : 1))).toEqual([
      1.01, -1, 2.5, 0,
    ])
  })

  it('agrees with exact arithmetic', () => {
    fc.assert(
      fc.property(someRate, ({ numerator, denominator }) => {
        fc.pre(denominator > 0)
        const exact = (BigInt(numerator) * 2000n + BigInt(denominator)) / (2n * BigInt(denominator))
        expect(percentOneDecimal(of(numerator, denominator))).toBe(Number(exact) / 10)
      }),
    )
  })
})

describe('the Wilson interval', () => {
  it('is that of the textbooks', () => {
    const { low, high } = wilsonInterval(of(10, 20))!
    expect(low).toBeCloseTo(0.2993, 4)
    expect(high).toBeCloseTo(0.7007, 4)
    expect(wilsonInterval(of(0, 10))!.high).toBeCloseTo(0.2775, 4)
    expect(wilsonInterval(of(0, 0))).toBeNull()
  })

  it('stays within 0 and 1, holds the rate, and narrows with more people', () => {
    fc.assert(
      fc.property(someRate, (rate) => {
        fc.pre(rate.denominator > 0)
        const { low, high } = wilsonInterval(rate)!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(valueOf(rate)!)
        expect(high).toBeGreaterThanOrEqual(valueOf(rate)!)
        const more = wilsonInterval(of(rate.numerator * 4, rate.denominator * 4))!
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })
})

describe('a comparison', () => {
  it('is in percentage points', () => {
    expect(percentagePointsAgainst(of(8, 10), { share: 0.75 })).toBeCloseTo(5, 10)
    expect(percentagePointsAgainst(of(8, 10), of(9, 10))).toBeCloseTo(-10, 10)
    expect(percentagePointsAgainst(of(0, 0), { share: 0.75 })).toBeNull()
    expect(percentagePointsAgainst(of(1, 2), of(0, 0))).toBeNull()
    expect(againstTarget(of(9, 12), 0.9)).toMatchObject({ numerator: 9, denominator: 12, target: 0.9 })
  })
})

describe('wage gains', () => {
  it('are two figures over the people with both wages', () => {
    const gains = wageGains([
      { earlier: 10, later: 15 },
      { earlier: 20, later: 22 },
      { earlier: null, later: 30 },
      { earlier: 0, later: 30 },
      { earlier: 12, later: null },
    ])
    expect(gains).toMatchObject({ people: 2, withoutEarlier: 2, meanEarlier: 15, meanLater: 18.5 })
    expect(gains.meanOfPersonalGains).toBeCloseTo(0.3, 10)
    expect(gains.gainOfTheMeans).toBeCloseTo(37 / 30 - 1, 10)
    expect(wageGains([])).toMatchObject({ people: 0, meanOfPersonalGains: null, gainOfTheMeans: null })
  })
})
