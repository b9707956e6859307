/** Every test there is: the rules and the core, the built output, the page in a real browser. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './ensureChromium.ts'
import { runs } from './runs.ts'
import { closingLines, sum, tallyOf, withRunItself, type Tally } from './tally.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const reports = join(project, 'out/test-reports')
const longest = 60 * 60_000

async function tallyRun(name: string, args: (report: string) => readonly string[]): Promise<Tally> {
  console.log(`\n— ${name}\n`)
  const report = join(reports, `${name}.json`)
  const endedWell = await runs(process.execPath, args(report), longest)
  const tally = existsSync(report) ? tallyOf(JSON.parse(readFileSync(report, 'utf8'))) : null
  return withRunItself(name, tally, endedWell)
}

const vitest = (name: string, config: string) =>
  tallyRun(name, (report) => [
    join(project, 'node_modules/vitest/vitest.mjs'),
    'run',
    `--config=${join(project, 'build', config)}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])

async function playwright(name: string): Promise<Tally> {
  if (!(await ensureChromium())) return withRunItself(name, null, false)
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = join(reports, `${name}.json`)
  return tallyRun(name, () => [
    join(project, 'node_modules/@playwright/test/cli.js'),
    'test',
    `--config=${join(project, 'build/playwright.config.ts')}`,
    '--reporter=list,json',
  ])
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const whole = sum([
  await vitest('rules-and-core', 'vitest.config.ts'),
  await vitest('built-output', 'vitest.built.config.ts'),
  await playwright('page'),
])
console.log(`\n${closingLines(whole).join('\n')}`)
process.exitCode = whole.failed.length > 0 ? 1 : 0
