import type { Page } from '@playwright/test'
import { expect, test, testAccountName, testPassphrase } from './fixture.ts'

const passphrase = (page: Page) => page.getByRole('textbox', { name: 'Passphrase' })

async function unlock(page: Page) {
  await passphrase(page).fill(testPassphrase)
  await passphrase(page).press('Enter')
}

test('a locked page keeps its place', async ({ page, expectAccessible }) => {
  await page.getByRole('link', { name: 'Tracks', exact: true }).click()
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('heading', { name: `Locked for ${testAccountName}` })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expectAccessible(page)
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Tracks' })).toBeVisible()
})
