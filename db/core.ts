import type { SignedInAccount } from '../shared/contract/session.ts'
import type { IsoDate } from '../shared/values/dates.ts'
import { isoDateOfLocalDay } from './localDay.ts'
import { Failure } from './failure.ts'
import { unforeseenLine } from './calls/unforeseenLine.ts'
import { HeldFiles } from './heldFiles/heldFiles.ts'
import { HeldImports } from './imports/heldImports.ts'
import type { ScryptCost } from './opening/keys.ts'
import type { ProgramFile } from './opening/openFile.ts'

/** What a host decides for the core: where the file lies, what time it is, how hard keys are to guess. */
export interface CoreSettings {
  programFile: string
  host: 'desktop' | 'loopback' | 'commandLine'
  appVersion: string
  isDemo: boolean
  clock: () => Date
  scryptCost: ScryptCost
  /** Entry of the worker thread that reads foreign files and writes workbooks. */
  offThreadEntry: URL | string
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
  #open: OpenProgram | null = null

  constructor(settings: CoreSettings) {
    this.settings = settings
  }

  /** The person signed in, or null. */
  get caller(): SignedInAccount | null {
    return this.#open?.account ?? null
  }

  /** The open file and its account; throws `signInRequired` when there is none. */
  requireOpen(): OpenProgram {
    if (!this.#open) throw new Failure('signInRequired', 'signInRequired')
    return this.#open
  }

  async opened(program: OpenProgram): Promise<void> {
    await this.close()
    this.#open = program
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

  /** Ends the session and closes the file. */
  async close(): Promise<void> {
    const open = this.#open
    this.#open = null
    this.heldFiles.forgetAll()
    this.heldImports.forgetAll()
    open?.key.fill(0)
    await open?.file.close()
  }
}
