import { rmSync } from 'node:fs'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { auditHead, type AuditHead } from '../audit/auditHead.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import { withKeyForThread } from '../backup/keyForThread.ts'
import { filesIn, nextFolder } from '../backup/places.ts'
import { placeProgram } from '../backup/placeProgram.ts'
import { prepareNext } from '../backup/swapProgram.ts'
import { watchedJob, type Watch } from '../backup/watchedJob.ts'
import type { LongWork } from '../calls/call.ts'
import type { Core } from '../core.ts'
import { refused } from '../failure.ts'
import { holdProgram } from '../opening/fileLock.ts'
import { openKeyring, writeKeyring } from '../opening/keyring.ts'
import { requireKeyring } from '../opening/keyringChange.ts'
import { newKey } from '../opening/keys.ts'
import { openProgramFile, type ProgramFile } from '../opening/openFile.ts'
import { rekeyedKeyring } from './rekeyedKeyring.ts'

interface Rekeying {
  account: SignedInAccount
  /** Theirs, to see that it opens the program under the new key too. */
  passphrase: string
  key: Buffer
  newKey: Buffer
  /** Path of the copy that is to take the program's place. */
  copy: string
}

async function copyUnderNewKey(core: Core, { key, newKey, copy }: Rekeying, watch: Watch): Promise<void> {
  const { programFile } = core.settings
  const answer = await withKeyForThread(key, (lent) =>
    withKeyForThread(newKey, (lentNew) =>
      watchedJob(core, 'rekeyedCopy', { from: programFile, to: copy, key: lent, newKey: lentNew }, watch, {
        stage: 'copyingProgram',
        growing: copy,
        original: programFile,
      }),
    ),
  )
  if ('fault' in answer) throw refused('session.notRekeyed', { fault: answer.fault })
}

async function using<Result>(path: string, key: Buffer, work: (file: ProgramFile) => Promise<Result>) {
  const file = await openProgramFile(path, key)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** Whether anything was written since: every change leaves an entry in the record of changes. */
async function hasChangedSince(core: Core, head: AuditHead, key: Buffer): Promise<boolean> {
  const now = await using(core.settings.programFile, key, ({ reader }) => auditHead(reader))
  return now.hash !== head.hash || now.entries !== head.entries
}

/** Lets the copy's record of changes say what was done, and gives it a keyring; both are tried out. */
async function finishCopy(core: Core, { account, passphrase, key, newKey, copy }: Rekeying): Promise<void> {
  await using(copy, newKey, ({ writer }) =>
    writer
      .transaction()
      .execute((db) =>
        writeAuditRows(db, { action: 'keys.rekey', at: core.now(), caller: account }, [
          { subject: 'keys', subjectId: 1 },
        ]),
      ),
  )
  const keyring = rekeyedKeyring(requireKeyring(core), key, newKey)
  const opened = await openKeyring(keyring, { name: account.name, passphrase })
  if (!opened?.equals(newKey)) throw refused('session.notRekeyed', { fault: 'unforeseen' })
  opened.fill(0)
  writeKeyring(copy, keyring)
}

async function open(core: Core, key: Buffer, account: SignedInAccount): Promise<void> {
  const file = await openProgramFile(core.settings.programFile, key)
  await core.opened({ file, key: Buffer.from(key), account })
}

/** From here on nobody writes; whatever goes wrong, the same person goes on with the program as it was. */
async function exchange(core: Core, rekeying: Rekeying, head: AuditHead, work: LongWork): Promise<string> {
  const { account, key, newKey } = rekeying
  // Held from before it is closed, so that no other copy of the app comes in between.
  const lock = holdProgram(core.settings.programFile)
  let current = key
  const exchangeFiles = async () => {
    if (await hasChangedSince(core, head, key)) await copyUnderNewKey(core, rekeying, {})
    await finishCopy(core, rekeying)
    const replacedId = await placeProgram(core, 'beforeRekey', work, key)
    current = newKey
    return replacedId ?? ''
  }
  try {
    return await core.whileClosed(() => exchangeFiles().finally(() => open(core, current, account)))
  } finally {
    lock.release()
  }
}

async function rekeyNow(core: Core, passphrase: string, work: LongWork): Promise<string> {
  const { programFile, machineVault } = core.settings
  const { account, file, key } = core.requireOpen()
  const copy = filesIn(prepareNext(programFile), programFile).program
  const rekeying = { account, passphrase, key: Buffer.from(key), newKey: newKey(), copy }
  try {
    const head = await auditHead(file.reader)
    await copyUnderNewKey(core, rekeying, work)
    // The last chance to stop.
    await work.progress('exchangingKey', 0, null)
    const replacedId = await exchange(core, rekeying, head, work)
    await machineVault?.forget()
    return replacedId
  } finally {
    rekeying.key.fill(0)
    rekeying.newKey.fill(0)
    rmSync(nextFolder(programFile), { recursive: true, force: true })
  }
}

/**
 * Puts the program under a new key and keeps what it replaces as a backup, whose name it answers with. Every
 * passphrase and the recovery code go on working. Stopped at any moment, the program is under one key or the
 * other, and whole; nothing written meanwhile is lost.
 */
export const rekey = (core: Core, passphrase: string, work: LongWork): Promise<string> =>
  core.backupTurns.run(() => rekeyNow(core, passphrase, work))
