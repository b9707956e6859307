import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { electronVersion, fetchElectron, findElectron } from '../../build/start/electronBinary.ts'
import { temporaryFolder } from '../helpers/testCore.ts'

let folder: ReturnType<typeof temporaryFolder>
let electron: string
const installer = (text: string) => writeFileSync(join(electron, 'install.js'), text)

beforeEach(() => {
  folder = temporaryFolder()
  electron = join(folder.path, 'node_modules/electron')
  mkdirSync(electron, { recursive: true })
  writeFileSync(join(electron, 'package.json'), '{"version":"45.0.0"}')
})
afterEach(() => folder.dispose())

const installs = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  mkdirSync(__dirname + '/dist', { recursive: true })
  writeFileSync(__dirname + '/dist/electron', '')
  writeFileSync(__dirname + '/path.txt', 'electron')
`

test('a binary is there only if the note about it and the file are', () => {
  expect(electronVersion(folder.path)).toBe('45.0.0')
  expect(findElectron(folder.path)).toBeNull()
  writeFileSync(join(electron, 'path.txt'), 'electron')
  expect(findElectron(folder.path)).toBeNull()
  mkdirSync(join(electron, 'dist'))
  writeFileSync(join(electron, 'dist/electron'), '')
  chmodSync(join(electron, 'dist/electron'), 0o755)
  expect(findElectron(folder.path)).toBe(join(electron, 'dist', 'electron'))
})

test('its own installer fetches it', async () => {
  installer(installs)
  expect(await fetchElectron(folder.path)).toBe(join(electron, 'dist', 'electron'))
})

test('a failure is remembered, so that the next start is quick', async () => {
  installer('process.exit(1)')
  expect(await fetchElectron(folder.path)).toBeNull()
  installer(installs)
  expect(await fetchElectron(folder.path)).toBeNull()
  rmSync(join(folder.path, 'out'), { recursive: true })
  expect(await fetchElectron(folder.path)).not.toBeNull()
})
