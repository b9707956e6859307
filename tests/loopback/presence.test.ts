import { once } from 'node:events'
import { createServer, request, type ClientRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Presence } from '../../electron/loopback/presence.ts'
import { testHost } from './testHost.ts'

const patience = 60_000

let server: Server
let presence: Presence
let ended: number
/** For each page, in order: the moment at which the host has noticed that it is gone. */
let leaving: Promise<unknown>[]

// Time stands still and is moved by hand; the connections are real.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  ended = 0
  leaving = []
  presence = new Presence(patience, () => ended++)
  server = createServer((_request, response) => {
    presence.hold(response)
    leaving.push(once(response, 'close'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  presence.stop()
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  vi.useRealTimers()
})

/** Opens a page's presence and waits until it is answered. */
async function openPage(): Promise<ClientRequest> {
  const { port } = server.address() as AddressInfo
  const page = request({ host: '127.0.0.1', port, method: 'POST', agent: false })
  page.end()
  await once(page, 'response')
  page.on('error', () => {})
  return page
}

/** Closes a page and waits until the host knows. */
async function closePage(page: ClientRequest, place: number): Promise<void> {
  page.destroy()
  await leaving[place]
}

test('the host ends some time after its last page', async () => {
  const [first, second] = [await openPage(), await openPage()]
  await closePage(first, 0)
  vi.advanceTimersByTime(10 * patience)
  expect(ended).toBe(0)
  await closePage(second, 1)
  vi.advanceTimersByTime(patience - 1)
  expect(ended).toBe(0)
  vi.advanceTimersByTime(1)
  expect(ended).toBe(1)
})

test('a reload is no end', async () => {
  await closePage(await openPage(), 0)
  vi.advanceTimersByTime(patience - 1)
  await openPage()
  vi.advanceTimersByTime(10 * patience)
  expect(ended).toBe(0)
})

test('it waits for the first page as long as it takes', () => {
  expect(vi.getTimerCount()).toBe(0)
})

test('stopped under an open page it leaves no timer behind, so that the process can end', async () => {
  await openPage()
  presence.stop()
  await leaving[0]
  expect(vi.getTimerCount()).toBe(0)
})

test('the real host ends by itself when its only page has gone', async () => {
  vi.useRealTimers()
  const host = await testHost({ patience: 1 })
  const headers = { ...host.fromPage, cookie: await host.cookie(), 'content-length': 0 }
  const page = request({
    host: '127.0.0.1',
    port: host.port,
    method: 'POST',
    path: '/presence',
    headers,
    agent: false,
  })
  page.end()
  const [answer] = await once(page, 'response')
  expect(answer.statusCode).toBe(200)
  page.on('error', () => {}).destroy()
  await host.ended
  await host.dispose()
})
