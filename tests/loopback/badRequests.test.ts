import fc from 'fast-check'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { anyFault, goodCall, written, type Surroundings } from './badRequests.ts'
import { testHost } from './testHost.ts'

const howMany = 3000
const seed = 20261122
/** Stands in the program and in a file beside the page: no answer may hold it. */
const secret = 'secret'

let host: Awaited<ReturnType<typeof testHost>>
let around: Surroundings
beforeAll(async () => {
  host = await testHost()
  const client = await host.client()
  await client.program.setUp({
    programName: `Bridge ${secret}`,
    language: 'en',
    accountName: testAccountName,
    passphrase: testPassphrase,
    startWith: 'empty',
  })
  around = { origin: host.origin, port: host.port, cookie: await host.cookie() }
})
afterAll(() => host.dispose())

/** Everything the host says to these bytes until it hangs up. */
function said(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(host.port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text))
    // The host hangs up on what it does not want to read to its end.
    socket.on('error', () => {})
    socket.once('close', () => resolve(answer))
  })
}

const statusesIn = (answer: string) =>
  Array.from(answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm), ([, status]) => Number(status))

async function expectServing(): Promise<void> {
  const answer = await said(written(goodCall(around)))
  expect(statusesIn(answer)).toEqual([200])
  expect(answer).toContain(secret)
}

test('bad requests of every kind are refused, and the host serves on', async () => {
  await expectServing()
  const refused = new Map<string, number>()
  let unanswered = 0
  await fc.assert(
    fc.asyncProperty(anyFault(around), async ({ kind, spoil }) => {
      const spoilt = spoil(goodCall(around))
      const bytes = Buffer.isBuffer(spoilt) ? spoilt : written(spoilt)
      const answer = await said(bytes)
      for (const status of statusesIn(answer)) {
        const what = `${kind}: ${JSON.stringify(bytes.toString('latin1').slice(0, 600))}`
        expect(status, what).toBeGreaterThanOrEqual(400)
        expect(status, what).toBeLessThan(500)
      }
      expect(answer).not.toContain(secret)
      expect(answer.toLowerCase()).not.toContain('set-cookie')
      expect(answer).not.toMatch(/node:|\.ts:|node_modules|\bat /)
      expect(host.log).toEqual([])
      if (answer === '') unanswered++
      refused.set(kind, (refused.get(kind) ?? 0) + 1)
    }),
    { numRuns: howMany, seed },
  )
  await expectServing()
  const kinds = Array.from(refused, ([kind, count]) => `${kind} ${count}`).join(', ')
  console.log(`${howMany} bad requests refused, ${unanswered} of them by hanging up: ${kinds}`)
})

test('whoever says nothing, half a head or half a body is cut off in time', async () => {
  const slow = await testHost({ slowestRequest: 1_000 })
  const call = written(goodCall({ origin: slow.origin, port: slow.port, cookie: await slow.cookie() }))
  const begun = [Buffer.alloc(0), call.subarray(0, 60), call.subarray(0, -3)]
  const answers = begun.map(
    (bytes) =>
      new Promise<string>((resolve) => {
        let answer = ''
        const socket = connect(slow.port, '127.0.0.1', () => socket.write(bytes))
        socket.setEncoding('latin1').on('data', (text: string) => (answer += text))
        socket.on('error', () => {})
        socket.once('close', () => resolve(answer))
      }),
  )
  for (const answer of await Promise.all(answers)) expect(answer).not.toContain(' 200 ')
  expect(slow.log).toEqual([])
  expect((await slow.call('session.state', { headers: { cookie: await slow.cookie() } })).status).toBe(200)
  await slow.dispose()
})

test('a call behind a refused one on the same connection is not answered', async () => {
  const bad = written({
    ...goodCall(around),
    target: '/rpc/nothing',
    headers: goodCall(around).headers.filter(([name]) => name !== 'Connection'),
  })
  const answer = await said(Buffer.concat([bad, written(goodCall(around))]))
  expect(statusesIn(answer)).toEqual([404])
  expect(answer).not.toContain(secret)
})
