import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

/** Opens the command palette by its key, ready to be typed into. */
export async function openPalette(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
}

/** Types some letters and takes what is found by Enter, as soon as it is typed. */
export async function throughPalette(page: Page, words: string) {
  await openPalette(page)
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
