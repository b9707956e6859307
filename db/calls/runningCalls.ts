/** The calls at work on the open file, so that it is never closed under one of them. */
export class RunningCalls {
  readonly #calls = new Set<Promise<unknown>>()
  #stop = new AbortController()

  /** Aborted when long work has to end because the file is about to be closed. */
  get stopped(): AbortSignal {
    return this.#stop.signal
  }

  /** Counts a call as running until it has ended, whichever way. */
  track<Result>(call: Promise<Result>): Promise<Result> {
    this.#calls.add(call)
    const forget = () => void this.#calls.delete(call)
    call.then(forget, forget)
    return call
  }

  /** Tells long work to stop, and waits until every call has ended. Never call it from within one. */
  async endAll(): Promise<void> {
    this.#stop.abort()
    this.#stop = new AbortController()
    await Promise.allSettled(this.#calls)
  }
}
