import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  backupAges,
  backupsToKeep,
  isDailyBackupDue,
  keptAtMostUntil,
  type ThinnedBackup,
} from '../../shared/rules/backupThinning.ts'
import { backupReasons } from '../../shared/values/backups.ts'

const day = 24 * 60 * 60 * 1000
const now = '2026-08-01T12:00:00.000Z'
const ago = (days: number) => new Date(Date.parse(now) - days * day).toISOString()
const made = (days: number, reason: ThinnedBackup['reason'] = 'daily'): ThinnedBackup => ({
  id: `${days} days ago, ${reason}`,
  madeAt: ago(days),
  reason,
})
const ids = (backups: readonly ThinnedBackup[]) => backups.map(({ id }) => id)

const someBackups = fc
  .uniqueArray(
    fc.record({
      minutes: fc.integer({ min: 0, max: 500 * 24 * 60 }),
      reason: fc.constantFrom(...backupReasons),
    }),
    {
      selector: ({ minutes }) => minutes,
      maxLength: 200,
    },
  )
  .map((all) => all.map(({ minutes, reason }) => made(minutes / 24 / 60, reason)))

describe('thinning', () => {
  test('keeps everything of two days, then one a day, a week, a month', () => {
    const four = (days: number) => [0.1, 0.2, 0.3, 0.4].map((part) => made(days + part))
    expect(backupsToKeep([...four(0), ...four(1)], now)).toHaveLength(8)
    const year = Array.from({ length: 500 }, (_, days) => made(days))
    const days = backupsToKeep(year, now).map(({ madeAt }) => madeAt.slice(0, 10))
    // 1 August 2026 is a Saturday: fourteen days, then Sundays, and the last days of months.
    expect(days.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, back) => ago(back).slice(0, 10)))
    expect(days.slice(14)).toEqual([
      ...['2026-07-12', '2026-07-05', '2026-06-30', '2026-06-28', '2026-06-21', '2026-06-14', '2026-06-07'],
      ...['2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30'],
      ...['2025-10-31', '2025-09-30', '2025-08-31'],
    ])
  })

  test('keeps what a restore replaced for thirty days', () => {
    const all = [
      made(0),
      made(29.9, 'beforeRestore'),
      made(29.8),
      made(29.7),
      made(31, 'beforeRestore'),
      made(30.5),
    ]
    expect(ids(backupsToKeep(all, now))).toContain('29.9 days ago, beforeRestore')
    expect(ids(backupsToKeep(all, now))).not.toContain('31 days ago, beforeRestore')
  })

  test('never lets go of the newest, nor of all that is recent, and keeps at most so many', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = backupsToKeep(backups, now)
        const newest = [...backups].sort((a, b) => b.madeAt.localeCompare(a.madeAt))[0]
        if (newest) expect(kept[0]).toBe(newest)
        for (const backup of backups) {
          if (Date.parse(now) - Date.parse(backup.madeAt) < backupAges.all * day)
            expect(kept).toContain(backup)
        }
        const isOld = ({ madeAt, reason }: ThinnedBackup) =>
          Date.parse(madeAt) < Date.parse(now) - backupAges.all * day && reason !== 'beforeRestore'
        // 14 days touch 15 dates; 8 weeks touch 9, and 366 days touch 13 months.
        expect(kept.filter(isOld).length).toBeLessThanOrEqual(1 + 13 + 9 + 13)
        for (const { madeAt } of kept.slice(1)) expect(keptAtMostUntil({ madeAt }) > now).toBe(true)
      }),
    )
  })

  test('repeated changes nothing, and each month of a year keeps one however often it is done', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const once = backupsToKeep(backups, now)
        expect(backupsToKeep(once, now)).toEqual(once)
      }),
    )
    let kept: ThinnedBackup[] = []
    for (let days = 400; days >= 0; days--) {
      const moment = ago(days)
      kept = backupsToKeep([...kept, made(days)], moment)
    }
    const months = new Set(kept.map(({ madeAt }) => madeAt.slice(0, 7)))
    expect(months.size).toBe(13)
    expect(kept.length).toBeLessThan(35)
  })
})

test('a day after the last one the next is due; also when the clock was set back', () => {
  expect(isDailyBackupDue(null, now)).toBe(true)
  expect(isDailyBackupDue(ago(0.99), now)).toBe(false)
  expect(isDailyBackupDue(ago(1), now)).toBe(true)
  expect(isDailyBackupDue(ago(-30), now)).toBe(true)
  expect(isDailyBackupDue(ago(-0.01), now)).toBe(false)
})
