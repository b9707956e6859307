/** What is done with whole program files beside the core's thread. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keyringPath, nextKeyringPath } from '../opening/keyringPaths.ts'
import { syncFile, syncFolder } from '../opening/syncFolder.ts'
import { answering, BackupProblem, faultBehind, type Answer } from './backupFault.ts'
import { manifestName, manifestText, readManifest, type AboutBackup, type Manifest } from './manifest.ts'
import { filesIn } from './places.ts'
import { connectTo, contentOf, factsOf, readThrough } from './readProgram.ts'

/** Says that the copying is over and the checking begins. */
type Report = (progress: { rows: number; share: number }) => void
/** How often a copy is begun anew because the keyring changed meanwhile. */
const mostTries = 5

const copied = { rows: 0, share: 0.5 }

/** Keys are let go of as soon as the file is open. */
function forget(key: Uint8Array): void {
  key.fill(0)
}

/** What is true of a copy that was opened, read through and then measured. Another key is damage here. */
function checkedContent(path: string, key: Uint8Array): Manifest['content'] {
  try {
    const database = connectTo(path, key, { readonly: true })
    try {
      readThrough(database)
      return contentOf(database)
    } finally {
      database.close()
    }
  } catch (error) {
    const fault = faultBehind(error)
    throw fault === 'otherKey' || fault === 'programDamaged' ? new BackupProblem('copyDamaged') : error
  }
}

/** Gives a folder that is whole its final name: from here on it is a backup. */
function finishFolder(partial: string, final: string): void {
  syncFolder(partial)
  renameSync(partial, final)
  syncFolder(dirname(final))
}

interface MakeBackup {
  programFile: string
  key: Uint8Array
  /** Where it is made, and the name it gets when it is whole. */
  partial: string
  final: string
  about: AboutBackup
}

/** The keyring and a change of it that is not decided yet; either may be missing. */
const keyringTexts = (programFile: string) =>
  [keyringPath(programFile), nextKeyringPath(programFile)].map((path) =>
    existsSync(path) ? readFileSync(path, 'utf8') : null,
  )

/** Copies the program as it is at one moment, and the keyring that belongs to it at that moment. */
function copyTogether({ programFile, key }: MakeBackup, copy: { program: string; keyring: string }): void {
  const source = connectTo(programFile, key, { readonly: true })
  try {
    for (let tries = 1; ; tries++) {
      const before = keyringTexts(programFile)
      source.prepare('vacuum into ?').run(copy.program)
      const after = keyringTexts(programFile)
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        // Somebody's passphrase changed meanwhile.
        if (tries === mostTries) throw new BackupProblem('copyDamaged')
        rmSync(copy.program)
        continue
      }
      const [keyring, next] = after
      if (keyring == null) throw new BackupProblem('folderMissing')
      writeFileSync(copy.keyring, keyring)
      if (next != null) writeFileSync(nextKeyringPath(copy.program), next)
      return
    }
  } finally {
    source.close()
  }
}

/** Copies a program that may be in use at one moment of its history, opens the copy and reads it through. */
export function makeBackup(order: MakeBackup, report: Report): Answer<Manifest> {
  const { programFile, key, partial, final, about } = order
  return answering(() => {
    mkdirSync(partial, { recursive: true })
    const copy = filesIn(partial, programFile)
    copyTogether(order, copy)
    report(copied)
    const content = checkedContent(copy.program, key)
    forget(key)
    for (const path of [copy.program, copy.keyring]) syncFile(path)
    const facts = { program: factsOf(copy.program), keyring: factsOf(copy.keyring) }
    const manifest: Manifest = { version: 1, ...about, content, ...facts }
    writeFileSync(join(partial, manifestName), manifestText(manifest))
    syncFile(join(partial, manifestName))
    finishFolder(partial, final)
    return manifest
  })
}

interface CopyBackup {
  programFile: string
  key: Uint8Array
  from: string
  partial: string
  final: string
}

/** Copies a finished backup to another folder, compares what arrived, opens it and reads it through. */
export function copyBackup(order: CopyBackup, report: Report): Answer<null> {
  const { programFile, key, from, partial, final } = order
  return answering(() => {
    const manifest = readManifest(from)
    if (!manifest) throw new BackupProblem('copyDamaged')
    mkdirSync(partial)
    const source = filesIn(from, programFile)
    const copy = filesIn(partial, programFile)
    for (const file of ['program', 'keyring'] as const) {
      copyFileSync(source[file], copy[file])
      syncFile(copy[file])
    }
    report(copied)
    checkedContent(copy.program, key)
    forget(key)
    for (const file of ['program', 'keyring'] as const) {
      if (factsOf(copy[file]).sha256 !== manifest[file]?.sha256) throw new BackupProblem('copyDamaged')
    }
    writeFileSync(join(partial, manifestName), manifestText(manifest))
    syncFile(join(partial, manifestName))
    finishFolder(partial, final)
    return null
  })
}

interface CopyProgram {
  /** The files to copy; the program's journal comes along when there is one. */
  from: { program: string; keyring: string }
  to: { program: string; keyring: string }
  key: Uint8Array
}

/**
 * Copies a program that is not in use, with what its journal still holds, opens the copy and reads it
 * through. Answers `otherKey` when the key does not open it.
 */
export function copyProgram({ from, to, key }: CopyProgram, report: Report): Answer<null> {
  return answering(() => {
    copyFileSync(from.program, to.program)
    if (existsSync(`${from.program}-wal`)) copyFileSync(`${from.program}-wal`, `${to.program}-wal`)
    copyFileSync(from.keyring, to.keyring)
    const [undecided, copy] = [from.program, to.program].map(nextKeyringPath) as [string, string]
    if (existsSync(undecided)) copyFileSync(undecided, copy)
    report(copied)
    const database = connectTo(to.program, key, { readonly: false })
    forget(key)
    try {
      readThrough(database)
    } finally {
      // The last to close folds the journal in.
      database.close()
    }
    return null
  })
}

interface DescribeProgram {
  programFile: string
  /** Null when nobody has it: then only the files are measured. */
  key: Uint8Array | null
  about: AboutBackup
}

/** What is to be said of a closed program that is about to be put aside; a damaged one is measured only. */
export function describeProgram({ programFile, key, about }: DescribeProgram): Answer<Manifest> {
  return answering(() => {
    const content = key === null ? null : contentBeforePuttingAside(programFile, key)
    const keyring = keyringPath(programFile)
    const facts = (path: string) => (existsSync(path) ? factsOf(path) : null)
    return { version: 1, ...about, content, program: facts(programFile), keyring: facts(keyring) }
  })
}

function contentBeforePuttingAside(programFile: string, key: Uint8Array): Manifest['content'] {
  try {
    const database = connectTo(programFile, key, { readonly: false })
    forget(key)
    try {
      readThrough(database)
      // As in every backup: one file that holds everything, and needs no journal beside it to be read.
      database.pragma('journal_mode = DELETE')
      return contentOf(database)
    } finally {
      database.close()
    }
  } catch (error) {
    // It is kept all the same, as it is.
    if (faultBehind(error) === null) throw error
    return null
  }
}
