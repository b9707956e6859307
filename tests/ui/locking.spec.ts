import type { Page } from '@playwright/test'
import { signInAs } from '../helpers/signInAs.ts'
import { expect, test, testAccountName, testPassphrase } from './fixture.ts'

const lockTitle = (page: Page) => page.getByRole('heading', { name: `Locked for ${testAccountName}` })
const passphrase = (page: Page) => page.getByRole('textbox', { name: 'Passphrase' })

async function unlock(page: Page) {
  await passphrase(page).fill(testPassphrase)
  await passphrase(page).press('Enter')
}

/** Lets time pass for the core and the page alike; from then on the page's clock stands still. */
async function pass(page: Page, core: { settings: { clock: () => Date } }, minutes: number) {
  const then = new Date(core.settings.clock().getTime() + minutes * 60_000)
  core.settings.clock = () => then
  await page.clock.setFixedTime(then)
}

test('when nobody works the page locks, and gives back place and typing to whoever left them', async ({
  page,
  api,
  program: { core },
  expectAccessible,
}) => {
  const { learnerId } = await api.learners.create({ familyName: 'Núñez' })
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.evaluate((id) => void (location.hash = `#/learners/${id}`), learnerId)
  await page.getByRole('button', { name: 'Edit facts' }).click()
  const givenName = page.getByRole('dialog').getByRole('textbox', { name: 'Given name' })
  await givenName.fill('María José')

  await pass(page, core, 14)
  await page.mouse.move(200, 200)
  await expect(givenName).toBeVisible()
  await pass(page, core, 16)
  // The first move after a long time may be somebody else's.
  await page.mouse.move(300, 300)
  await expect(lockTitle(page)).toBeVisible()
  await expect(page.getByText('Núñez')).toHaveCount(0)
  await expectAccessible(page)

  await unlock(page)
  await expect(givenName).toHaveValue('María José')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'María José Núñez' })).toBeVisible()
})

test('every tab is locked and opened with the first; another person gets nothing of what was typed', async ({
  page,
  api,
  context,
  program,
}) => {
  await signInAs(api, 'Rosa Colleague', ['coordinator'])
  await api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  await page.reload()
  const second = await context.newPage()
  await second.goto(`${program.origin}/#/learners`)
  await second.getByRole('button', { name: 'Add learner' }).click()
  await second.keyboard.type('Xochimilcatl')
  await page.keyboard.press('Control+Shift+L')
  await expect(lockTitle(page)).toBeVisible()
  await expect(lockTitle(second)).toBeVisible()
  await unlock(page)
  await expect(second.getByRole('dialog').getByRole('textbox', { name: 'Family name' })).toHaveValue(
    'Xochimilcatl',
  )

  await second.keyboard.press('Control+Shift+L')
  await expect(second.getByText('everything you had typed')).toBeVisible()
  await second.getByRole('button', { name: 'Somebody else?' }).click()
  await expect(second.getByRole('alertdialog')).toContainText('will be lost')
  await second.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await second.getByRole('button', { name: /Your name/ }).click()
  await second.getByRole('option', { name: 'Rosa Colleague' }).click()
  await passphrase(second).fill(testPassphrase)
  await passphrase(second).press('Enter')
  await second.getByRole('link', { name: 'Learners', exact: true }).click()
  await second.getByRole('button', { name: 'Add learner' }).click()
  await expect(second.getByRole('dialog').getByRole('textbox', { name: 'Family name' })).toHaveValue('')
})
