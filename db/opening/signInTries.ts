import { readFileSync, rmSync } from 'node:fs'
import * as z from 'zod'
import { replaceFile } from './replaceFile.ts'

/** Whose secret is tried: an account's passphrase, a name that nobody has, or the recovery code. */
export type TriedHolder = `account:${string}` | 'unknownName' | 'recoveryCode'

const tries = z.object({
  who: z.string(),
  /** Wrong tries in a row. */
  wrong: z.int().nonnegative(),
  /** Wrong tries that the record of changes does not have yet. */
  unrecorded: z.int().nonnegative(),
  /** The newest one, ISO 8601, UTC. */
  lastAt: z.iso.datetime(),
})
type Tries = z.infer<typeof tries>
const triesFile = z.object({ version: z.literal(1), tries: z.array(tries) })

const longestWait = 15 * 60
const freeTries = 3

/** Seconds to wait after so many wrong tries in a row: none after three, then 1, 2, 4 … up to 15 minutes. */
export const secondsAfter = (wrong: number) =>
  wrong <= freeTries ? 0 : Math.min(longestWait, 2 ** Math.min(wrong - freeTries - 1, 20))

/** `program.stones` has its wrong tries in `program.stones.tries`. */
export const triesPath = (programFile: string) => `${programFile}.tries`

/**
 * Wrong passphrases and recovery codes, counted beside the program file so that starting the app again does
 * not shorten a wait. Nor does setting the clock back: the wait then begins anew.
 */
export class SignInTries {
  readonly #path: string
  readonly #clock: () => Date
  #queue: Promise<unknown> = Promise.resolve()

  constructor(programFile: string, clock: () => Date) {
    this.#path = triesPath(programFile)
    this.#clock = clock
  }

  #read(): Tries[] {
    try {
      return triesFile.parse(JSON.parse(readFileSync(this.#path, 'utf8'))).tries
    } catch {
      // None yet, or damaged: whoever can write here can also remove it, so nothing is won by refusing.
      return []
    }
  }

  #write(all: readonly Tries[]): void {
    if (all.length === 0) rmSync(this.#path, { force: true })
    else replaceFile(this.#path, `${JSON.stringify({ version: 1, tries: all }, null, 2)}\n`)
  }

  #change(who: TriedHolder, change: (before: Tries) => Tries): void {
    const all = this.#read()
    const none: Tries = { who, wrong: 0, unrecorded: 0, lastAt: this.#clock().toISOString() }
    const after = change(all.find((one) => one.who === who) ?? none)
    const others = all.filter((one) => one.who !== who)
    this.#write(after.wrong > 0 || after.unrecorded > 0 ? [...others, after] : others)
  }

  /** Whole seconds until the next try is taken; 0 when it is taken now. */
  secondsToWait(who: TriedHolder): number {
    const before = this.#read().find((one) => one.who === who)
    const wait = secondsAfter(before?.wrong ?? 0)
    if (!before || wait === 0) return 0
    const now = this.#clock()
    const passed = (now.getTime() - Date.parse(before.lastAt)) / 1000
    if (passed < 0) {
      this.#change(who, (one) => ({ ...one, lastAt: now.toISOString() }))
      return wait
    }
    return Math.max(0, Math.ceil(wait - passed))
  }

  async #attempt<Value>(who: TriedHolder, check: () => Promise<Value | null>) {
    const seconds = this.secondsToWait(who)
    if (seconds > 0) return { outcome: 'wait', seconds } as const
    const before = this.#read().find((one) => one.who === who)
    const putBack = (wrong: number) =>
      this.#change(who, (one) => ({ ...one, unrecorded: 0, ...before, wrong }))
    // Counted as wrong until it proves right, so that ending the app in between wins no free try.
    this.#change(who, (one) => ({
      ...one,
      wrong: one.wrong + 1,
      unrecorded: one.unrecorded + 1,
      lastAt: this.#clock().toISOString(),
    }))
    const value = await check().catch((error: unknown) => {
      // Something else is wrong: that was no guess.
      putBack(before?.wrong ?? 0)
      throw error
    })
    if (value === null) return { outcome: 'wrong', seconds: this.secondsToWait(who) } as const
    putBack(0)
    return { outcome: 'right', value, wrongBefore: before?.wrong ?? 0 } as const
  }

  /**
   * Lets `check` look at a secret (null: it is wrong), one try after the other. Answers with what it found
   * and how many wrong tries there were before, or with how many seconds to wait.
   */
  attempt<Value>(who: TriedHolder, check: () => Promise<Value | null>) {
    const attempt = this.#queue.then(() => this.#attempt(who, check))
    this.#queue = attempt.catch(() => {})
    return attempt
  }

  /** Wrong tries that the record of changes does not have yet. */
  unrecorded(): readonly { who: string; count: number; lastAt: string }[] {
    return this.#read()
      .filter(({ unrecorded }) => unrecorded > 0)
      .map(({ who, unrecorded, lastAt }) => ({ who, count: unrecorded, lastAt }))
  }

  /** The record of changes has them now. */
  markRecorded(): void {
    const all = this.#read()
    if (all.some(({ unrecorded }) => unrecorded > 0))
      this.#write(all.map((one) => ({ ...one, unrecorded: 0 })).filter(({ wrong }) => wrong > 0))
  }

  /** Somebody was given a new secret: the count begins anew. */
  forget(who: TriedHolder): void {
    if (this.#read().some((one) => one.who === who)) this.#change(who, (one) => ({ ...one, wrong: 0 }))
  }
}
