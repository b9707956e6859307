import { expect, test } from './fixture.ts'

test('a class is made, filled, emptied and given back, and changed', async ({
  page,
  api,
  expectAccessible,
}) => {
  await api.learners.create({ familyName: 'Núñez', givenName: 'José', studentId: '1041' })
  await api.learners.create({ familyName: 'Đặng', givenName: 'Ánh' })
  await page.getByRole('link', { name: 'Classes' }).click()
  await expect(page.getByText('No classes yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add class' }).click()
  const form = page.getByRole('dialog', { name: 'New class' })
  await form.getByRole('button', { name: 'Save class' }).click()
  await expect(form.getByText('Fill this in.').first()).toBeVisible()
  await form.getByRole('textbox', { name: 'Code' }).fill('ESL-5 EVE')
  await form.getByRole('textbox', { name: 'Name' }).fill('ESL 5, evening')
  await form.getByRole('button', { name: /Instructor/ }).click()
  await page.getByRole('option', { name: 'Alma Rivera' }).click()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save class' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ESL-5 EVE' })).toBeVisible()
  await expect(page.getByText('Alma Rivera').last()).toBeVisible()

  await page.getByRole('button', { name: 'Add learners' }).click()
  const adding = page.getByRole('dialog', { name: 'Add learners to ESL-5 EVE' })
  const picker = adding.getByRole('combobox', { name: 'Find a learner' })
  await picker.fill('nun')
  await page.getByRole('option', { name: /Núñez, José/ }).click()
  await picker.fill('dang')
  await page.getByRole('option', { name: /Đặng, Ánh/ }).click()
  await expect(adding.getByRole('row')).toHaveText(['Núñez, José', 'Đặng, Ánh'])
  await expectAccessible(page)
  await adding.getByRole('button', { name: 'Add learners' }).click()
  const members = page.getByRole('grid', { name: 'Learners in the class' })
  await expect(members.getByRole('rowheader')).toHaveText(['Đặng, Ánh', 'Núñez, José'])

  await members.getByRole('row', { name: /Núñez/ }).press('Space')
  await page.getByRole('button', { name: 'Take out of the class' }).click()
  await expect(members.getByRole('rowheader')).toHaveText(['Đặng, Ánh'])
  await page
    .getByRole('alertdialog')
    .filter({ hasText: 'taken out of the class' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(members.getByRole('rowheader')).toHaveCount(2)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Edit class' }).click()
  const editing = page.getByRole('dialog', { name: 'ESL-5 EVE' })
  await editing.getByText('The class is running').click()
  await editing.getByRole('button', { name: 'Save class' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Classes' }).click()
  await expect(page.getByText('No class is running now')).toBeVisible()
  await page.getByRole('button', { name: /Running/ }).click()
  await page.getByRole('option', { name: 'Over' }).click()
  await expect(page.getByRole('grid', { name: 'Classes' }).getByRole('rowheader')).toHaveText(['ESL-5 EVE'])
})

test('the list of classes exports', async ({ page, api }) => {
  await api.sections.create({ code: 'ESL-1', name: 'ESL 1' })
  await page.getByRole('link', { name: 'Classes' }).click()
  await expect(page.getByRole('grid', { name: 'Classes' }).getByRole('rowheader')).toHaveText(['ESL-1'])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toBe('classes-2026-08-01.xlsx')
})
