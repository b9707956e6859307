import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Failure } from '../failure.ts'
import { holdProgram } from '../opening/fileLock.ts'
import { nextKeyringPath } from '../opening/keyringPaths.ts'
import { replaceFile } from '../opening/replaceFile.ts'
import { syncFile, syncFolder } from '../opening/syncFolder.ts'
import { manifestName } from './manifest.ts'
import { backupsFolder, filesIn, nextFolder, readyFolder, replacedFolder } from './places.ts'

const keptSchema = z.object({ folderName: z.string(), manifest: z.string() })

/** As what the replaced program is kept among the backups. */
export type KeptProgram = z.infer<typeof keptSchema>

/** What may lie beside either file and belongs to it: a journal, an undecided change of the keyring. */
const besides = ['-wal', '-shm', '-journal', '.next']

const orderName = 'swap.json'

/** An empty folder to put the next program's two files into, under the names that `filesIn` gives. */
export function prepareNext(programFile: string): string {
  const folder = nextFolder(programFile)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Moves a file that may have been moved before a crash already. */
function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}

/**
 * Puts one file of the program in its place. While the new one still waits, the one in place is the old one,
 * together with what its journal still holds: left there, the journal would be played into the new file.
 */
function* placeFile(waiting: string, inPlace: string, replaced: string): Generator<string> {
  if (!existsSync(waiting)) return
  moveIfThere(inPlace, replaced)
  yield 'the old file is aside'
  for (const ending of besides) moveIfThere(inPlace + ending, replaced + ending)
  yield 'what belongs to it is aside'
  renameSync(waiting, inPlace)
  yield 'the new file is in its place'
}

function readOrder(programFile: string): KeptProgram | null {
  const path = join(readyFolder(programFile), orderName)
  // Written before the commit and removed last but the folder: without it nothing is left to do.
  return existsSync(path) ? keptSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** The steps after the commit, by name. Each may be repeated, and the whole may be begun again after any of them. */
export function* finishingSteps(programFile: string): Generator<string> {
  const folder = dirname(programFile)
  const ready = readyFolder(programFile)
  const replaced = replacedFolder(programFile)
  const kept = readOrder(programFile)
  if (kept) {
    const waiting = filesIn(ready, programFile)
    const inPlace = filesIn(folder, programFile)
    const old = filesIn(replaced, programFile)
    mkdirSync(replaced, { recursive: true })
    yield 'there is room for the old files'
    yield* placeFile(waiting.program, inPlace.program, old.program)
    yield* placeFile(waiting.keyring, inPlace.keyring, old.keyring)
    // An undecided change of the keyring that came along; that of the old one went aside with it.
    moveIfThere(nextKeyringPath(waiting.program), nextKeyringPath(inPlace.program))
    syncFolder(folder)
    if (existsSync(old.program) || existsSync(old.keyring)) {
      replaceFile(join(replaced, manifestName), kept.manifest)
      syncFolder(replaced)
      yield 'the old files say what they are'
      mkdirSync(backupsFolder(programFile), { recursive: true })
      renameSync(replaced, join(backupsFolder(programFile), kept.folderName))
      syncFolder(backupsFolder(programFile))
      yield 'the old files are a backup'
    } else if (existsSync(replaced)) rmdirSync(replaced)
    rmSync(join(ready, orderName))
    yield 'the order is done'
  }
  // What a library left beside the files that were moved out.
  rmSync(ready, { recursive: true, force: true })
  syncFolder(folder)
}

/** What must be right before the commit, because nothing after it may fail for a reason known before. */
function checkNext(programFile: string, { folderName }: KeptProgram): void {
  const next = filesIn(nextFolder(programFile), programFile)
  if (!existsSync(next.program) || !existsSync(next.keyring))
    throw new Error('the next program is incomplete')
  const backups = backupsFolder(programFile)
  mkdirSync(backups, { recursive: true })
  if (existsSync(join(backups, folderName))) throw new Error('there is a backup of this name')
  // A folder on another drive takes no file by renaming, and copying could be interrupted half-way.
  const trial = join(backups, `${folderName}.partial`)
  mkdirSync(trial, { recursive: true })
  const replaced = replacedFolder(programFile)
  try {
    renameSync(trial, replaced)
    rmdirSync(replaced)
  } catch (error) {
    rmSync(trial, { recursive: true, force: true })
    throw isOtherDrive(error) ? new Failure('refused', 'backups.otherDrive') : error
  }
}

const isOtherDrive = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EXDEV'

/** Every step of a swap by name, so that each can be the last one before a crash. */
export function* swapSteps(programFile: string, kept: KeptProgram): Generator<string> {
  const folder = nextFolder(programFile)
  checkNext(programFile, kept)
  yield 'the next program is complete'
  const next = filesIn(folder, programFile)
  for (const path of [next.program, next.keyring]) syncFile(path)
  replaceFile(join(folder, orderName), JSON.stringify(kept))
  syncFolder(folder)
  yield 'the next program is on the disk'
  renameSync(folder, readyFolder(programFile))
  syncFolder(dirname(programFile))
  yield 'the swap is decided'
  yield* finishingSteps(programFile)
}

function runAll(steps: Generator<string>): void {
  while (!steps.next().done);
}

/**
 * Puts the program prepared in `prepareNext`'s folder in the place of the one at `programFile`: its file and
 * keyring at once. What was there (the program may also be missing) is kept as the backup `kept`.
 *
 * The program must be closed. Stopped at any moment, the old program is untouched, or `finishSwap` finishes it.
 * @throws a refusal `backups.otherDrive` when the folder of backups lies on another drive; nothing is changed then
 */
export function swapProgram(programFile: string, kept: KeptProgram): void {
  runAll(swapSteps(programFile, kept))
}

/**
 * Finishes a swap that was decided and then interrupted. To be called before anything looks for the program.
 * @throws `programOpenElsewhere` while another copy of the app is at it
 */
export function finishSwap(programFile: string): void {
  if (!existsSync(readyFolder(programFile))) return
  const lock = holdProgram(programFile)
  try {
    runAll(finishingSteps(programFile))
  } finally {
    lock.release()
  }
}
