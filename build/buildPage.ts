import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('..', import.meta.url))
const sources = ['renderer', 'shared', 'build/vite.page.config.ts', 'package-lock.json']

/** When the newest file at or under a path was changed, in milliseconds since 1970. */
function newestChange(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** True when a source of the page is newer than the page, or there is no page. */
export function pageIsOutOfDate(): boolean {
  const page = join(project, 'out/page/index.html')
  if (!existsSync(page)) return true
  return sources.some((source) => newestChange(join(project, source)) > statSync(page).mtimeMs)
}

/** Builds the page into `out/page` unless it is newer than all its sources. True if it was built. */
export default async function buildPage(): Promise<boolean> {
  if (!pageIsOutOfDate()) return false
  await build({ configFile: join(project, 'build/vite.page.config.ts'), logLevel: 'warn' })
  return true
}
