/**
 * `npm run test:desktop`: the list of the desktop in the real Electron. Where its binary or a display cannot
 * be had it says so in capitals and ends with 0, or with 1 after `-- --must-run`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronVersion, fetchElectron, findElectron } from './start/electronBinary.ts'
import { hasDisplay } from './start/whyNotDesktop.ts'
import { runs } from './test/runs.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const longest = 30 * 60_000
const xvfb = '/usr/bin/xvfb-run'

function saySkipped(why: string): void {
  const line = '='.repeat(76)
  console.log(`
${line}
SKIPPED: THE DESKTOP WAS NOT TESTED IN THE REAL ELECTRON ${electronVersion(project)}.

Why: ${why}
What is left: "npm test" proves the wiring over a stand-in, which is not Electron.
What only this run would prove is listed in electron/README.md.
${line}`)
  process.exitCode = process.argv.includes('--must-run') ? 1 : 0
}

async function runList(): Promise<void> {
  const vitest = [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    '-c',
    'build/vitest.desktop.config.ts',
  ]
  const isShown = hasDisplay({ platform: process.platform, env: process.env, isRoot: false })
  if (!isShown && !existsSync(xvfb))
    return saySkipped(`this machine has no display, and no ${xvfb} to stand for one.`)
  const [command, args] = isShown ? [process.execPath, vitest] : [xvfb, ['-a', process.execPath, ...vitest]]
  process.exitCode = (await runs(command, args, longest)) ? 0 : 1
}

if (findElectron(project) ?? (await fetchElectron(project))) await runList()
else saySkipped('its binary is not on this machine and could not be fetched.')
