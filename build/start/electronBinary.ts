import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How long fetching the binary may take, in milliseconds; about 120 MB at 10 Mbit/s. */
const longestFetch = 100_000
/** After a failure the next tries wait this long, in milliseconds, so that every start is not slow. */
const pauseAfterFailure = 24 * 60 * 60_000

const electronFolder = (project: string) => join(project, 'node_modules/electron')

/** The version of Electron that the project asks for. */
export const electronVersion = (project: string): string =>
  JSON.parse(readFileSync(join(electronFolder(project), 'package.json'), 'utf8')).version

/** Path of Electron's binary if it is on this machine. Never loads the package, which would fetch it. */
export function findElectron(project: string): string | null {
  const note = join(electronFolder(project), 'path.txt')
  if (!existsSync(note)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder(project), 'dist')
  const binary = join(folder, readFileSync(note, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

function runInstaller(project: string): Promise<boolean> {
  return new Promise((resolve) => {
    const installer = join(electronFolder(project), 'install.js')
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: longestFetch })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** Asks Electron's own installer for the binary, unless that failed within the last day. */
export async function fetchElectron(project: string): Promise<string | null> {
  const failed = join(project, 'out', `electron-${electronVersion(project)}-not-fetched`)
  const lastFailure = statSync(failed, { throwIfNoEntry: false })?.mtimeMs
  if (lastFailure !== undefined && Date.now() - lastFailure < pauseAfterFailure) return null
  if (await runInstaller(project)) return findElectron(project)
  mkdirSync(dirname(failed), { recursive: true })
  writeFileSync(failed, '')
  return null
}
