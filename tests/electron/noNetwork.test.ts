import dgram from 'node:dgram'
import { lookup, resolve4 } from 'node:dns/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { reachedOutside } from '../helpers/noNetwork.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

describe('a test that reaches for the network is found out', () => {
  // Addresses that are set aside for examples: nobody is there.
  test.each([
    ['a connection', async () => connect(80, '192.0.2.1')],
    ['a connection by options', async () => connect({ port: 80, host: 'example.invalid' })],
    ['a fetch', () => fetch('http://192.0.2.1/').catch((error: Error) => Promise.reject(error.cause))],
    ['a look-up of a name', async () => lookup('example.invalid')],
    ['a question to a name server', async () => resolve4('example.invalid')],
    ['a datagram', async () => dgram.createSocket('udp4').send('x', 53, '192.0.2.1')],
  ])('by %s', async (_what, reach) => {
    await expect((async () => reach())()).rejects.toThrow('reached for the network')
    expect(reachedOutside.splice(0)).not.toEqual([])
  })
})

/** Every source file of the app below a folder. */
const sourcesOf = (folder: string) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)

// Threads and processes of the app are out of the guard's reach: their sources are read instead.
test('no source of the app can reach the network: there is one server, and the page calls its own host', () => {
  const reaching =
    /from 'node:(net|https?|http2|tls|dgram|dns)'|\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|importScripts)\(/
  const found = ['shared', 'db', 'electron', 'renderer'].flatMap(sourcesOf).flatMap((path) =>
    readFileSync(join(project, path), 'utf8')
      .split('\n')
      .filter((line) => reaching.test(line) && !line.startsWith('import type '))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(found.toSorted()).toEqual([
    "electron/loopback/host.ts: import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'",
    "renderer/connection/enterHost.ts: await fetch('/enter', { method: 'POST', body: token }).catch(() => {})",
    "renderer/connection/enterHost.ts: const answer = await fetch('/presence', { method: 'POST' }).catch(() => null)",
  ])
})

test('every test of the page runs under the watch over its requests', () => {
  const specs = sourcesOf('tests/ui').filter((path) => path.endsWith('.spec.ts'))
  expect(specs.length).toBeGreaterThan(10)
  for (const path of specs) {
    const code = readFileSync(join(project, path), 'utf8')
    expect(code, path).toMatch(/import \{[^}]*\btest\b[^}]*\} from '\.\/fixture\.ts'/)
    expect(code, path).not.toMatch(/^import \{[^}]*\} from '@playwright\/test'/m)
  }
})
