import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  table4AddsUp,
  table4Rate,
  table4Row,
  type ParticipantFact,
} from '../../shared/rules/federalTables.ts'
import { table11Days, table11Edition, table11Lines, type TrainingExit } from '../../shared/rules/table11.ts'
import { addDays } from '../../shared/values/dates.ts'
import { table11Editions } from '../../shared/values/federalTables.ts'

const nobody: ParticipantFact = {
  ...{ excluded: false, levelGainOn: null, diplomaOn: null, trainingGainOn: null, separated: false },
}
const day = fc.integer({ min: 0, max: 360 }).map((days) => addDays('2025-07-01', days))
const gainDay = fc.option(day, { nil: null })
const participant: fc.Arbitrary<ParticipantFact> = fc.record({
  ...{ excluded: fc.boolean(), separated: fc.boolean() },
  ...{ levelGainOn: gainDay, diplomaOn: gainDay, trainingGainOn: gainDay },
})
const exit: fc.Arbitrary<TrainingExit> = fc
  .record({
    start: fc.integer({ min: 0, max: 1500 }),
    length: fc.integer({ min: 0, max: 300 }),
    certified: fc.option(fc.integer({ min: -400, max: 900 }), { nil: null }),
  })
  .map(({ start, length, certified }) => {
    const firstService = addDays('2022-07-01', start)
    const exitedOn = addDays(firstService, length)
    return { firstService, exitedOn, certifiedOn: certified === null ? null : addDays(exitedOn, certified) }
  })
const line = (lines: ReturnType<typeof table11Lines>, id: string) => lines.find((one) => one.id === id)!

describe('Table 4', () => {
  it('participants less excluded are gains, separated and remaining, each in one column', () => {
    fc.assert(
      fc.property(fc.array(participant), (some) => {
        const row = table4Row(some)
        expect(table4AddsUp(row)).toBe(true)
        expect(row.participants).toBe(some.length)
        const { numerator, denominator } = table4Rate(row)
        expect(numerator).toBeLessThanOrEqual(denominator)
        const withGain = some.filter(
          (one) => !one.excluded && (one.levelGainOn ?? one.diplomaOn ?? one.trainingGainOn) !== null,
        )
        expect(numerator).toBe(withGain.length)
      }),
    )
  })

  it('gives credit to the newest gain alone, of two on one day to the level', () => {
    const column = (facts: Partial<ParticipantFact>) => {
      const { participants: _, ...row } = table4Row([{ ...nobody, ...facts }])
      return Object.entries(row).find(([, count]) => count === 1)?.[0]
    }
    expect(column({ levelGainOn: '2026-01-10', trainingGainOn: '2026-02-10' })).toBe('trainingGains')
    expect(column({ levelGainOn: '2026-02-10', trainingGainOn: '2026-01-10' })).toBe('levelGains')
    expect(column({ levelGainOn: '2026-02-10', trainingGainOn: '2026-02-10' })).toBe('levelGains')
    expect(column({ diplomaOn: '2026-03-10', trainingGainOn: '2026-02-10' })).toBe('diplomas')
    expect(column({ levelGainOn: '2026-02-10', excluded: true })).toBe('excluded')
    expect(column({ separated: true })).toBe('separated')
    expect(column({})).toBe('remaining')
  })
})

describe('Table 11', () => {
  it('has the rows of its year: one for the diploma since July 2023, two before', () => {
    expect(
      table11Edition(2023)
        .rows.map(({ id }) => id)
        .slice(8),
    ).toEqual([...['diplomaAndEnrolled', 'diplomaAndEmployed', 'credential']])
    expect(
      table11Edition(2024)
        .rows.map(({ id }) => id)
        .slice(8),
    ).toEqual([...['diplomaAndEmployedOrEnrolled', 'credential']])
    expect(table11Edition(2030)).toBe(table11Editions.at(-1))
    for (const { rows } of table11Editions) {
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      for (const { label } of rows) expect(label.en && label.es).toBeTruthy()
    }
  })

  it('counts those who left in an earlier span: the year before, or the calendar year before that', () => {
    expect(table11Days('participants', 2026)).toEqual({ from: '2025-07-01', to: '2026-06-30' })
    expect(table11Days('exitsOfYearBefore', 2026)).toEqual({ from: '2024-07-01', to: '2025-06-30' })
    expect(table11Days('exitsOfCalendarYear', 2026)).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  })

  it('counts a credential from the first service until a year after the last', () => {
    const left = { firstService: '2024-02-01', exitedOn: '2024-06-10' }
    const credential = (certifiedOn: string | null, exitedOn = left.exitedOn) =>
      line(table11Lines(2026, [], [{ ...left, exitedOn, certifiedOn }]), 'credential')
    for (const on of ['2024-02-01', '2024-06-10', '2025-06-10'])
      expect(credential(on)).toMatchObject({ included: 1, achieved: 1, rate: 1 })
    for (const on of ['2024-01-31', '2025-06-11', null])
      expect(credential(on)).toMatchObject({ included: 1, achieved: 0, rate: 0 })
    expect(credential('2025-01-01', '2025-01-01')).toMatchObject({ included: 0, achieved: 0, rate: null })
  })

  it('shares one denominator among skill gains, has its own in every other row, and says what it cannot know', () => {
    fc.assert(
      fc.property(
        fc.array(participant),
        fc.array(exit),
        fc.integer({ min: 2022, max: 2027 }),
        (participants, exits, programYear) => {
          const lines = table11Lines(programYear, participants, exits)
          const counted = participants.filter(({ excluded }) => !excluded)
          const row4 = table4Row(participants)
          for (const one of lines) {
            expect(one.achieved === null).toBe(one.unknown !== null)
            if (one.counts === 'participants') expect(one.included).toBe(row4.participants - row4.excluded)
            if (one.achieved !== null) expect(one.achieved).toBeLessThanOrEqual(one.included!)
            if (one.included === 0 || one.achieved === null) expect(one.rate).toBeNull()
            else expect(one.rate).toBeCloseTo(one.achieved / one.included!, 4)
          }
          // Somebody with gains of two types stands in both rows here, and in one column of Table 4.
          const types = line(lines, 'levelGain').achieved! + line(lines, 'exam').achieved!
          const inTable4 = row4.levelGains + row4.trainingGains
          const both = counted.filter((one) => one.levelGainOn !== null && one.trainingGainOn !== null).length
          const onlyDiploma = counted.filter((one) => {
            const days = [one.levelGainOn, one.trainingGainOn].filter((on) => on !== null)
            return days.length > 0 && one.diplomaOn !== null && days.every((on) => on < one.diplomaOn!)
          }).length
          expect(types - both).toBeGreaterThanOrEqual(inTable4)
          expect(types - both - inTable4).toBeLessThanOrEqual(onlyDiploma + row4.diplomas)
        },
      ),
    )
  })
})
