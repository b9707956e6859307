import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When the newest file at or under a path was changed, in milliseconds since 1970. */
function newestChange(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** True when something built is not there, or is older than one of its sources (files or folders). */
export const isOutOfDate = (built: string, sources: readonly string[]): boolean =>
  !existsSync(built) || sources.some((source) => newestChange(source) > statSync(built).mtimeMs)
