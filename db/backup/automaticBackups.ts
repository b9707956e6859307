import { isDailyBackupDue } from '../../shared/rules/backupThinning.ts'
import type { BackupReason } from '../../shared/values/backups.ts'
import type { Core } from '../core.ts'
import { Failure } from '../failure.ts'
import { backupsIn } from './backupFolders.ts'
import { backUp } from './backUp.ts'
import { backupsFolder } from './places.ts'

/** How often an open program is asked whether a day has passed, in milliseconds. */
const askEvery = 10 * 60 * 1000

/** Backs the program up by itself, in the background: at the first sign-in after a start, and once a day. */
export class AutomaticBackups {
  readonly #core: Core
  #isStartDone = false
  #timer: NodeJS.Timeout | undefined
  #stop: AbortController | undefined
  #running: Promise<void> | undefined

  constructor(core: Core) {
    this.#core = core
  }

  /** Somebody signed in. */
  opened(): void {
    if (!this.#core.settings.automaticBackups) return
    this.#stop = new AbortController()
    this.#timer = setInterval(() => this.backUpIfDue(), askEvery).unref()
    // Each call of the command line is a start of its own: there only the day counts.
    if (this.#isStartDone || this.#core.settings.host === 'commandLine') this.backUpIfDue()
    else this.#begin('start')
  }

  /** Makes the daily backup when the newest is a day old. */
  backUpIfDue(): void {
    const newest = backupsIn(
      backupsFolder(this.#core.settings.programFile),
      this.#core.settings.programFile,
    )[0]
    if (isDailyBackupDue(newest?.manifest.madeAt ?? null, this.#core.now())) this.#begin('daily')
  }

  #begin(reason: BackupReason): void {
    if (this.#running) return
    this.#running = this.#make(reason).finally(() => (this.#running = undefined))
  }

  async #make(reason: BackupReason): Promise<void> {
    try {
      const { key } = this.#core.requireOpen()
      await backUp(this.#core, { reason, key }, { signal: this.#stop?.signal })
      if (reason === 'start') this.#isStartDone = true
    } catch (error) {
      // What a person can do something about is noted as the backups' trouble, and shown at each sign-in.
      if (!(error instanceof Failure)) this.#core.noteUnforeseen(error)
    }
  }

  /** Resolves when no backup is under way. */
  async settled(): Promise<void> {
    await this.#running
  }

  /**
   * The file is about to be closed: a backup under way is stopped, so that nobody waits to leave. The command
   * line ends right after its call; there the backup is finished, or none would ever be.
   */
  async closing(): Promise<void> {
    clearInterval(this.#timer)
    if (this.#core.settings.host !== 'commandLine') this.#stop?.abort()
    await this.#running
  }
}
