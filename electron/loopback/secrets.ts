import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A random 256-bit secret as 43 letters that are safe in addresses and cookies. */
export const newSecret = () => randomBytes(32).toString('base64url')

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in a time that tells nothing about where two texts differ. */
export const sameSecret = (given: string, expected: string) =>
  timingSafeEqual(digest(given), digest(expected))

/** Links that each let one browser in, once. Only their digests are kept. */
export class OneTimeTokens {
  readonly #digests = new Set<string>()

  issue(): string {
    const token = newSecret()
    this.#digests.add(digest(token).toString('hex'))
    return token
  }

  /** True the first time for a token that was issued; it counts no more afterwards. */
  use(token: string): boolean {
    return this.#digests.delete(digest(token).toString('hex'))
  }
}
