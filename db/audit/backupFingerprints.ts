import { backupsHere, backupsThere } from '../backup/backupList.ts'
import type { Core } from '../core.ts'
import type { Reader } from '../schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { KnownFingerprint } from './verifyChain.ts'

/** A time in which this record lay in a backup while the program went on with another one. */
interface Rest {
  /** When the backup was made that was restored; null when that is not known. */
  from: string | null
  /** When it was restored. */
  to: string
}

async function restsOf(db: Pick<Reader, 'selectFrom'>): Promise<Rest[]> {
  const restored = await db
    .selectFrom('auditEntries')
    .select(['at', 'after'])
    .where('action', '=', 'backups.restore')
    .execute()
  return restored.map(({ at, after }) => {
    const { madeAt = null } = JSON.parse(after ?? '{}') as { madeAt?: string | null }
    return { from: madeAt, to: at }
  })
}

/**
 * The end of the record as each backup keeps it, here and in the second folder. Backups of a record that a
 * restore put aside are left out: it went on without this one.
 */
export async function backupFingerprints(
  core: Core,
  db: Pick<Reader, 'selectFrom'>,
): Promise<KnownFingerprint[]> {
  const rests = await restsOf(db)
  const isOfAnother = (madeAt: string) =>
    rests.some(({ from, to }) => (from === null || madeAt > from) && madeAt <= to)
  return [...backupsHere(core), ...backupsThere(core)].flatMap(({ manifest }): KnownFingerprint[] => {
    const head = manifest.content?.auditHead
    if (!head || head.entries === 0 || isOfAnother(manifest.madeAt)) return []
    const { entries } = head
    return [{ kind: 'backup', madeAt: manifest.madeAt, entries, fingerprint: fingerprintOf(head) }]
  })
}
