import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import type { RouterClient } from '@orpc/server'
import { fileURLToPath } from 'node:url'
import type { Core } from '../../db/core.ts'
import type { router } from '../../db/router.ts'
import { startLoopbackHost } from '../../electron/loopback/host.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { temporaryFolder, testAccountName, testCore, testPassphrase } from '../helpers/testCore.ts'
import { forbidNetwork, reachedOutside } from '../helpers/noNetwork.ts'
import { watchBrowser, watchPage } from './pageWatch.ts'
import { PreparedPrograms } from './preparedProgram.ts'

interface Options {
  /** What the program holds when the test begins; `nothing` shows the set-up of a first run. */
  startWith: 'nothing' | 'empty' | 'sampleData' | 'pastYear'
  /** Of the program, of the account and of the browser. */
  language: Language
  /** The day on which the test takes place, in the core and on the page. */
  today: string
  /** Whether the page opens signed in. */
  signIn: boolean
}

interface Fixtures extends Options {
  /** The day on which the test stands: `today` at first; whoever changes it moves the clock of the core. */
  calendar: { today: string }
  /** The core behind the page, and typed calls straight to it, to arrange data quickly. */
  program: { core: Core; api: RouterClient<typeof router>; origin: string; newLink(): string }
  api: RouterClient<typeof router>
  /** Requests of any page of the test that were not for this machine; one that is left at the end fails it. */
  strays: string[]
  /** Fails with every breach of WCAG 2.1 A and AA that axe finds on the page (or in one part of it). */
  expectAccessible: (page: Page, within?: string) => Promise<void>
}

forbidNetwork()

/** The built page. */
export const pageFolder = fileURLToPath(new URL('../../out/page', import.meta.url))
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/**
 * The real core over a real encrypted file in a folder of its own, the real loopback host and the built page
 * in a real browser. `page` stands at the app; the test fails when the page misbehaves in any way.
 */
export const test = base.extend<Fixtures, { programs: PreparedPrograms }>({
  startWith: ['empty', { option: true }],
  language: ['en', { option: true }],
  today: ['2026-08-01', { option: true }],
  signIn: [true, { option: true }],

  // Before any window opens: what the pages of the test ask for, and what the core in this process does.
  strays: [
    async ({ browser }, use) => {
      const { strays, stop } = watchBrowser(browser)
      await use(strays)
      stop()
      expect(strays, 'requests that left this machine').toEqual([])
      expect(reachedOutside, 'where the core reached for the network').toEqual([])
    },
    { auto: true },
  ],

  locale: async ({ language }, use) => use(language === 'es' ? 'es-US' : 'en-US'),

  programs: [
    async ({}, use) => {
      const programs = new PreparedPrograms()
      await use(programs)
      programs.dispose()
    },
    { scope: 'worker' },
  ],

  calendar: async ({ today }, use) => use({ today }),

  program: async ({ programs, startWith, language, today, signIn, calendar }, use) => {
    const folder = temporaryFolder()
    if (startWith !== 'nothing') await programs.copyTo(folder.path, { startWith, language, today })
    const { core, api, log, dispose } = testCore({
      clock: () => new Date(`${calendar.today}T12:00:00`),
      host: 'loopback',
      programFile: `${folder.path}/program.stones`,
    })
    if (signIn && startWith !== 'nothing') {
      await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
    }
    const host = await startLoopbackHost({ core, pageFolder })
    await use({ core, api, origin: host.origin, newLink: host.newLink })
    await host.close()
    await dispose()
    folder.dispose()
    expect(log, 'unforeseen errors in the core').toEqual([])
  },

  api: async ({ program }, use) => use(program.api),

  page: async ({ page, program, today }, use) => {
    const faults = watchPage(page, program.origin)
    await page.clock.setFixedTime(new Date(`${today}T12:00:00`))
    await page.goto(program.newLink())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await use(page)
    expect(faults, 'what the page did wrong').toEqual([])
  },

  expectAccessible: async ({}, use) => {
    await use(async (page, within) => {
      // React Aria announces a button that was busy by its id, and leaves that for seconds after the button is gone.
      // The page has no frames of other origins, which legacy mode leaves out, and only breaches are read: both
      // together take a quarter of the time.
      const axe = new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .withTags(wcag)
        .exclude('[data-live-announcer]')
      const { violations } = await (within ? axe.include(within) : axe).analyze()
      const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
      expect(found, 'breaches of WCAG 2.1 AA').toEqual([])
    })
  },
})

export { expect, testAccountName, testPassphrase }
