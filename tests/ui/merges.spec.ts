import { twiceOnRecord } from '../helpers/twiceOnRecord.ts'
import { expect, test } from './fixture.ts'

test.use({ today: '2026-08-01' })

test('two records of one person become one from the learner’s page, and two again', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { keptId, otherId } = await twiceOnRecord(api)
  await page.evaluate((id) => void (window.location.hash = `/learners/${id}`), keptId)
  await page.getByRole('heading', { level: 1, name: 'María Quispe Flores' }).waitFor()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Merge with another record…' }).click()
  const search = page.getByRole('combobox', { name: 'The other record of this person' })
  await expect(search).toBeFocused()
  await search.pressSequentially('S-2002')
  await page.getByRole('option', { name: /Quispe, María/ }).click()

  await page.getByRole('heading', { level: 1, name: 'Merge two records' }).waitFor()
  await expect(page.getByRole('link', { name: 'Data check' })).toHaveAttribute('aria-current', 'page')
  const merge = page.getByRole('button', { name: 'Merge records' })
  await expect(page.getByText('One entry is still to decide.')).toBeVisible()
  await expect(merge).toBeDisabled()
  await expectAccessible(page)
  const test = page.getByRole('radiogroup', { name: /Test: Reading/ })
  await test.getByRole('radio', { name: /211/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Nothing is left to decide.')).toBeVisible()
  const name = page.getByRole('radiogroup', { name: 'Family name' })
  await expect(name.getByRole('radio', { name: /Quispe Flores/ })).toBeChecked()
  await expect(
    page.getByRole('radiogroup', { name: 'Notes' }).getByRole('radio', { name: 'Both notes' }),
  ).toBeChecked()
  await merge.click()

  await page.getByRole('heading', { level: 1, name: 'María Quispe Flores' }).waitFor()
  await expect(page.getByText('The records of María Quispe Flores are one now.')).toBeVisible()
  await expect(page.getByText('Reading 211', { exact: false }).first()).toBeVisible()
  await page.evaluate((id) => void (window.location.hash = `/learners/${id}`), otherId)
  await expect(page).toHaveURL(new RegExp(`#/learners/${keptId}$`))
  const found = await api.learners.search({ text: 'S-2002' })
  expect(found.map(({ id }) => id)).toEqual([keptId])

  await page.getByRole('button', { name: 'Take apart…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take the merge apart' })
  await expect(dialog.getByText('Nothing was changed since.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Take apart' }).click()
  await expect(page.getByText('are two records again.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take apart…' })).toBeHidden()
  const both = await api.learners.search({ text: 'Quispe' })
  expect(both.map(({ id }) => id).sort()).toEqual([keptId, otherId])
})
