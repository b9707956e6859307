import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The built main of the app, beside the app's own page. */
export const builtMain = inProject('out/desktop/main/main.js')

/**
 * The same built desktop, beside a page that only calls. It lies under `out`, where Node finds the native
 * module on its way up. Gives the path of its main.
 */
export async function buildWiring(): Promise<string> {
  const folder = inProject('out/wiring')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(inProject('out/desktop'), join(folder, 'desktop'), { recursive: true })
  await build({
    root: inProject('tests/fixtures/wiringPage'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: join(folder, 'page'), emptyOutDir: true, modulePreload: { polyfill: false } },
  })
  return join(folder, 'desktop/main/main.js')
}
