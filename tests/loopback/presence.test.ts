import { once } from 'node:events'
import { request, type ClientRequest } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { testHost } from './testHost.ts'

type Host = Awaited<ReturnType<typeof testHost>>
const patience = 200

let host: Host
afterEach(() => host.dispose())

/** Opens a page's presence and waits until the host has answered it. */
async function openPage(): Promise<ClientRequest> {
  const cookie = await host.cookie()
  return new Promise((resolve, reject) => {
    const headers = { ...host.fromPage, cookie, 'content-length': 0 }
    const page = request({
      host: '127.0.0.1',
      port: host.port,
      method: 'POST',
      path: '/presence',
      headers,
      agent: false,
    })
    page.once('response', (answer) =>
      answer.statusCode === 200 ? resolve(page) : reject(new Error('refused')),
    )
    page.on('error', () => {})
    page.end()
  })
}

const hasEnded = async () => {
  const still = Symbol('still there')
  return (await Promise.race([host.ended, setTimeout(5 * patience, still)])) !== still
}

test('the host ends some time after its last page', async () => {
  host = await testHost({ patience })
  const [first, second] = [await openPage(), await openPage()]
  first.destroy()
  expect(await hasEnded()).toBe(false)
  second.destroy()
  expect(await hasEnded()).toBe(true)
})

test('a reload is no end', async () => {
  host = await testHost({ patience })
  const page = await openPage()
  page.destroy()
  await openPage()
  expect(await hasEnded()).toBe(false)
})

test('it waits for the first page as long as it takes', async () => {
  host = await testHost({ patience: 1 })
  expect(await hasEnded()).toBe(false)
})

test('closed under an open page it leaves no timer behind, so that the process can end', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const closing = await testHost({ patience: 60_000 })
  host = closing
  const page = await openPage()
  const gone = once(page, 'close')
  const before = timers()
  await closing.dispose()
  await gone
  host = await testHost({ patience })
  expect(timers()).toBeLessThanOrEqual(before)
})
