/** Why a backup was made. */
export const backupReasons = [
  'start',
  'daily',
  'manual',
  'beforeMigration',
  'beforeImport',
  'beforeUndo',
  'beforeRestore',
  'beforeRekey',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** Why a backup could not be made or copied: what a person can do something about. */
export const backupFaults = [
  'diskFull',
  'folderReadOnly',
  'folderMissing',
  'diskFailed',
  'programDamaged',
  'copyDamaged',
  'settingsLost',
  'unforeseen',
] as const
export type BackupFault = (typeof backupFaults)[number]
