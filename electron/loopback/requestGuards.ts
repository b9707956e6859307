import type { IncomingHttpHeaders } from 'node:http'

/** What the guards look at: the head of a request, before a byte of its body is read. */
export interface RequestHead {
  method: string
  /** Of HTTP: `1.1` from every browser. */
  version: string
  /** Path and query as sent. */
  url: string
  headers: IncomingHttpHeaders
  /** Names of headers that were sent more than once. */
  repeated: readonly string[]
}

/** Headers that a guard decides by. Which of two a reader takes is anybody's guess, so there may be one only. */
const decidingHeaders = [
  'host',
  'origin',
  'sec-fetch-site',
  'cookie',
  'content-type',
  'content-length',
  'transfer-encoding',
]

/** The doors of the host. Only the page's files and the token exchange are open without the cookie. */
export type Door = 'pageFile' | 'enter' | 'presence' | 'rpc'

/** Why a request is refused: an HTTP status and a code whose text is in `shared/texts`. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 415 | 421
  code:
    'requestNotForUs' | 'requestFromElsewhere' | 'requestMalformed' | 'requestTooLarge' | 'openedWithoutLink'
}

const megabyte = 1024 * 1024

/** Largest body of what is no call, in bytes: a token has 43 letters. */
export const largestToken = 1024
/** Largest body of an ordinary call, in bytes. */
export const largestCall = 1 * megabyte
/** Largest body of `files.put`: the largest file taken in, and room for its wrapping. */
export const largestUpload = 55 * megabyte

const pathOf = (url: string) => url.split(/[?#]/, 1)[0] ?? ''

/** Which door a request knocks at, by its path alone. */
export function doorOf(url: string): Door {
  const path = pathOf(url)
  if (path === '/enter') return 'enter'
  if (path === '/presence') return 'presence'
  return path === '/rpc' || path.startsWith('/rpc/') ? 'rpc' : 'pageFile'
}

/** Another name for this machine in `Host` means that some site's name was pointed here (DNS rebinding). */
export function hostRefusal(head: RequestHead, host: string): Refusal | null {
  return head.headers.host === host ? null : { status: 421, code: 'requestNotForUs' }
}

/** The page's files are only read; everything else is sent as POST, which always carries an `Origin`. */
export function methodRefusal(head: RequestHead, door: Door): Refusal | null {
  const allowed = door === 'pageFile' ? ['GET', 'HEAD'] : ['POST']
  return allowed.includes(head.method) ? null : { status: 405, code: 'requestMalformed' }
}

/** Only the page itself may call. Its files may also be opened by the person, from a link or the address bar. */
export function originRefusal(head: RequestHead, door: Door, origin: string): Refusal | null {
  const refusal: Refusal = { status: 403, code: 'requestFromElsewhere' }
  const site = head.headers['sec-fetch-site']
  if (door === 'pageFile') return site === 'none' || site === 'same-origin' ? null : refusal
  return site === 'same-origin' && head.headers.origin === origin ? null : refusal
}

/** What no browser sends: another version of HTTP, or one of the headers that decide twice. */
export function formRefusal(head: RequestHead): Refusal | null {
  const isDoubtful = head.version !== '1.1' || head.repeated.some((name) => decidingHeaders.includes(name))
  return isDoubtful ? { status: 400, code: 'requestMalformed' } : null
}

function largestBody(head: RequestHead, door: Door): number {
  if (door !== 'rpc') return largestToken
  return pathOf(head.url) === '/rpc/files/put' ? largestUpload : largestCall
}

/** The declared size decides, before anything is read; a body without one is refused. */
export function bodyRefusal(head: RequestHead, door: Door): Refusal | null {
  const length = head.headers['content-length']
  if (head.headers['transfer-encoding'] !== undefined) return { status: 411, code: 'requestMalformed' }
  if (head.method !== 'POST') {
    return length === undefined || length === '0' ? null : { status: 400, code: 'requestMalformed' }
  }
  if (length === undefined || !/^\d{1,12}$/.test(length)) return { status: 411, code: 'requestMalformed' }
  return Number(length) <= largestBody(head, door) ? null : { status: 413, code: 'requestTooLarge' }
}

/** Calls come as JSON or, with a file, as a form; nothing that a plain HTML form could send without a script. */
export function contentTypeRefusal(head: RequestHead, door: Door): Refusal | null {
  if (door !== 'rpc') return null
  const type = head.headers['content-type'] ?? ''
  const upload = pathOf(head.url) === '/rpc/files/put' && /^multipart\/form-data; ?boundary=/.test(type)
  return upload || /^application\/json($|;)/.test(type) ? null : { status: 415, code: 'requestMalformed' }
}

/** All that can be said against a request from its head; null lets it pass on to the cookie's check. */
export function headRefusal(head: RequestHead, door: Door, origin: string): Refusal | null {
  return (
    formRefusal(head) ??
    hostRefusal(head, new URL(origin).host) ??
    methodRefusal(head, door) ??
    originRefusal(head, door, origin) ??
    bodyRefusal(head, door) ??
    contentTypeRefusal(head, door)
  )
}
