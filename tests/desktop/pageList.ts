import { expect as expectPage } from '@playwright/test'
import { test } from 'vitest'
import type { Desktop } from '../helpers/desktop.ts'
import { watchPage } from '../ui/pageWatch.ts'
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'

/** A core starts and checks a passphrase in a second, on a busy machine in many. */
const expect = expectPage.configure({ timeout: 30_000 })

/** What a person sees of the same: the app's own page in its window. `start` opens the built desktop. */
export function testDesktopPage(start: (args: readonly string[]) => Promise<Desktop>): void {
  test('a demo opens signed in, comes back from a fall as a new one, and leaves nothing', async () => {
    const desktop = await start(['--demo'])
    const { page } = desktop
    try {
      await expect(page.getByRole('navigation')).toBeVisible()
      const back = desktop.nextCore()
      process.kill(await desktop.corePid(), 'SIGKILL')
      await back
      await expect(page.getByRole('navigation')).toBeVisible()
      expect(desktop.leftovers()).toHaveLength(1)
      expect(await desktop.quit()).toBe(0)
      expect(desktop.leftovers()).toEqual([])
    } finally {
      await desktop.dispose()
    }
  })

  test('a first run, a lock with the system, a killed core, and the sign-in that brings everything back', async () => {
    const desktop = await start([])
    const { page } = desktop
    try {
      const faults = watchPage(page, desktop.pageOrigin)
      await page.reload()
      await page.getByRole('textbox', { name: 'Name of the program' }).fill('Bridge to Health Careers')
      await page.getByRole('textbox', { name: 'Your name' }).fill(testAccountName)
      await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(testPassphrase)
      await page.getByRole('textbox', { name: 'Passphrase again' }).fill(testPassphrase)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: 'I have it on paper' }).click({ timeout: 30_000 })
      await expect(page.getByRole('navigation')).toBeVisible()

      await desktop.systemEvent('lock-screen')
      const locked = page.getByRole('heading', { name: `Locked for ${testAccountName}` })
      await expect(locked).toBeVisible()
      await expect(page.getByRole('navigation')).toHaveCount(0)
      const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
      await passphrase.fill(testPassphrase)
      await passphrase.press('Enter')
      await expect(page.getByRole('navigation')).toBeVisible()

      process.kill(await desktop.corePid(), 'SIGKILL')
      await passphrase.fill(testPassphrase)
      await passphrase.press('Enter')
      await expect(page.getByRole('navigation')).toBeVisible()
      await expect(page.getByText('Bridge to Health Careers').first()).toBeVisible()
      expect(faults).toEqual([])
    } finally {
      await desktop.dispose()
    }
  })
}
