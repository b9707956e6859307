import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { channels } from '../../electron/channels.ts'
import { builtPlaces } from '../../electron/decisions/places.ts'
import { corePortArrived, lockWished } from '../../shared/contract/desktopBridge.ts'
import { startBuiltCore } from '../helpers/builtCore.ts'
import { temporaryFolder, testPassphrase } from '../helpers/testCore.ts'
import { builtMain } from '../helpers/wiringBuild.ts'

const mainFolder = dirname(builtMain)
const project = join(mainFolder, '../../..')
const places = builtPlaces(mainFolder)
const built = readdirSync(mainFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ path: join(mainFolder, name), code: readFileSync(join(mainFolder, name), 'utf8') }))

/** What a module imports, in its import and export statements. */
const importsOf = (code: string) =>
  parseAst(code).body.flatMap((statement) =>
    'source' in statement && statement.source ? [String(statement.source.value)] : [],
  )

test('every path that main names exists', () => {
  const named = { main: JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).main as string }
  expect(join(project, named.main)).toBe(builtMain)
  for (const path of [builtMain, ...Object.values(places)]) expect(existsSync(path), path).toBe(true)
  expect(existsSync(join(places.page, 'index.html'))).toBe(true)
})

test('the page is built as users get it, also when tests had it built', () => {
  const assets = join(places.page, 'assets')
  const code = readdirSync(assets).filter((name) => name.endsWith('.js'))
  expect(code).not.toEqual([])
  // Only React's own development build offers its tools.
  for (const name of code) expect(readFileSync(join(assets, name), 'utf8')).not.toContain('React DevTools')
})

test('what is built needs only Electron, Node, the native module and itself', () => {
  for (const { path, code } of built) {
    for (const name of importsOf(code)) {
      const isKnown = name === 'electron' || name === 'better-sqlite3' || name.startsWith('node:')
      const found = isKnown || builtinModules.includes(name) || existsSync(join(dirname(path), name))
      expect(found, `${path} imports ${name}`).toBe(true)
    }
  }
  const core = built.find(({ path }) => path === places.core)
  expect(importsOf(core?.code ?? '')).toContain('better-sqlite3')
  expect(importsOf(core?.code ?? '')).not.toContain('electron')
})

test('no folder of the machine that built it is inside', () => {
  for (const { path, code } of built) expect(code.includes(project), path).toBe(false)
})

test('the preload is CommonJS, needs only electron, and exposes just the bridge', () => {
  const code = readFileSync(places.preload, 'utf8')
  expect(code).not.toMatch(/^(import|export)\b/m)
  const required: string[] = []
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>()
  const heard = new Map<string, (event: { ports: unknown[] }) => void>()
  const sent: unknown[][] = []
  const posted: unknown[][] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: never) => void exposed.set(name, api) },
    ipcRenderer: {
      send: (...args: unknown[]) => void sent.push(args),
      on: (channel: string, listener: never) => void heard.set(channel, listener),
    },
  }
  // All that exists for it: anything else it touched would be a ReferenceError.
  runInNewContext(code, {
    require: (name: string) => (required.push(name), electron),
    window: { postMessage: (...args: unknown[]) => void posted.push(args) },
    location: { origin: 'app://stepping-stones' },
  })
  expect(required).toEqual(['electron'])
  expect([...exposed.keys()]).toEqual(['steppingStones'])
  const bridge = exposed.get('steppingStones')
  expect(Object.keys(bridge ?? {})).toEqual(['connect', 'showIn'])
  expect(bridge?.connect?.()).toBeUndefined()
  expect(bridge?.showIn?.({ language: 'es', theme: 'dark' })).toBeUndefined()
  expect(sent).toEqual([[channels.connect], [channels.look, { language: 'es', theme: 'dark' }]])

  expect([...heard.keys()]).toEqual([channels.corePort, channels.lock])
  const port = { any: 'port' }
  heard.get(channels.corePort)?.({ ports: [port] })
  heard.get(channels.lock)?.({ ports: [] })
  expect(JSON.stringify(posted)).toBe(
    JSON.stringify([
      [corePortArrived, 'app://stepping-stones', [port]],
      [lockWished, 'app://stepping-stones'],
    ]),
  )
})

test('the built core answers a call over its parent port in a plain process, and closes its file', async () => {
  const folder = temporaryFolder()
  const core = startBuiltCore(mainFolder, folder.path)
  const state = await core.client.program.setUp({
    programName: 'Bridge to Health Careers',
    language: 'es',
    accountName: 'Alma Rivera',
    passphrase: testPassphrase,
    startWith: 'empty',
  })
  expect(state).toMatchObject({ state: 'signedIn', host: 'desktop', appVersion: '0.0.0-test' })
  expect(await core.end()).toBe(0)
  expect(readdirSync(folder.path).sort()).toEqual([
    'backups',
    'program.stones',
    'program.stones.keys',
    'program.stones.lock',
  ])
  folder.dispose()
})

test('messages that are none end nothing, and nothing of them is written down', async () => {
  const folder = temporaryFolder()
  const core = startBuiltCore(mainFolder, folder.path)
  const person = 'Xiuhcoatl'
  const envelope = (url: unknown, body: unknown) => JSON.stringify({ i: 'stray', p: { u: url, b: body } })
  const fixed = [
    '',
    '{',
    'null',
    '[]',
    `{"${person}`,
    '{"i":1}',
    null,
    7,
    { person },
    new Uint8Array([1, 2, 3]),
  ]
  const urls = fc.oneof(
    fc.constantFrom('/__proto__/toString', '/learners/create', 'http://[', ''),
    fc.string(),
  )
  const odd = fc.sample(
    fc.oneof(
      fc.string(),
      fc.json(),
      fc.tuple(urls, fc.jsonValue()).map(([url, body]) => envelope(url, body)),
    ),
    { numRuns: 300, seed: 20261122 },
  )
  for (const message of [...fixed, ...odd, envelope(person, person)]) core.post(message)
  expect((await core.client.session.state({})).state).toBe('noProgram')
  expect(await core.end()).toBe(0)
  const lines = readFileSync(join(folder.path, 'log.txt'), 'utf8').trim().split('\n')
  for (const line of lines) expect(line).toMatch(/^\S+ unforeseen [A-Za-z]*Error at /)
  expect(lines.join()).not.toContain(person)
  folder.dispose()
})
