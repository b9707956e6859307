import { describe, expect, test } from 'vitest'
import {
  doorOf,
  headRefusal,
  largestCall,
  largestToken,
  largestUpload,
  type RequestHead,
} from '../../electron/loopback/requestGuards.ts'

const origin = 'http://127.0.0.1:4000'
const ownHeaders = { host: '127.0.0.1:4000', origin, 'sec-fetch-site': 'same-origin' }

type Changes = Partial<Omit<RequestHead, 'headers'>> & { headers?: Record<string, string | undefined> }

const callHead = ({ headers, ...rest }: Changes = {}): RequestHead => ({
  method: 'POST',
  url: '/rpc/learners/list',
  version: '1.1',
  repeated: [],
  ...rest,
  headers: { ...ownHeaders, 'content-type': 'application/json', 'content-length': '20', ...headers },
})

const fileHead = ({ headers, ...rest }: Changes = {}): RequestHead => ({
  method: 'GET',
  url: '/',
  version: '1.1',
  repeated: [],
  ...rest,
  headers: { host: '127.0.0.1:4000', 'sec-fetch-site': 'none', ...headers },
})

const refusalOf = (head: RequestHead) => headRefusal(head, doorOf(head.url), origin)

test('a call of the page passes, and so do its files opened by the person or the page', () => {
  expect(refusalOf(callHead())).toBeNull()
  expect(refusalOf(fileHead())).toBeNull()
  expect(
    refusalOf(fileHead({ url: '/assets/a.js', headers: { 'sec-fetch-site': 'same-origin' } })),
  ).toBeNull()
  expect(refusalOf(fileHead({ method: 'HEAD' }))).toBeNull()
})

test.each([
  ['/', 'pageFile'],
  ['/rpc', 'rpc'],
  ['/rpc/a/b?c=/enter', 'rpc'],
  ['/rpcx', 'pageFile'],
  ['/enter?x', 'enter'],
  ['/enter/', 'pageFile'],
  ['/presence', 'presence'],
  ['//rpc/a', 'pageFile'],
  ['', 'pageFile'],
])('%s knocks at the door %s', (url, door) => {
  expect(doorOf(url)).toBe(door)
})

describe('the host named', () => {
  test.each([
    'evil.example:4000',
    'localhost:4000',
    '127.0.0.1',
    '127.0.0.1:4001',
    '127.0.0.1:4000.',
    '',
    undefined,
  ])('%s is not ours', (host) => {
    expect(refusalOf(callHead({ headers: { host } }))).toEqual({ status: 421, code: 'requestNotForUs' })
    expect(refusalOf(fileHead({ headers: { host } }))?.status).toBe(421)
  })
})

describe('where a call comes from', () => {
  test.each(['http://evil.example', 'http://127.0.0.1:4001', 'https://127.0.0.1:4000', 'null', undefined])(
    'origin %s is refused',
    (from) => {
      expect(refusalOf(callHead({ headers: { origin: from } }))).toEqual({
        status: 403,
        code: 'requestFromElsewhere',
      })
    },
  )

  test.each(['cross-site', 'same-site', 'none', undefined])('a call marked %s is refused', (site) => {
    for (const url of ['/rpc/learners/list', '/enter', '/presence']) {
      expect(refusalOf(callHead({ url, headers: { 'sec-fetch-site': site } }))?.status).toBe(403)
    }
  })

  test.each(['cross-site', 'same-site', undefined])('a file asked for by a %s page is refused', (site) => {
    expect(refusalOf(fileHead({ headers: { 'sec-fetch-site': site } }))?.status).toBe(403)
  })
})

test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'post', ''])(
  'a call by %s is refused',
  (method) => {
    for (const url of ['/rpc/learners/list', '/enter', '/presence']) {
      expect(refusalOf(callHead({ method, url }))?.status).toBe(405)
    }
  },
)

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('a file asked for by %s is refused', (method) => {
  expect(refusalOf(fileHead({ method }))?.status).toBe(405)
})

describe('the size of a body', () => {
  const sized = (length: string | undefined, url = '/rpc/learners/list') =>
    refusalOf(callHead({ url, headers: { 'content-length': length } }))

  test('an ordinary call may be 1 MB, a file 55 MB', () => {
    expect(sized(String(largestCall))).toBeNull()
    expect(sized(String(largestCall + 1))).toEqual({ status: 413, code: 'requestTooLarge' })
    expect(sized(String(largestUpload), '/rpc/files/put')).toBeNull()
    expect(sized(String(largestUpload + 1), '/rpc/files/put')?.status).toBe(413)
    expect(sized(String(largestCall + 1), '/rpc/files/put/../../learners/list')?.status).toBe(413)
  })

  test('what is no call carries a token at most', () => {
    for (const url of ['/enter', '/presence']) {
      expect(sized(String(largestToken), url)).toBeNull()
      expect(sized(String(largestToken + 1), url)?.status).toBe(413)
    }
  })

  test.each([undefined, '', '-1', '1e3', '0x10', '1 2', '9999999999999', 'NaN'])(
    '%s is no size',
    (length) => {
      expect(sized(length)?.status).toBe(411)
    },
  )

  test('a body without a size, or with a file asked for, is refused', () => {
    expect(refusalOf(callHead({ headers: { 'transfer-encoding': 'chunked' } }))?.status).toBe(411)
    expect(refusalOf(fileHead({ headers: { 'transfer-encoding': 'chunked' } }))?.status).toBe(411)
    expect(refusalOf(fileHead({ headers: { 'content-length': '5' } }))?.status).toBe(400)
  })
})

test('a header that decides may stand there once', () => {
  for (const name of ['host', 'origin', 'sec-fetch-site', 'cookie', 'content-type', 'content-length']) {
    expect(refusalOf(callHead({ repeated: [name] }))).toEqual({ status: 400, code: 'requestMalformed' })
    expect(refusalOf(fileHead({ repeated: [name] }))?.status).toBe(400)
  }
  expect(refusalOf(callHead({ repeated: ['accept-language'] }))).toBeNull()
})

test.each(['0.9', '1.0', '2.0', ''])('HTTP %s is refused', (version) => {
  expect(refusalOf(callHead({ version }))).toEqual({ status: 400, code: 'requestMalformed' })
  expect(refusalOf(fileHead({ version }))?.status).toBe(400)
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  'text/event-stream',
  '',
  undefined,
])('a call as %s is refused', (type) => {
  expect(refusalOf(callHead({ headers: { 'content-type': type } }))?.status).toBe(415)
})

test('only an upload comes as a form', () => {
  const form = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(refusalOf(callHead({ url: '/rpc/files/put', headers: form }))).toBeNull()
  expect(refusalOf(callHead({ headers: form }))?.status).toBe(415)
})
