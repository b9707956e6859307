import { setImmediate } from 'node:timers/promises'
import { Failure } from '../failure.ts'
import type { ReportProgress } from './call.ts'

/**
 * Long work whose answer several calls want at once: it is done once for all of them, lets other calls run
 * whenever it reports, and stops when the last call that waits for it was cancelled.
 */
export class SharedWork<Result> {
  readonly #result: Promise<Result>
  #at: Parameters<ReportProgress> | null = null
  #waiting = 0
  #isOver = false
  #hasFailed = false

  /** Begins at once; whoever makes it asks for its `result` before anything else runs. */
  constructor(work: (report: ReportProgress) => Promise<Result>) {
    const report: ReportProgress = async (...at) => {
      this.#at = at
      await setImmediate()
      if (this.#waiting === 0) throw new Failure('cancelled', 'cancelled')
    }
    this.#result = this.#watched(work(report))
    // Each call that waits hears of a failure itself.
    this.#result.catch(() => {})
  }

  async #watched(work: Promise<Result>): Promise<Result> {
    try {
      return await work
    } catch (error) {
      this.#hasFailed = true
      throw error
    } finally {
      this.#isOver = true
    }
  }

  /** True once it ended without an answer, also because nobody waited any more: it has to be begun anew. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** The answer; `progress` is told how far the work is, and ends the waiting of a call that was cancelled. */
  async result(progress?: ReportProgress): Promise<Result> {
    this.#waiting += 1
    try {
      while (progress && !this.#isOver) await (this.#at ? progress(...this.#at) : setImmediate())
      return await this.#result
    } finally {
      this.#waiting -= 1
    }
  }
}
