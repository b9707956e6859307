import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import buildPage from '../../build/buildPage.ts'
import { chromiumLaunch } from '../../build/chromium.ts'
import { temporaryFolder } from '../helpers/testCore.ts'
import { timed, type Figure } from './figures.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Starts the program like `npm start` does after the build, and gives its first link. */
async function startedProgram(dataFolder: string) {
  const child = spawn(
    process.execPath,
    ['build/start.ts', '--browser', '--no-open', '--data-folder', dataFolder],
    {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://127.0.0.1')) return { link: line.trim(), child }
  }
  throw new Error('the program ended without a link')
}

/** From the command to a page that one can type into; the browser itself is open already. */
export async function startFigures(): Promise<Figure[]> {
  await buildPage()
  const folder = temporaryFolder()
  const browser = await chromium.launch(chromiumLaunch)
  const page = await browser.newPage()
  try {
    const [milliseconds, child] = await timed(async () => {
      const started = await startedProgram(folder.path)
      await page.goto(started.link)
      await page.getByLabel('Name of the program').fill('Bridge')
      return started.child
    })
    const [bare] = await timed(() =>
      page.reload().then(() => page.getByLabel('Name of the program').fill('Bridge')),
    )
    child.kill()
    return [
      {
        name: 'First start to a usable page',
        milliseconds,
        aim: 2000,
        bare: { name: 'a reload of the page', milliseconds: bare },
      },
    ]
  } finally {
    await browser.close()
    folder.dispose()
  }
}
