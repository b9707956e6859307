import {
  keyPairFrom,
  openWithPrivateKey,
  sealToPublicKey,
  type KeyPair,
  type PairSealed,
} from '../opening/keyPairs.ts'
import { derivedKey } from '../opening/keys.ts'

/** One page's drafts: what was typed there and not saved, as the page wrote it down. */
interface PageDrafts<Content> {
  page: string
  content: Content
}

/** More pages than anybody keeps open; the oldest drafts give way. */
const mostPages = 8

const purpose = 'stepping stones: drafts while locked'

/** A key pair that follows from the file's key: who can open the file again can open the drafts. */
function pairFor(fileKey: Buffer): KeyPair {
  const secret = derivedKey(fileKey, purpose)
  const pair = keyPairFrom(secret)
  secret.fill(0)
  return pair
}

/**
 * What people had typed when the program locked. It stays in memory alone, sealed to a public key, so that
 * pages can hand over theirs after the file's key is gone; that key alone brings them back.
 */
export class KeptDrafts {
  #publicKey: Buffer | null = null
  #sealed: PageDrafts<PairSealed>[] = []
  #opened: PageDrafts<string>[] = []

  /** Whether anything waits for its typist. */
  get isKeeping(): boolean {
    return this.#sealed.length > 0
  }

  /** The program locks: drafts may come from now on, and those that no page has taken back stay. */
  seal(fileKey: Buffer): void {
    const pair = pairFor(fileKey)
    pair.privateKey.fill(0)
    this.#publicKey = pair.publicKey
    for (const { page, content } of this.#opened.splice(0)) this.keep(page, content)
  }

  /** Takes a page's drafts while the program is locked. */
  keep(page: string, drafts: string): void {
    if (!this.#publicKey) return
    this.#sealed.push({ page, content: sealToPublicKey(Buffer.from(drafts), this.#publicKey, purpose) })
    if (this.#sealed.length > mostPages) this.#sealed.shift()
  }

  /** The same person is back: their pages can take back what they typed. */
  open(fileKey: Buffer): void {
    const pair = pairFor(fileKey)
    for (const { page, content } of this.#sealed.splice(0)) {
      const drafts = openWithPrivateKey(content, pair, purpose)
      if (drafts) this.#opened.push({ page, content: drafts.toString() })
    }
    pair.privateKey.fill(0)
    this.#publicKey = null
  }

  /** Gives a page its drafts back, once. */
  take(page: string): string[] {
    const mine = this.#opened.filter((drafts) => drafts.page === page)
    this.#opened = this.#opened.filter((drafts) => drafts.page !== page)
    return mine.map(({ content }) => content)
  }

  forgetAll(): void {
    this.#publicKey = null
    this.#sealed = []
    this.#opened = []
  }
}
