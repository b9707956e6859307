import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { openPalette } from './palette.ts'

const grid = (page: Page, name: string) => page.getByRole('grid', { name })

test('a change is found in words, by name and by person', async ({ page, api, expectAccessible }) => {
  const { learnerId } = await api.learners.create({ familyName: 'Núñez', givenName: 'José' })
  const { updatedAt, ...facts } = await api.learners.get({ learnerId })
  await api.learners.change({ learnerId, updatedAt, ...facts, familyName: 'Rivas', schooling: 'primary' })
  await api.learners.create({ familyName: 'Tran', givenName: 'Lan' })

  await page.getByRole('link', { name: 'Program' }).click()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await page.getByRole('link', { name: 'Record of changes' }).click()
  const entries = grid(page, 'Record of changes')
  await expect(entries.getByRole('rowheader', { name: 'Added a learner' })).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Search the record' }).fill('rivas')
  await expect(entries.getByRole('rowheader')).toHaveText(['Changed a learner’s record', 'Added a learner'])
  await page.getByRole('button', { name: /^Any kind/ }).click()
  await page.getByRole('option', { name: 'Changed', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 entry' })).toBeVisible()
  await entries.getByRole('row', { name: /José Rivas/ }).click()
  const panel = page.getByRole('complementary', { name: 'Changed a learner’s record' })
  await expect(panel.locator('dl').filter({ hasText: 'Schooling' })).toContainText(
    'Family namefrom Núñez → to RivasSchoolingPrimary school',
  )
  await expectAccessible(page)
  await panel.getByRole('link', { name: 'Open the record' }).click()
  await page.getByRole('region', { name: 'Who changed or saw this record' }).getByRole('button').click()
  await expect(page.getByText('Changed a learner’s record')).toBeVisible()
})

test('what is handed out is logged with its recipient and shows on the learner’s page', async ({
  page,
  api,
  expectAccessible,
}) => {
  await api.learners.create({ familyName: 'Tran', givenName: 'Lan' })
  await page.getByRole('navigation').getByRole('link', { name: 'Learners' }).click()
  await expect(grid(page, 'Learners').getByRole('rowheader')).toHaveText(['Tran, Lan'])
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('button', { name: 'Export' })).toBeFocused()
  await dialog.getByRole('radio', { name: 'Somebody outside the program' }).click({ force: true })
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog.getByRole('alert')).toContainText('2 answers need a look')
  await dialog.getByRole('textbox', { name: 'Who gets it' }).fill('State office')
  await dialog.getByRole('button', { name: /Why they may have it/ }).click()
  await page.getByRole('option', { name: 'Audit or evaluation of a public program' }).click()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await download
  await expect(dialog).toBeHidden()

  await openPalette(page)
  await page.keyboard.type('disclosures')
  await page.getByRole('menuitem', { name: 'Record of disclosures' }).click()
  const row = grid(page, 'Record of disclosures').getByRole('row', { name: /State office/ })
  await expect(row).toContainText('List of learners')
  await row.click()
  const panel = page.getByRole('complementary', { name: 'List of learners' })
  await expect(panel).toContainText('Audit or evaluation of a public program')
  await expectAccessible(page)
  await panel.getByRole('link', { name: 'Lan Tran' }).click()
  const card = page.getByRole('region', { name: 'Who changed or saw this record' })
  await card.getByRole('button', { name: 'Show' }).click()
  await expect(card.getByText('Exported the list of learners')).toBeVisible()
  await expect(card).toContainText('RecipientState office')
  await expectAccessible(page)
})

test('the check says that the record is whole, and where it is not', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  await api.learners.create({ familyName: 'Tran', givenName: 'Lan' })
  await page.getByRole('link', { name: 'Program' }).click()
  await page.getByRole('tab', { name: 'Changes' }).click()
  const card = page.getByRole('region', { name: 'Check the record' })
  await card.getByRole('button', { name: 'Check' }).click()
  await expect(card.getByText('entries are as they were written.')).toBeVisible()
  const fingerprint = await card.locator('code').innerText()
  await expectAccessible(page)

  const field = card.getByRole('textbox', { name: 'Fingerprint from an earlier check or export' })
  await field.fill('half of it')
  await card.getByRole('button', { name: 'Check' }).click()
  await expect(card.getByText('That is not a fingerprint of this record.')).toBeVisible()
  await field.fill(fingerprint)
  await card.getByRole('button', { name: 'Check' }).click()
  await expect(card.getByText('It fits the fingerprint you entered.')).toBeVisible()

  const { writer } = program.core.requireOpen().file
  await writer.updateTable('auditEntries').set({ after: '{}' }).where('id', '=', 2).execute()
  await card.getByRole('button', { name: 'Check' }).click()
  await expect(card.getByRole('alert')).toContainText('Entry 2 is not as it was written: it was changed.')
  await expectAccessible(page)
})
