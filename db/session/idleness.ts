const minute = 60_000

/** How much later than the page the core locks by itself: the page says only every half minute that someone works. */
const graceOfCore = minute

/** What lies between a key pressed on the page and its arrival here, in milliseconds. */
const latency = 2_000

/** How often the core looks at the clock, in milliseconds. */
const lookEvery = 15_000

/** How long nobody has worked. Where the page is asleep or gone, the core still locks on its own. */
export class Idleness {
  readonly #clock: () => Date
  readonly #onOver: () => void
  #lastActivity = 0
  #limit: number | null = null
  #looking: NodeJS.Timeout | undefined

  /** `onOver` is called when nobody has worked for the time allowed and a minute more. */
  constructor(clock: () => Date, onOver: () => void) {
    this.#clock = clock
    this.#onOver = onOver
  }

  /** Somebody has signed in; after `minutes` without work the program locks, never when null. */
  begin(minutes: number | null): void {
    this.end()
    this.allow(minutes)
    this.noteActivity()
    this.#looking = setInterval(() => this.look(), lookEvery).unref()
  }

  /** Another time allowed, in minutes; null for any. */
  allow(minutes: number | null): void {
    this.#limit = minutes === null ? null : minutes * minute
  }

  /** The time allowed without work, in minutes; null for any. */
  get minutes(): number | null {
    return this.#limit === null ? null : this.#limit / minute
  }

  noteActivity(): void {
    this.#lastActivity = this.#now()
  }

  /** Whether nobody has worked for the time allowed, on any page. */
  get isOver(): boolean {
    return this.#limit !== null && this.#idleFor() >= this.#limit - latency
  }

  /** Looks at the clock; for the timer, and for tests that move the clock. */
  look(): void {
    if (this.#limit === null || this.#idleFor() < this.#limit + graceOfCore) return
    this.end()
    this.#onOver()
  }

  end(): void {
    clearInterval(this.#looking)
    this.#limit = null
  }

  #now = () => this.#clock().getTime()

  /** A clock set back starts the wait anew, rather than keeping the file open for longer. */
  #idleFor(): number {
    const now = this.#now()
    if (now < this.#lastActivity) this.#lastActivity = now
    return now - this.#lastActivity
  }
}
