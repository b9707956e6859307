import type { SignedInAccount } from '../shared/contract/session.ts'
import type { IsoDate } from '../shared/values/dates.ts'
import { isoDateOfLocalDay } from './localDay.ts'
import { Failure } from './failure.ts'
import { RunningCalls } from './calls/runningCalls.ts'
import { unforeseenLine } from './calls/unforeseenLine.ts'
import { AutomaticBackups } from './backup/automaticBackups.ts'
import { BackupNotes } from './backup/backupNotes.ts'
import { InTurn } from './backup/inTurn.ts'
import { HeldFiles } from './heldFiles/heldFiles.ts'
import { HeldImports } from './imports/heldImports.ts'
import { wakeMachineKey } from './keys/machineKey.ts'
import type { ScryptCost } from './opening/keys.ts'
import type { MachineVault } from './opening/machineVault.ts'
import type { ProgramFile } from './opening/openFile.ts'
import { SignInTries } from './opening/signInTries.ts'
import { Idleness } from './session/idleness.ts'
import { idleMinutesOf } from './session/idleMinutes.ts'
import { KeptDrafts } from './session/keptDrafts.ts'

/** What a host decides for the core: where the file lies, what time it is, how hard keys are to guess. */
export interface CoreSettings {
  programFile: string
  host: 'desktop' | 'loopback' | 'commandLine'
  appVersion: string
  isDemo: boolean
  clock: () => Date
  scryptCost: ScryptCost
  /** The key store of the system, on hosts that have one. */
  machineVault: MachineVault | null
  /** Entry of the worker thread that reads foreign files and writes workbooks. */
  offThreadEntry: URL | string
  /** Whether backups are made by themselves: at starts, daily, and before what could go wrong. */
  automaticBackups: boolean
  /** Takes one line about an unforeseen error: a code and a place in the program, no data. */
  log: (line: string) => void
}

interface OpenProgram {
  file: ProgramFile
  key: Buffer
  account: SignedInAccount
}

/** The core of the app: one program file, at most one person signed in. Use cases reach all else through it. */
export class Core {
  readonly settings: CoreSettings
  readonly heldFiles = new HeldFiles()
  readonly heldImports = new HeldImports()
  readonly runningCalls = new RunningCalls()
  readonly keptDrafts = new KeptDrafts()
  readonly idleness: Idleness
  readonly signInTries: SignInTries
  /** Nobody has been in yet since the app started: a machine's key may open the file this once. */
  isFresh = true
  readonly backupTurns = new InTurn()
  readonly backupNotes: BackupNotes
  readonly automaticBackups = new AutomaticBackups(this)
  #open: OpenProgram | null = null
  #locked: SignedInAccount | null = null
  /** Whose file is being exchanged for another at this moment; they stay signed in. */
  #away: SignedInAccount | null = null
  #backAgain: Promise<void> = Promise.resolve()

  constructor(settings: CoreSettings) {
    this.settings = settings
    this.idleness = new Idleness(
      () => settings.clock(),
      () => void this.lock().catch((error: unknown) => this.noteUnforeseen(error)),
    )
    this.signInTries = new SignInTries(settings.programFile, settings.clock)
    this.backupNotes = new BackupNotes(settings.programFile)
  }

  /** The person signed in, or null. */
  get caller(): SignedInAccount | null {
    return this.#open?.account ?? this.#away
  }

  /** The open file and its account; throws `signInRequired` when there is none. */
  requireOpen(): OpenProgram {
    if (!this.#open) throw new Failure('signInRequired', 'signInRequired')
    return this.#open
  }

  /** The person for whom the program is locked, or null. */
  get lockedFor(): SignedInAccount | null {
    return this.#locked
  }

  /** Whether the program can lock: nobody knows the passphrase that would open a demo again. */
  get mayLock(): boolean {
    return !this.settings.isDemo
  }

  /** Somebody has signed in, or come back: drafts are for the person who typed them alone. */
  async opened(program: OpenProgram): Promise<void> {
    const idleMinutes = this.mayLock ? await idleMinutesOf(program.file.reader) : null
    const isBack = this.#locked?.id === program.account.id
    if (isBack) this.keptDrafts.open(program.key)
    else this.keptDrafts.forgetAll()
    this.#locked = null
    const before = this.#open
    this.#open = program
    this.isFresh = false
    this.idleness.begin(idleMinutes)
    await this.#shut(before)
    this.automaticBackups.opened()
    await wakeMachineKey(this, program.account.name).catch((error: unknown) => this.noteUnforeseen(error))
  }

  /** Closes the file and forgets its key until somebody gives a passphrase; what they had typed stays, sealed. */
  async lock(): Promise<void> {
    await this.#backAgain
    const open = this.#open
    if (!open || !this.mayLock) return
    this.#locked = open.account
    this.#open = null
    this.keptDrafts.seal(open.key)
    await this.runningCalls.endAll()
    await this.#shut(open)
    await this.settings.machineVault?.rest().catch((error: unknown) => this.noteUnforeseen(error))
  }

  /** Ends the session for good, a locked one too. */
  async signOut(): Promise<void> {
    await this.#backAgain
    const open = this.#open
    this.#open = null
    await this.runningCalls.endAll()
    this.#forget()
    await this.#shut(open)
  }

  /**
   * Closes the file for a call that puts another in its place and opens that, all within `work`. For the pages
   * the same person stays signed in; whoever locks or signs out meanwhile waits until it is done.
   */
  async whileClosed<Result>(work: () => Promise<Result>): Promise<Result> {
    const open = this.requireOpen()
    const done = Promise.withResolvers<void>()
    this.#backAgain = done.promise
    this.#away = open.account
    this.#open = null
    try {
      await this.#shut(open)
      return await work()
    } finally {
      this.#away = null
      done.resolve()
    }
  }

  /** The signed-in person's own choices changed. */
  accountChanged(account: SignedInAccount): void {
    this.requireOpen().account = account
  }

  today(): IsoDate {
    return isoDateOfLocalDay(this.settings.clock())
  }

  now(): string {
    return this.settings.clock().toISOString()
  }

  /** Errors nobody planned for are logged by kind and place; what people typed never is. */
  noteUnforeseen(error: unknown): void {
    const line = unforeseenLine(error)
    if (line !== null) this.settings.log(line)
  }

  /** Ends everything, at the end of the process or from within a call: nothing at work is waited for. */
  async close(): Promise<void> {
    const open = this.#open
    this.#open = null
    this.#forget()
    await this.#shut(open)
  }

  #forget(): void {
    this.#locked = null
    this.keptDrafts.forgetAll()
  }

  async #shut(open: OpenProgram | null): Promise<void> {
    if (!this.#open) this.idleness.end()
    await this.automaticBackups.closing()
    this.heldFiles.forgetAll()
    this.heldImports.forgetAll()
    open?.key.fill(0)
    await open?.file.close()
  }
}
