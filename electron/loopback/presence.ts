import type { ServerResponse } from 'node:http'

/**
 * Knows whether a page is open: each holds an answer that never ends. `onGone` runs once when no page has
 * been there for `patience` milliseconds after the last one closed; a reload is shorter than that.
 */
export class Presence {
  readonly #open = new Set<ServerResponse>()
  readonly #patience: number
  readonly #onGone: () => void
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(patience: number, onGone: () => void) {
    this.#patience = patience
    this.#onGone = onGone
  }

  /** Holds the answer open for as long as its page is. */
  hold(response: ServerResponse): void {
    clearTimeout(this.#timer)
    this.#open.add(response)
    response.once('close', () => {
      this.#open.delete(response)
      if (this.#open.size === 0 && !this.#isStopped) this.#timer = setTimeout(this.#onGone, this.#patience)
    })
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.flushHeaders()
  }

  /** Lets every page go and waits for none: a timer that is left would keep the process alive. */
  stop(): void {
    this.#isStopped = true
    for (const response of this.#open) response.destroy()
    clearTimeout(this.#timer)
  }
}
