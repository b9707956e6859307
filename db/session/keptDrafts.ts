import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { openBox, sealTo, type SealedBox } from '../opening/sealedBox.ts'

/** One page's drafts: what was typed there and not saved, as the page wrote it down. */
interface PageDrafts<Content> {
  page: string
  content: Content
}

/** More pages than anybody keeps open; the oldest drafts give way. */
const mostPages = 8

const purpose = 'stepping stones: drafts while locked'

/** DER of an X25519 private key (RFC 8410) up to its 32 bytes. */
const privateKeyHead = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** A key pair that follows from the file's key: who can open the file again can open the drafts. */
function privateKeyFor(fileKey: Buffer): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', fileKey, '', purpose, 32))
  const der = Buffer.concat([privateKeyHead, seed])
  const key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  seed.fill(0)
  der.fill(0)
  return key
}

/**
 * What people had typed when the program locked. It stays in memory alone, sealed to a public key, so that
 * pages can hand over theirs after the file's key is gone; that key alone brings them back.
 */
export class KeptDrafts {
  #publicKey: KeyObject | null = null
  #sealed: PageDrafts<SealedBox>[] = []
  #opened: PageDrafts<string>[] = []

  /** Whether anything waits for its typist. */
  get isKeeping(): boolean {
    return this.#sealed.length > 0
  }

  /** The program locks: drafts may come from now on, and those that no page has taken back stay. */
  seal(fileKey: Buffer): void {
    this.#publicKey = createPublicKey(privateKeyFor(fileKey))
    for (const { page, content } of this.#opened.splice(0)) this.keep(page, content)
  }

  /** Takes a page's drafts while the program is locked. */
  keep(page: string, drafts: string): void {
    if (!this.#publicKey) return
    this.#sealed.push({ page, content: sealTo(this.#publicKey, Buffer.from(drafts), purpose) })
    if (this.#sealed.length > mostPages) this.#sealed.shift()
  }

  /** The same person is back: their pages can take back what they typed. */
  open(fileKey: Buffer): void {
    const privateKey = privateKeyFor(fileKey)
    for (const { page, content } of this.#sealed.splice(0)) {
      const drafts = openBox(privateKey, content, purpose)
      if (drafts) this.#opened.push({ page, content: drafts.toString() })
    }
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
