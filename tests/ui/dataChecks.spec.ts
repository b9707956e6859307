import { addClass } from '../helpers/testedLearners.ts'
import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

type Api = Parameters<Parameters<typeof test>[2]>[0]['api']

/** A class that is over and still runs, and somebody without a student ID and birth date. */
async function mistakes(api: Api) {
  await addClass(api, 'ESL-4A', ['Zapata'])
  await api.sections.create({ code: 'OLD-1', name: 'Spring', endDate: '2026-06-12' })
  await api.learners.create({ familyName: 'Álvarez', givenName: 'Ana' })
}

test('a finding is put right in place, and another is known and fine until that is taken back', async ({
  page,
  api,
  expectAccessible,
}) => {
  await mistakes(api)
  await goTo(page, '/today')
  await page.getByRole('link', { name: 'Data check' }).click()
  const rules = page.getByRole('navigation', { name: 'Rules' })
  await expect(rules.getByRole('link', { name: 'Class over but still running' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Edit OLD-1…' }).click()
  await page.getByRole('dialog').getByRole('switch').click({ force: true })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Nothing open here')).toBeVisible()

  await rules.getByRole('link', { name: 'Active without a student ID' }).click()
  const table = page.getByRole('table', { name: 'Active without a student ID' })
  await expect(table.getByRole('rowheader')).toHaveText(['Álvarez, Ana'])
  await table.getByRole('button', { name: 'Known and fine: Álvarez, Ana…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Known and fine' })
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('The college gives it in May.')
  await dialog.getByRole('button', { name: 'Mark as known and fine' }).click()
  await expect(page.getByText('Nothing open here')).toBeVisible()
  await expect(rules.getByText('1 known and fine')).toBeVisible()

  await page.getByText('Show what is known and fine').click()
  await expect(table).toContainText('The college gives it in May.')
  await expectAccessible(page)
  await table.getByRole('button', { name: 'Take back: Álvarez, Ana' }).click()
  await expect(page.getByText('Nothing was marked as known and fine')).toBeVisible()
  await page.getByText('Show what is known and fine').click()
  await table.getByRole('link', { name: 'Open the record: Álvarez, Ana' }).click()
  await expect(page.getByRole('heading', { name: /Álvarez/, level: 1 })).toBeVisible()
})

test.describe('in Spanish', () => {
  test.use({ language: 'es' })

  test('what is missing is entered over the list', async ({ page, api, expectAccessible }) => {
    await mistakes(api)
    await goTo(page, '/data-check/activeWithoutStudentId')
    await expect(page.getByRole('heading', { name: 'Revisión de datos', level: 1 })).toBeVisible()
    await page.getByRole('button', { name: 'Editar Álvarez, Ana…' }).click()
    await page.getByRole('textbox', { name: 'ID de estudiante' }).fill('A-77')
    await page.getByRole('button', { name: 'Guardar' }).click()
    await expect(page.getByText('Nada pendiente aquí')).toBeVisible()
    await expectAccessible(page)
  })
})
