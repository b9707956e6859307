import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A random 256-bit secret as 43 letters that are safe in addresses and cookies. */
export const newSecret = () => randomBytes(32).toString('base64url')

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in a time that tells nothing about where two texts differ. */
export const sameSecret = (given: string, expected: string) =>
  timingSafeEqual(digest(given), digest(expected))

/** Links that each let one browser in, once. The newest alone counts, and only its digest is kept. */
export class OneTimeTokens {
  #digest: string | null = null

  /** A new token; one that was issued before and not used counts no more. */
  issue(): string {
    const token = newSecret()
    this.#digest = digest(token).toString('hex')
    return token
  }

  /** True the first time for the token that was issued last; it counts no more afterwards. */
  use(token: string): boolean {
    if (this.#digest !== digest(token).toString('hex')) return false
    this.#digest = null
    return true
  }
}
