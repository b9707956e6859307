import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

/** Goes to another screen of the app, by its address. */
export const goTo = (page: Page, place: string) => page.goto(`${new URL(page.url()).origin}/#${place}`)

/** Chooses the CASAS reading test in the form in sight. */
export async function chooseReading(page: Page) {
  await page.getByRole('button', { name: /\bTest$/ }).click()
  await page.getByRole('option', { name: 'CASAS Reading STEPS' }).click()
}

/** Types some letters of a learner and takes the first one found. */
export async function chooseLearner(page: Page, typed: string) {
  const field = page.getByRole('combobox', { name: 'Learner' })
  await field.pressSequentially(typed)
  await page.getByRole('option').first().waitFor()
  // The list may still be filling: a choice made just as it is renewed has to be made again, as by a person.
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(field).not.toHaveValue(typed, { timeout: 1000 })
  }).toPass()
}
