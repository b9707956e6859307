import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findElectron } from '../../build/start/electronBinary.ts'
import { buildWiring, builtMain } from '../helpers/wiringBuild.ts'
import { testDesktopWiring } from './desktopList.ts'
import { testDesktopPage } from './pageList.ts'
import { startRealDesktop } from './realElectron.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

describe('the desktop in the real Electron', () => {
  testDesktopWiring(async (args) => startRealDesktop(await buildWiring(), args))
  testDesktopPage((args) => startRealDesktop(builtMain, args))
})

test('the self-check of the app finds everything in order', () => {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [project, '--self-check', ...asRoot]
  const { status, stdout } = spawnSync(findElectron(project) ?? '', args, { encoding: 'utf8' })
  expect(JSON.parse(stdout)).toMatchObject({ ok: true })
  expect(status).toBe(0)
})
