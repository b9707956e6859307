import type { Page } from '@playwright/test'
import type { RouterClient } from '@orpc/server'
import type { Core } from '../../../db/core.ts'
import type { router } from '../../../db/router.ts'
import { staff, type Member } from '../../helpers/year/pastYear.ts'
import { goTo } from '../assessing.ts'
import { expect, testPassphrase } from '../fixture.ts'

/** Where the people of the program work, one after the other. */
export interface Desk {
  page: Page
  core: Core
  /** As the person who is signed in. */
  api: RouterClient<typeof router>
  calendar: { today: string }
  figures: YearFigures
}

/** What the year came to. */
export interface YearFigures {
  learners: number
  meetings: number
  marks: number
  tests: number
  listsCompared: number
  rowsCompared: number
  numbersCompared: number
  slowest: { screen: string; milliseconds: number }
}

/** Another day: whoever sat here signs out, the clocks move on, and a person signs in. */
export async function beginDay({ page, core, calendar }: Desk, day: string, member: Member) {
  const signedIn = core.caller?.name
  if (signedIn !== undefined) {
    await page.getByRole('button', { name: signedIn }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeVisible()
  calendar.today = day
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`))
  await page.getByRole('button', { name: /Your name/ }).click()
  await page.getByRole('option', { name: staff[member].name }).click()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(testPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Opens a screen and waits for what it shows, noting how long that took. */
export async function openScreen(
  { page, figures }: Desk,
  screen: string,
  place: string,
  shows: () => Promise<void>,
) {
  const begun = performance.now()
  await goTo(page, place)
  await shows()
  const milliseconds = Math.round(performance.now() - begun)
  if (milliseconds > figures.slowest.milliseconds) figures.slowest = { screen, milliseconds }
}

/** Waits for the heading of a screen. */
export const headed = (page: Page, name: string | RegExp) => () =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
