import type { BackupTrouble } from '../../shared/contract/backups.ts'
import type { Notice } from '../../shared/contract/safety.ts'
import type { QueryCall } from '../calls/call.ts'

/** Says at each sign-in that backups fail, until one succeeds or an administrator turns the folder off. */
export async function backupNotices({ core, caller, now }: QueryCall<unknown>): Promise<Notice[]> {
  const { trouble, secondTrouble } = core.backupNotes.read(now)
  const mayAct = caller.roles.includes('administrator')
  const notice = (code: string, severity: Notice['severity'], about: BackupTrouble | null): Notice[] => {
    if (!about) return []
    const values = { since: Date.parse(about.since), fault: about.fault, mayAct: mayAct ? 'yes' : 'no' }
    return [{ code, values, severity, href: mayAct ? '/program/backups' : null }]
  }
  return [
    ...notice('backupTrouble', 'danger', trouble),
    ...notice('secondFolderTrouble', 'warning', secondTrouble),
  ]
}
