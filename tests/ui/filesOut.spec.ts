import { addClass, readingEntry } from '../helpers/testedLearners.ts'
import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

test('files for other systems: what they would hold is said, then they are made and on record', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata', 'Álvarez'])
  const [zapata, alvarez] = learnerIds as [number, number]
  await api.assessments.record({
    sectionId,
    entries: [readingEntry(zapata), readingEntry(alvarez, { scoreText: '*' })],
  })
  await goTo(page, '/files')
  await page.getByRole('button', { name: 'Make a file for another system' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a file for another system' })
  await expect(dialog).toContainText('2 rows about 2 learners')
  await expect(dialog).toContainText('These columns stay empty')
  await dialog.getByText('Assessment upload for the state').click()
  await expect(dialog).toContainText('1 row about 1 learner')
  await expect(dialog).toContainText('1 test stays out, because it has no scale score')
  await expectAccessible(page)

  const to = dialog.getByRole('textbox', { name: 'Last test day' })
  await to.fill('6/1/2026')
  await expect(dialog).toContainText('The last day is before the first day')
  await to.fill('7/31/2026')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('assessment-upload-2026-08-01.csv')
  await expect(dialog).toBeHidden()
  const { rows } = await api.audit.disclosures({})
  expect(rows[0]).toMatchObject({ content: 'assessmentUpload', format: 'csv', learnerCount: 1 })

  await page.getByRole('button', { name: 'Make a file for another system' }).click()
  await dialog.getByText('Roster').click()
  await dialog.getByRole('combobox', { name: 'Only one class' }).fill('ESL-4')
  await page.getByRole('option', { name: /ESL-4A/ }).click()
  await expect(dialog).toContainText('2 rows about 2 learners')
  await expectAccessible(page)
})

test.describe('in Spanish', () => {
  test.use({ language: 'es' })

  test('the same dialog', async ({ page, expectAccessible }) => {
    await goTo(page, '/files')
    await page.getByRole('button', { name: 'Hacer un archivo para otro sistema' }).click()
    await expect(page.getByRole('dialog')).toContainText('El archivo no tendría filas')
    await expectAccessible(page)
  })
})
