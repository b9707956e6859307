import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProduction } from './inProduction.ts'
import { isOutOfDate } from './isOutOfDate.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const sources = ['renderer', 'shared', 'build/vite.page.config.ts', 'package-lock.json']

/** True when a source of the page is newer than the page, or there is no page. */
export const pageIsOutOfDate = (): boolean =>
  isOutOfDate(
    join(project, 'out/page/index.html'),
    sources.map((source) => join(project, source)),
  )

/** Builds the page into `out/page` unless it is newer than all its sources. */
export default async function buildPage(): Promise<void> {
  if (!pageIsOutOfDate()) return
  // Loaded only to build: it would cost every start half a second.
  const { build } = await import('vite')
  const configFile = join(project, 'build/vite.page.config.ts')
  await inProduction(() => build({ configFile, logLevel: 'warn' }))
}
