import fc from 'fast-check'
import { largestCall, largestToken } from '../../electron/loopback/requestGuards.ts'
import { methods } from '../../shared/contract/methods.ts'
import { anyJson, prototypeNames } from '../contract/arbitraryInput.ts'

/** A request before it is written on the wire. */
export interface RawRequest {
  method: string
  target: string
  version: string
  headers: readonly (readonly [string, string])[]
  body: string | Buffer
}

/** What a bad request is made from, and one fault of it, in a word for the count. */
export interface Fault {
  kind: string
  spoil: (good: RawRequest) => RawRequest | Buffer
}

export interface Surroundings {
  origin: string
  port: number
  /** Of a page that was let in. */
  cookie: string
}

/** A call by the page that the host answers: every bad one differs from it in one point. */
export const goodCall = ({ origin, port, cookie }: Surroundings, body = '{"json":{}}'): RawRequest => ({
  method: 'POST',
  target: '/rpc/session/state',
  version: 'HTTP/1.1',
  headers: [
    ['Host', `127.0.0.1:${port}`],
    ['Connection', 'close'],
    ['Origin', origin],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Cookie', cookie],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(Buffer.byteLength(body))],
  ],
  body,
})

/** A request as its bytes go over the wire. */
export function written({ method, target, version, headers, body }: RawRequest): Buffer {
  const head = [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)])
}

const without = (name: string, { headers }: RawRequest) =>
  headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase())

const withHeader = (good: RawRequest, name: string, value: string | null): RawRequest => ({
  ...good,
  headers: value === null ? without(name, good) : [...without(name, good), [name, value]],
})

const withBody = (good: RawRequest, body: string | Buffer): RawRequest => ({
  ...withHeader(good, 'Content-Length', String(Buffer.byteLength(body))),
  body,
})

const headerFaults = (kind: string, name: string, values: fc.Arbitrary<string | null>): fc.Arbitrary<Fault> =>
  values.map((value) => ({ kind, spoil: (good) => withHeader(good, name, value) }))

/** Text that may stand in a header: no line breaks, and no blanks at its ends. */
const headerText = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `x${text}x`)
const word = fc.oneof(
  fc.constantFrom(...prototypeNames, '..', '%2e%2e', '%00', '', 'state', 'rpc'),
  headerText,
)
const pathOf = (words: readonly string[]) => words.map(encodeURIComponent).join('/')

const names = new Set(methods.map(({ name }) => name))
const unknownMethods = fc
  .array(word, { maxLength: 4 })
  .filter((words) => !names.has(words.filter((one) => one !== '').join('.')))
  .map((words): Fault => ({
    kind: 'unknown method',
    spoil: (good) => ({ ...good, target: `/rpc/${pathOf(words)}` }),
  }))

/** Bodies that are no input: what is no JSON, what is no envelope, and envelopes that point at nothing. */
const brokenJson = fc.oneof(
  fc.constantFrom(
    '{',
    '[',
    '"',
    '{"json":',
    '{"json":{}',
    '\u0000',
    '{json:{}}',
    "{'json':{}}",
    '{"json":{}}}',
    'NaN',
    'undefined',
  ),
  fc.constantFrom(
    '['.repeat(100_000),
    '{"json":'.repeat(50_000),
    '{"json":{},"meta":[[0,"__proto__","polluted"]]}',
  ),
  fc.constantFrom(
    '{"json":{"a":"1"},"meta":[[0,"constructor","prototype","polluted"]]}',
    '{"json":{},"meta":[[1,"x"]]}',
  ),
  fc.constantFrom(
    '{"json":{},"meta":[null]}',
    '{"json":{},"meta":7}',
    '{"json":{},"maps":[["x"]],"meta":[[5,"y","z"]]}',
  ),
  fc
    .json()
    .map((text) => text.slice(0, -1))
    .filter((text) => text !== '' && !isJson(text)),
)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const targets = [
  '/../secret.html',
  '/..%2fsecret.html',
  '/%2e%2e/secret.html',
  '/%2e%2e%2fsecret.html',
  '/assets/..%5c..%5csecret.html',
  '/assets/../../secret.html',
  '/index.html%00',
  '/index.html%00.js',
  '//index.html',
  '/.',
  '/./',
  '\\..\\secret.html',
  '/assets\\main.js',
  '/%2561ssets/main.js',
  '/assets/main.js/',
  '/assets/main.js.map',
  '/INDEX.HTML',
  '/file:///etc/passwd',
  'http://127.0.0.1/index.html',
  'http://evil.example/',
  'file:///etc/passwd',
  '*',
  '/C:/Windows/win.ini',
  '/proc/self/environ',
  '/%',
  '/%zz',
  '/%c0%ae%c0%ae/secret.html',
  '/?x',
  '/index.html?x',
  '/index.html;x',
  '/__proto__',
  '/constructor',
]

const pageFaults = fc
  .oneof(
    fc.constantFrom(...targets),
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `/x/${words.map(encodeURI).join('/')}`),
  )
  .map((target): Fault => ({
    kind: 'path',
    spoil: (good) => ({
      ...withHeader(withHeader(good, 'Content-Length', null), 'Content-Type', null),
      method: 'GET',
      target,
      body: '',
    }),
  }))

const tokens = fc
  .oneof(
    fc.constantFrom('', 'x'.repeat(43), '__proto__', 'null'),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.base64String({ minLength: 44, maxLength: 44 }),
  )
  .map((token): Fault => ({
    kind: 'guessed token',
    spoil: (good) => ({ ...withBody(good, token), target: '/enter' }),
  }))

const frames: readonly [string, (good: RawRequest) => Buffer][] = [
  [
    'line feeds alone',
    (good) => Buffer.from(written(good).toString('latin1').replaceAll('\r\n', '\n').replace(/\n/, '\n\x01')),
  ],
  [
    'folded header',
    (good) => Buffer.from(written(good).toString('latin1').replace('\r\nOrigin: ', '\r\nOrigin:\r\n ')),
  ],
  [
    'blank before the colon',
    (good) => Buffer.from(written(good).toString('latin1').replace('Origin:', 'Origin :')),
  ],
  ['NUL in a header', (good) => Buffer.from(written(withHeader(good, 'X-A', 'a\u0000b')))],
  ['no head', () => Buffer.from('\r\n\r\n\r\n')],
  ['another protocol', () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
  ['TLS', () => Buffer.from('160301020001000 1fc0303'.replaceAll(' ', ''), 'hex')],
  ['half a head', (good) => written(good).subarray(0, 60)],
  ['half a body', (good) => written(good).subarray(0, -3)],
]

const chunked = (good: RawRequest, coding: string, body: string): RawRequest => ({
  ...withHeader(withHeader(good, 'Content-Length', null), 'Transfer-Encoding', coding),
  body,
})

const codings = fc
  .tuple(
    fc.constantFrom('chunked', 'gzip, chunked', 'identity', 'xchunked', 'chunked, chunked', ' chunked'),
    fc.constantFrom(
      'b\r\n{"json":{}}\r\n0\r\n\r\n',
      '0\r\n\r\n',
      'ffffffffffffffff\r\n',
      '-1\r\n',
      'b;x=y\r\n{"json":{}}\r\n0\r\nHost: x\r\n\r\n',
      '',
    ),
    fc.boolean(),
  )
  .map(([coding, body, keepsLength]): Fault => ({
    kind: 'transfer coding',
    spoil: (good) => {
      const made = chunked(good, coding, body)
      return keepsLength ? { ...made, headers: [...made.headers, ['Content-Length', '11']] } : made
    },
  }))

const twice = fc
  .constantFrom('Host', 'Origin', 'Sec-Fetch-Site', 'Cookie', 'Content-Type', 'Content-Length')
  .chain((name) => fc.tuple(fc.constant(name), fc.boolean(), headerText))
  .map(([name, isSame, other]): Fault => ({
    kind: 'header twice',
    spoil: (good) => {
      const value = good.headers.find(([own]) => own === name)![1]
      return { ...good, headers: [...good.headers, [name, isSame ? value : other]] }
    },
  }))

/** Bad requests of every kind, each with one fault that alone must have it refused. */
export const anyFault = ({ origin, port, cookie }: Surroundings): fc.Arbitrary<Fault> =>
  fc.oneof(
    headerFaults(
      'host name',
      'Host',
      fc.oneof(
        fc.constantFrom(
          null,
          '',
          'localhost',
          `localhost:${port}`,
          `evil.example:${port}`,
          '127.0.0.1',
          `127.0.0.1:${port + 1}`,
          `[::1]:${port}`,
          `127.0.0.1.nip.example:${port}`,
          `127.0.0.1:${port}.`,
          `127.1:${port}`,
          `2130706433:${port}`,
        ),
        headerText,
      ),
    ),
    headerFaults(
      'origin',
      'Origin',
      fc.oneof(
        fc.constantFrom(
          null,
          '',
          'null',
          'http://evil.example',
          `http://localhost:${port}`,
          `https://127.0.0.1:${port}`,
          `${origin}/`,
          `${origin}.evil.example`,
          `${origin}, ${origin}`,
        ),
        headerText,
      ),
    ),
    headerFaults(
      'site',
      'Sec-Fetch-Site',
      fc.oneof(
        fc.constantFrom(
          null,
          '',
          'cross-site',
          'same-site',
          'none',
          'Same-Origin',
          'same-origin, cross-site',
        ),
        headerText,
      ),
    ),
    headerFaults(
      'cookie',
      'Cookie',
      fc.oneof(
        fc.constantFrom(
          null,
          '',
          cookie.slice(0, -1),
          `${cookie}x`,
          cookie.toUpperCase(),
          cookie.replace(String(port), String(port + 1)),
          `stones-${port}=`,
          `stones-${port}=${'x'.repeat(43)}`,
        ),
        headerText,
      ),
    ),
    headerFaults(
      'content type',
      'Content-Type',
      fc.oneof(
        fc.constantFrom(
          null,
          '',
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'text/event-stream',
          'application/jsonx',
          'text/json',
          '*/*',
        ),
        headerText,
      ),
    ),
    headerFaults(
      'length',
      'Content-Length',
      fc.constantFrom(
        null,
        '',
        '-1',
        '+11',
        '0x0b',
        '1e1',
        '11 11',
        '11,11',
        String(largestCall + 1),
        '99999999999999999999',
      ),
    ),
    headerFaults(
      'huge header',
      'X-Large',
      fc.integer({ min: 17_000, max: 80_000 }).map((length) => 'x'.repeat(length)),
    ),
    fc
      .constantFrom(
        'GET',
        'HEAD',
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
        'TRACE',
        'CONNECT',
        'PROPFIND',
        'post',
        'PO ST',
        'POST\u0000',
        '__proto__',
        '',
      )
      .map((method): Fault => ({ kind: 'method', spoil: (good) => ({ ...good, method }) })),
    fc
      .constantFrom('HTTP/1.0', 'HTTP/1.1x', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', 'ICY/1.1', '')
      .map((version): Fault => ({ kind: 'version', spoil: (good) => ({ ...good, version }) })),
    unknownMethods,
    brokenJson.map((body): Fault => ({ kind: 'no envelope', spoil: (good) => withBody(good, body) })),
    anyJson.map((input): Fault => ({
      kind: 'input',
      spoil: (good) => ({
        ...withBody(good, JSON.stringify({ json: input }) ?? ''),
        target: '/rpc/accounts/changePassphrase',
      }),
    })),
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes): Fault => ({
      kind: 'bytes for JSON',
      spoil: (good) => withBody(good, Buffer.concat([Buffer.from([0xff]), bytes])),
    })),
    fc
      .constantFrom(
        '--x\r\n',
        '--x--',
        '',
        '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"json":{"file":null},"maps":[["__proto__"]]}\r\n--x--\r\n',
      )
      .map((body): Fault => ({
        kind: 'no form',
        spoil: (good) => ({
          ...withHeader(withBody(good, body), 'Content-Type', 'multipart/form-data; boundary=x'),
          target: '/rpc/files/put',
        }),
      })),
    tokens,
    fc.constant<Fault>({
      kind: 'long token',
      spoil: (good) => ({ ...withBody(good, 'x'.repeat(largestToken + 1)), target: '/enter' }),
    }),
    pageFaults,
    codings,
    twice,
    fc.constantFrom(...frames).map(([kind, spoil]): Fault => ({ kind, spoil })),
    fc
      .uint8Array({ minLength: 1, maxLength: 300 })
      .map((bytes): Fault => ({ kind: 'any bytes', spoil: () => Buffer.from(bytes) })),
  )
