import fc from 'fast-check'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../electron/page/contentSecurityPolicy.ts'
import { largestCall, largestUpload } from '../../electron/loopback/requestGuards.ts'
import { methods } from '../../shared/contract/methods.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { codeOf, testHost } from './testHost.ts'

let host: Awaited<ReturnType<typeof testHost>>
beforeAll(async () => {
  host = await testHost()
  const client = await host.client()
  await client.program.setUp({
    programName: 'Bridge',
    language: 'en',
    accountName: testAccountName,
    passphrase: testPassphrase,
    startWith: 'empty',
  })
})
afterAll(() => host.dispose())

describe('the page', () => {
  const opened = { 'sec-fetch-site': 'none' }

  test('is served under the strict policy and kept by no cache', async () => {
    for (const path of ['/', '/index.html', '/assets/main.js']) {
      const { status, headers } = await host.send({ path, headers: opened })
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
    expect(contentSecurityPolicy).not.toContain('unsafe')
  })

  test.each([
    '/secret.html',
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/assets/..%5c..%5csecret.html',
    '/assets/%252e%252e/secret.html',
    '//index.html',
    '/./index.html',
    '/INDEX.HTML',
    '/index.html%00',
    '/index.html/',
    '/assets',
    '/assets/',
    '/assets/main.js.map',
    '/assets/main.js?v=1',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '*',
  ])('%s is no file of it', async (path) => {
    const answer = await host.send({ path, headers: opened })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })
})

describe('the token', () => {
  test('is traded for the cookie once', async () => {
    const token = new URL(host.newLink()).hash.slice('#token='.length)
    const first = await host.enter(token)
    expect(first.status).toBe(204)
    expect(first.headers['set-cookie']![0]).toMatch(
      /^stones-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const again = await host.enter(token)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test.each(['', 'wrong', 'x'.repeat(43)])('%s is refused', async (token) => {
    expect((await host.enter(token)).status).toBe(401)
  })

  test('never stands in a part of the link that is sent', () => {
    const link = new URL(host.newLink())
    expect(link.search).toBe('')
    expect(Buffer.from(link.hash.slice('#token='.length), 'base64url').length).toBe(32)
  })
})

describe('without the cookie', () => {
  test.each(methods.map(({ name }) => name))('%s is refused', async (name) => {
    const answer = await host.call(name)
    expect(answer.status).toBe(401)
    expect(codeOf(answer)).toBe('openedWithoutLink')
  })

  test('so is presence, and a call with a cookie of another value', async () => {
    const presence = await host.send({ method: 'POST', path: '/presence', headers: host.fromPage, body: '' })
    expect(presence.status).toBe(401)
    const guessed = { cookie: `stones-${host.port}=${'x'.repeat(43)}` }
    expect((await host.call('session.state', { headers: guessed })).status).toBe(401)
  })
})

describe('with the cookie', () => {
  test('the page calls the core, and a refusal keeps its type', async () => {
    const client = await host.client()
    expect(await client.session.state({})).toMatchObject({ state: 'signedIn', host: 'loopback' })
    const taken = client.accounts.create({
      name: testAccountName,
      roles: ['viewer'],
      language: 'en',
      passphrase: testPassphrase,
    })
    expect(await failureOf(taken)).toMatchObject({ kind: 'invalidInput', fields: [{ code: 'nameTaken' }] })
  })

  test('a file goes in and comes out as it was', async () => {
    const client = await host.client()
    const bytes = Buffer.alloc(2 * 1024 * 1024, 'ñ')
    const ticket = await client.files.put({ file: new File([bytes], 'lista de año.csv') })
    expect(ticket).toMatchObject({ name: 'lista de año.csv', size: bytes.length })
    const file = await client.files.take({ fileId: ticket.fileId })
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('long work says how far it is, and stops when the page goes away', async () => {
    const client = await host.client()
    const kinds: string[] = []
    for await (const event of await client.learners.export({ language: 'en' })) kinds.push(event.type)
    expect(kinds.at(-1)).toBe('result')
    expect(kinds).toContain('progress')

    const gone = new AbortController()
    const events = await client.learners.export({ language: 'en' }, { signal: gone.signal })
    await events.next()
    gone.abort()
    await expect(events.next()).rejects.toThrow('abort')
    expect((await client.session.state({})).state).toBe('signedIn')
  })

  test.each([
    ['another host', { host: 'evil.example' }, 421],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a plain form', { 'content-type': 'text/plain' }, 415],
  ])('a call that names %s is refused', async (_what, headers, status) => {
    const cookie = await host.cookie()
    expect((await host.call('session.state', { headers: { cookie, ...headers } })).status).toBe(status)
  })

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('a call by %s is refused', async (method) => {
    const cookie = await host.cookie()
    expect((await host.call('session.state', { method, headers: { cookie } })).status).toBe(405)
  })

  test.each([
    '__proto__.toString',
    'constructor',
    'session.constructor',
    'session.__proto__',
    'nothing',
    'session',
    '',
  ])('there is no method %s', async (name) => {
    const answer = await host.call(name, { headers: { cookie: await host.cookie() } })
    expect(answer.status).toBe(404)
  })

  test('prototype names in the input change nothing', async () => {
    const cookie = await host.cookie()
    const body = '{"json":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}'
    expect((await host.call('session.state', { headers: { cookie }, body })).status).toBe(200)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test.each(['', '{', 'null', '[]', '{"json":', '{"json":{},"meta":[[99,"x"]]}', '\u0000'])(
    'the body %j is refused or understood, and never breaks the host',
    async (body) => {
      const cookie = await host.cookie()
      const { status } = await host.call('accounts.changePassphrase', { headers: { cookie }, body })
      expect([400, 422]).toContain(status)
      expect((await host.call('session.state', { headers: { cookie } })).status).toBe(200)
    },
  )
})

describe('bodies', () => {
  test('too large ones are refused before they are sent', async () => {
    const cookie = await host.cookie()
    for (const [name, size] of [
      ['learners.list', largestCall + 1],
      ['files.put', largestUpload + 1],
    ] as const) {
      const answer = await host.call(name, { headers: { cookie, 'content-length': size }, body: '{' })
      expect(answer.status).toBe(413)
      expect(codeOf(answer)).toBe('requestTooLarge')
    }
  })

  test('one that arrives too slowly ends its connection, and nothing else', async () => {
    const slow = await testHost({ slowestRequest: 300 })
    const head = [
      'POST /rpc/session/state HTTP/1.1',
      `Host: 127.0.0.1:${slow.port}`,
      `Origin: ${slow.origin}`,
      'Sec-Fetch-Site: same-origin',
      `Cookie: ${await slow.cookie()}`,
      'Content-Type: application/json',
      'Content-Length: 1000',
    ]
    const answer = await new Promise<string>((resolve, reject) => {
      let received = ''
      const socket = connect(slow.port, '127.0.0.1', () =>
        socket.write(`${head.join('\r\n')}\r\n\r\n{"json"`),
      )
      socket.on('data', (bytes) => (received += bytes.toString()))
      socket.once('error', reject)
      socket.once('close', () => resolve(received))
    })
    expect(answer).not.toContain('200 OK')
    expect((await slow.call('session.state', { headers: { cookie: await slow.cookie() } })).status).toBe(200)
    await slow.dispose()
  })
})

test('nothing but the page and the token exchange answers a stranger, whatever is sent', async () => {
  const word = fc.constantFrom(
    'rpc',
    'enter',
    'presence',
    'session',
    'state',
    'index.html',
    '..',
    '',
    '%2e',
    '__proto__',
  )
  const header = fc.constantFrom(undefined, '', 'same-origin', host.origin, 'null', 'application/json', '*')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS'),
      fc.array(word, { maxLength: 4 }),
      fc.record({ origin: header, site: header, type: header, cookie: header }),
      fc.string({ maxLength: 60 }),
      async (method, words, sent, body) => {
        const path = `/${words.join('/')}`
        const headers = Object.entries({
          origin: sent.origin,
          'sec-fetch-site': sent.site,
          'content-type': sent.type,
          cookie: sent.cookie,
        }).filter(([, value]) => value !== undefined)
        const withBody = method === 'GET' || method === 'HEAD' ? {} : { body }
        const { status } = await host.send({
          method,
          path,
          headers: Object.fromEntries(headers),
          ...withBody,
        })
        const isPage = path === '/' || path === '/index.html'
        if (!isPage) expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
      },
    ),
    { numRuns: 300 },
  )
})

test('only this machine can reach it', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)
  if (!outside) return
  const reached = await new Promise<boolean>((resolve) => {
    const socket = connect(host.port, outside.address, () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  expect(reached).toBe(false)
})

test('none of this was unforeseen', () => {
  expect(host.log).toEqual([])
})
