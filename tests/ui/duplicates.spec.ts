import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

type Api = Parameters<Parameters<typeof test>[2]>[0]['api']

/** Three pairs of records, the strongest evidence first: Soto, Ruiz, Melnyk. */
async function pairs(api: Api) {
  const people = [
    { familyName: 'Soto', givenName: 'Elba', birthDate: '1990-05-04', phone: '704-555-0100' },
    { familyName: 'Soto', givenName: 'ELBA', birthDate: '1990-05-04', phone: '704-555-0100' },
    { familyName: 'Ruiz', givenName: 'Francisco', birthDate: '1988-03-02', phone: '704-555-0101' },
    { familyName: 'Ruiz', givenName: 'Paco', birthDate: '1988-03-02', phone: '704-555-0102' },
    { familyName: 'Melnyk', givenName: 'Olena', birthDate: '1971-07-09', phone: '704-555-0103' },
    { familyName: 'Melnik', givenName: 'Elena', birthDate: '1971-09-07', phone: '704-555-0104' },
  ]
  for (const { phone, ...facts } of people) {
    await api.learners.create({ ...facts, phones: [{ number: phone }] })
  }
}

test('pairs are gone through by keyboard, told apart, and the answer is taken back', async ({
  page,
  api,
  expectAccessible,
}) => {
  await pairs(api)
  // With twenty thousand people comparing takes its time: it can be stopped and begun again.
  await page.route('**/duplicates/count', () => {})
  await goTo(page, '/duplicates')
  await expect(page.getByRole('progressbar', { name: 'Comparing everybody on record' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The comparison was stopped')).toBeVisible()
  await page.unroute('**/duplicates/count')
  await page.getByRole('button', { name: 'Compare now' }).click()
  await expect(page.getByRole('listbox', { name: 'Pairs to answer' }).getByRole('option')).toHaveCount(3)

  await goTo(page, '/data-check')
  await page.getByRole('link', { name: 'Possible duplicates: 3' }).click()
  const list = page.getByRole('listbox', { name: 'Pairs to answer' })
  await expect(list.getByRole('option')).toHaveCount(3)
  const facts = page.getByRole('table')
  await expect(facts.getByRole('row', { name: /^Phones/ })).toContainText('The same')
  await expectAccessible(page)

  await list.getByRole('option').first().click()
  await page.keyboard.press('ArrowDown')
  await expect(facts.getByRole('row', { name: /^Name/ })).toContainText('Ruiz, PacoSimilar')
  await page.keyboard.press('Delete')
  await expect(list.getByRole('option')).toHaveCount(2)
  // The next pair is in hand, and the keys go on working.
  await expect(facts.getByRole('row', { name: /^Name/ })).toContainText('Melnyk, Olena')
  await page.keyboard.press('ArrowUp')
  await expect(facts.getByRole('row', { name: /^Name/ })).toContainText('Soto, Elba')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('option')).toHaveCount(3)
  await list.getByRole('option', { name: 'Ruiz' }).click()
  await page.getByRole('button', { name: 'Two different people' }).click()
  await expect(list.getByRole('option')).toHaveCount(2)

  await page.getByRole('tab', { name: 'Two people' }).click()
  const answers = page.getByRole('table', { name: 'Pairs told apart' })
  await expect(answers).toContainText('Alma Rivera')
  await expectAccessible(page)
  await answers.getByRole('button', { name: 'Take back: Ruiz, Francisco and Ruiz, Paco' }).click()
  await expect(page.getByText('Nobody has been told apart yet')).toBeVisible()

  await page.getByRole('tab', { name: 'To answer' }).click()
  await page.getByRole('button', { name: /What they share/ }).click()
  await page.getByRole('option', { name: 'Same date of birth (1)', exact: true }).click()
  await expect(list.getByRole('option')).toHaveText([/Ruiz, Francisco/])
})
