import { chromium, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startLoopbackHost } from '../../electron/loopback/host.ts'
import { signedInCore } from '../helpers/testCore.ts'
import buildPage from '../../build/buildPage.ts'
import { chromiumLaunch } from '../../build/chromium.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const today = '2026-08-01'

interface Picture {
  name: string
  address: string
  /** Brings the screen into the state that the picture shows. */
  prepare?: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  { name: 'today', address: '/today' },
  {
    name: 'learners',
    address: '/learners',
    prepare: (page) => page.getByRole('row').nth(4).click(),
  },
  { name: 'cohorts', address: '/cohorts' },
  { name: 'completion', address: '/reports/completion' },
]

/** Takes the pictures of the README from the sample program, in English and light. */
await buildPage()
const { core, api, dispose } = await signedInCore({ host: 'loopback', startWith: 'sampleData', today })
await api.session.prefer({ theme: 'light' })
const host = await startLoopbackHost({ core, pageFolder: inProject('out/page') })
const browser = await chromium.launch(chromiumLaunch)
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
await page.clock.setFixedTime(new Date(`${today}T12:00:00`))
mkdirSync(inProject('docs/pictures'), { recursive: true })
await page.goto(host.newLink())
for (const { name, address, prepare } of pictures) {
  await page.getByRole('navigation').waitFor()
  await page.evaluate((hash) => void (location.hash = hash), address)
  await page.waitForLoadState('networkidle')
  await prepare?.(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: inProject(`docs/pictures/${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
await host.close()
await dispose()
