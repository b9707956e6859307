import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProduction } from './inProduction.ts'
import { isOutOfDate } from './isOutOfDate.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const sources = ['electron', 'db', 'shared', 'build/electron.vite.config.ts', 'package-lock.json']
// The preload is built last, so its age is that of the whole.
const builtLast = join(project, 'out/desktop/preload/preload.cjs')

/** Builds main, preload and core into `out/desktop` unless they are newer than all their sources. */
export default async function buildDesktop(): Promise<void> {
  const paths = sources.map((source) => join(project, source))
  if (!isOutOfDate(builtLast, paths)) return
  // Loaded only to build: it would cost every start half a second.
  const { build } = await import('electron-vite')
  const configFile = join(project, 'build/electron.vite.config.ts')
  await inProduction(() => build({ root: project, configFile, logLevel: 'error' }))
}
