import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packaging } from '../../build/packaging/configuration.ts'
import { binaryOf, fuses } from '../../build/packaging/fuses.ts'
import { startBuiltCore } from '../helpers/builtCore.ts'
import { makeElectronDist } from '../helpers/electronDist.ts'
import { temporaryFolder, testPassphrase } from '../helpers/testCore.ts'

const folder = temporaryFolder()
afterAll(folder.dispose)
const app = join(folder.path, 'dist/linux-unpacked')
const resources = join(app, 'resources')

beforeAll(async () => {
  const electronDist = join(folder.path, 'electron')
  makeElectronDist(electronDist)
  await build({
    projectDir: fileURLToPath(new URL('../..', import.meta.url)),
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: {
      ...packaging,
      electronDist,
      directories: { ...packaging.directories, output: join(folder.path, 'dist') },
    },
    publish: 'never',
  })
})

test('the archive holds the built app and the native module’s code, and nothing else', () => {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  const belongs =
    /^\/(package\.json|out|out\/(desktop|page)(\/.*)?|node_modules|node_modules\/better-sqlite3(\/(LICENSE|package\.json|lib|lib\/.*|prebuilds|prebuilds\/linux-x64\.node))?)$/
  expect(files.filter((path) => !belongs.test(path))).toEqual([])
  expect(files).toContain('/out/page/index.html')
  expect(files).toContain('/out/desktop/main/main.js')
})

test('only the one binary lies beside the archive', () => {
  const beside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
  const names = beside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  expect(names).toEqual([
    join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'),
  ])
})

test('the package says what it is and carries nothing of its making', () => {
  const packed = join(folder.path, 'packed')
  extractAll(join(resources, 'app.asar'), packed)
  const { name, main, devDependencies, scripts } = JSON.parse(
    readFileSync(join(packed, 'package.json'), 'utf8'),
  )
  expect({ name, devDependencies, scripts }).toEqual({ name: 'stepping-stones' })
  expect(existsSync(join(packed, main))).toBe(true)
  expect(readdirSync(join(app, 'locales')).sort()).toEqual(['en-US.pak', 'es-419.pak', 'es.pak'])
})

test('the packaged core finds its native module and works, in a plain process', async () => {
  const packed = join(folder.path, 'packed-core')
  extractAll(join(resources, 'app.asar'), packed)
  const core = startBuiltCore(join(packed, 'out/desktop/main'), join(folder.path, 'data'))
  const state = await core.client.program.setUp({
    programName: 'Bridge to Health Careers',
    language: 'en',
    accountName: 'Alma Rivera',
    passphrase: testPassphrase,
    startWith: 'sampleData',
  })
  expect(state.state).toBe('signedIn')
  const events = []
  for await (const event of await core.client.learners.export({ language: 'es' })) events.push(event.type)
  expect(events.at(-1)).toBe('result')
  expect(await core.end()).toBe(0)
})

test('every fuse is burnt as decided', async () => {
  const wire = await getCurrentFuseWire(join(app, 'stepping-stones'))
  const names = Object.keys(FuseV1Options).filter((key) =>
    Number.isNaN(Number(key)),
  ) as (keyof typeof FuseV1Options)[]
  for (const name of names) {
    const fuse = FuseV1Options[name]
    expect(wire[fuse], name).toBe(fuses[fuse] ? FuseState.ENABLE : FuseState.DISABLE)
  }
  expect(names).toHaveLength(9)
})

test.each([
  ['linux', 'stepping-stones'],
  ['win32', 'Stepping Stones.exe'],
  ['darwin', 'Stepping Stones.app'],
])('on %s the fuses are burnt into %s', (platform, binary) => {
  expect(binaryOf(platform, 'Stepping Stones', 'stepping-stones')).toBe(binary)
})
