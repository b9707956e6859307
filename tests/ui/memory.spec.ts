import type { Page } from '@playwright/test'
import { expect, test, testAccountName, testPassphrase } from './fixture.ts'
import { heapOf } from './heapStrings.ts'
import { watchPage } from './pageWatch.ts'

/** Words found nowhere else: in a record, in a draft. */
const recorded = 'Quetzaltenango'
const typed = 'Xochimilcatl'

async function expectNothingLeft(page: Page) {
  await expect(page.getByRole('heading', { name: `Locked for ${testAccountName}` })).toBeVisible()
  const memory = `${await page.content()}${await heapOf(page)}`
  expect(memory.includes(recorded), 'a name on record').toBe(false)
  expect(memory.includes(typed), 'a word that was typed').toBe(false)
}

test('a locked page holds no learner and nothing typed; an open one holds no passphrase', async ({
  browser,
  program,
}) => {
  await program.api.learners.create({ familyName: recorded })
  await program.api.session.signOut({})
  // A page of its own: the test's clock would itself keep what was at hand when a timer was set.
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  const faults = watchPage(page, program.origin)
  await page.goto(program.newLink())
  const unlockWith = async (passphrase: string) => {
    await page.getByRole('textbox', { name: 'Passphrase' }).focus()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
  }

  await unlockWith(testPassphrase)
  await page.getByRole('link', { name: 'Learners', exact: true }).click()
  await expect(page.getByText(recorded)).toBeVisible()
  await page.getByRole('button', { name: 'Add learner' }).click()
  await page.keyboard.type(typed)
  const open = await heapOf(page)
  expect([recorded, typed, testPassphrase].map((word) => open.includes(word))).toEqual([true, true, false])

  await page.keyboard.press('Control+Shift+L')
  await expectNothingLeft(page)
  await unlockWith(testPassphrase)
  const form = page.getByRole('dialog', { name: 'New learner' })
  await expect(form.getByRole('textbox', { name: 'Family name' })).toHaveValue(typed)
  expect((await heapOf(page)).includes(testPassphrase), 'the passphrase').toBe(false)
  expect(faults).toEqual([])
  await context.close()
})
