import { chromium, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startLoopbackHost } from '../../electron/loopback/host.ts'
import { resultOf } from '../db/imports/importing.ts'
import { signedInCore } from '../helpers/testCore.ts'
import buildPage from '../../build/buildPage.ts'
import { chromiumLaunch } from '../../build/chromium.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const today = '2026-08-01'

interface Picture {
  name: string
  address: string
  /** Brings the screen into the state that the picture shows, and waits for it. */
  prepare: (page: Page) => Promise<void>
}

const shown = (role: 'table' | 'grid' | 'rowheader' | 'heading', name: string | RegExp) => (page: Page) =>
  page.getByRole(role, { name }).first().waitFor()

const pictures: readonly Picture[] = [
  { name: 'today', address: '/today', prepare: shown('table', 'Running now') },
  {
    name: 'learners',
    address: '/learners',
    prepare: async (page) => {
      await page.getByRole('rowheader').nth(5).click()
      await page.getByRole('complementary').getByRole('link').first().waitFor()
    },
  },
  { name: 'screening', address: '/screenings/1', prepare: shown('heading', /Nurse assistant/) },
  { name: 'cohorts', address: '/cohorts', prepare: shown('rowheader', /NA-/) },
  { name: 'completion', address: '/reports/completion', prepare: shown('table', /./) },
]

/** Takes the pictures of the README from the sample program, in English and light. */
await buildPage()
const { core, api, dispose } = await signedInCore({ host: 'loopback', startWith: 'sampleData', today })
await api.keys.confirmRecoveryCode({})
await api.session.prefer({ theme: 'light' })
const tracks = await api.tracks.list({})
const trackId = tracks.find(({ code }) => code === 'NA')!.id
const screening = { trackId, startDate: '2026-08-24', asOf: today, pool: { kind: 'allActive' } } as const
await resultOf(api.screenings.run(screening))
const host = await startLoopbackHost({ core, pageFolder: inProject('out/page') })
const browser = await chromium.launch(chromiumLaunch)
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
await page.clock.setFixedTime(new Date(`${today}T12:00:00`))
mkdirSync(inProject('docs/pictures'), { recursive: true })
await page.goto(host.newLink())
await page.getByRole('navigation').waitFor()
for (const { name, address, prepare } of pictures) {
  await page.evaluate((hash) => void (location.hash = hash), address)
  await prepare(page)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: inProject(`docs/pictures/${name}.png`), animations: 'disabled' })
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
await host.close()
await dispose()
