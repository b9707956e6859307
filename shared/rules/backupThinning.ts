import type { BackupReason } from '../values/backups.ts'

/** What thinning looks at. `madeAt` is the moment it was made, ISO 8601 in UTC. */
export interface ThinnedBackup {
  id: string
  madeAt: string
  reason: BackupReason
}

const dayMilliseconds = 24 * 60 * 60 * 1000

/** How long backups stay: everything at first, then ever fewer. Ages in days. */
export const backupAges = {
  /** Every backup. */
  all: 2,
  /** The newest of each day. */
  daily: 14,
  /** The newest of each week, Monday to Sunday. */
  weekly: 56,
  /** The newest of each month. */
  monthly: 366,
  /** What a restore replaced. */
  replaced: 30,
} as const

const ageInDays = (madeAt: string, now: string) => (Date.parse(now) - Date.parse(madeAt)) / dayMilliseconds

/** Days since 1 January 1970, which was a Thursday: with three more, weeks begin on Mondays. */
const weekOf = (madeAt: string) => Math.floor((Math.floor(Date.parse(madeAt) / dayMilliseconds) + 3) / 7)

const spans = [
  { days: backupAges.daily, periodOf: (madeAt: string) => madeAt.slice(0, 10) },
  { days: backupAges.weekly, periodOf: (madeAt: string) => String(weekOf(madeAt)) },
  { days: backupAges.monthly, periodOf: (madeAt: string) => madeAt.slice(0, 7) },
]

const isKeptByItself = ({ madeAt, reason }: ThinnedBackup, now: string) => {
  const age = ageInDays(madeAt, now)
  return age < backupAges.all || (reason === 'beforeRestore' && age < backupAges.replaced)
}

/**
 * The backups to keep at the moment `now`: all of the last two days, the newest of each day for two weeks, of
 * each week for eight weeks and of each month for a year, what a restore replaced for 30 days, and always the
 * newest. Days, weeks and months are counted in UTC. One that seems to come from the future stays.
 */
export function backupsToKeep<Backup extends ThinnedBackup>(
  backups: readonly Backup[],
  now: string,
): Backup[] {
  const newestFirst = [...backups].sort(
    (a, b) => b.madeAt.localeCompare(a.madeAt) || b.id.localeCompare(a.id),
  )
  const kept = new Set(newestFirst.slice(0, 1))
  for (const backup of newestFirst) if (isKeptByItself(backup, now)) kept.add(backup)
  for (const { days, periodOf } of spans) {
    const periods = new Set<string>()
    for (const backup of newestFirst) {
      const period = periodOf(backup.madeAt)
      if (ageInDays(backup.madeAt, now) >= days || periods.has(period)) continue
      periods.add(period)
      kept.add(backup)
    }
  }
  return newestFirst.filter((backup) => kept.has(backup))
}

/** The moment after which thinning has let go of a backup, as long as newer ones are made. */
export const keptAtMostUntil = ({ madeAt }: Pick<ThinnedBackup, 'madeAt'>): string =>
  new Date(Date.parse(madeAt) + backupAges.monthly * dayMilliseconds).toISOString()

/** Whether a day has passed since the last backup; also when the last one lies in the future. */
export const isDailyBackupDue = (lastMadeAt: string | null, now: string): boolean => {
  if (lastMadeAt === null) return true
  const age = ageInDays(lastMadeAt, now)
  return age >= 1 || age < -1 / 24
}
