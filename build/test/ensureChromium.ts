import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { systemChromium } from '../chromium.ts'
import { runs } from './runs.ts'

const minutes = 60_000
const isThere = () => existsSync(systemChromium) || existsSync(chromium.executablePath())
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

async function fromPlaywright(): Promise<void> {
  const playwright = dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'))
  const libraries = isRoot ? ['--with-deps'] : []
  await runs(process.execPath, [join(playwright, 'cli.js'), 'install', ...libraries, 'chromium'], 3 * minutes)
}

async function fromDebian(): Promise<void> {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return
  await runs('apt-get', ['update', '-qq'], 3 * minutes)
  await runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 10 * minutes)
}

/** Brings a Chromium for the tests of the page; false, with the remedy said, when none can be had. */
export async function ensureChromium(): Promise<boolean> {
  if (isThere()) return true
  console.log('The tests of the page need Chromium. Fetching the one that belongs to Playwright…')
  await fromPlaywright()
  if (isThere()) return true
  console.log('That did not work. Trying the one of this system…')
  await fromDebian()
  if (isThere()) return true
  console.error(
    `There is no Chromium for the tests of the page. Install one at ${systemChromium}, or run “npx playwright install chromium” where the network allows it.`,
  )
  return false
}
