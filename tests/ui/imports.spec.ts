import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'

const sample = (name: string) => fileURLToPath(new URL(`../fixtures/samples/${name}`, import.meta.url))

/** Brings a sample in as a person does: chooses it, checks its columns, looks at its rows. */
async function bring(page: Page, name: string) {
  await page.goto(`${new URL(page.url()).origin}/#/files`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(sample(name))
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('heading', { name: 'Check the rows', level: 1 })).toBeVisible()
}

const filter = (page: Page, name: string) => page.getByRole('radio', { name })

test('a roster: columns, rows, reasons, a duplicate, and what came of it', async ({
  page,
  api,
  expectAccessible,
}) => {
  test.slow()
  await page.goto(`${new URL(page.url()).origin}/#/files`)
  await expectAccessible(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await chooser).setFiles(sample('esl-roster.csv'))

  const columns = page.getByRole('table', { name: 'Columns of the file' })
  await expect(columns.getByRole('row')).toHaveCount(11)
  await expect(columns.getByRole('row', { name: /Home Language/ })).toContainText('First language')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Check the rows' }).click()

  await expect(filter(page, 'New 180')).toBeVisible()
  await expectAccessible(page)
  await filter(page, 'Refused 3').click()
  const rows = page.getByRole('grid', { name: 'Rows of the file' })
  await expect(rows).toContainText('There is no such day in the calendar')
  await expect(rows).toContainText('The family name is missing')
  await rows.getByText('Pérez').click()
  const panel = page.getByRole('complementary', { name: /Lidia Pérez|BEATRIZ/ })
  await expect(panel).toContainText('Column D · Birth Date')
  await expect(panel).toContainText('2/30/1990')
  await expectAccessible(page)

  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toBeHidden()
  await filter(page, 'Possible duplicates 3').click()
  await rows.getByText('BEATRIZ QUINONES').click()
  await expect(panel).toContainText('Beatriz Quiñones')
  await expect(panel).toContainText('same date of birth, same phone, same name')
  await expect(panel.getByRole('radio', { name: /The same person/ })).toBeChecked()
  await panel.getByText('Decide later').click()
  await expect(page.getByText('1 possible duplicate waits for your decision')).toBeVisible()
  await panel.getByText('Another person').click()
  await expect(rows).toContainText('Another person: added')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Apply 183 rows' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download these rows' }).click()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toBe('rows-not-taken-2026-08-01.xlsx')
  expect((await api.learners.list({})).total).toBe(181)

  await page.getByRole('link', { name: 'Files' }).first().click()
  const past = page.getByRole('grid', { name: 'Files brought in' })
  await past.getByText('esl-roster.csv').click()
  await expect(page.getByRole('grid', { name: 'What each row did' })).toContainText('Ouyang')
  await expectAccessible(page)
})

test('all three samples, one after the other, with nothing edited by hand', async ({ page, api }) => {
  await bring(page, 'esl-roster.csv')
  await page.getByRole('button', { name: 'Apply 183 rows' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
  await bring(page, 'student-test-summary.xlsx')
  await page.getByRole('button', { name: 'Apply 573 rows' }).click()
  await expect(page.getByRole('link', { name: 'See who is ready for a track' })).toBeVisible()
  await bring(page, 'nurse-assistant-cohorts.xlsx')
  await page.getByRole('button', { name: 'Apply 96 rows' }).click()
  await expect(page.getByRole('link', { name: 'Look at the cohorts' })).toBeVisible()
  expect((await api.learners.list({})).total).toBe(180)
  expect((await api.cohorts.list({})).total).toBe(6)

  await bring(page, 'esl-roster.csv')
  await expect(filter(page, 'Unchanged 183')).toBeVisible()
  await expect(filter(page, 'New 0')).toBeVisible()
})

test('a column is corrected by hand, and what is missing is named', async ({ page, expectAccessible }) => {
  await page.goto(`${new URL(page.url()).origin}/#/files`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const text = 'Number;Surname;Given;Phone Home\n17;Núñez;Ana;704-555-0101\n'
  await (await chooser).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(page.getByText('The headings do not tell what this list is')).toBeVisible()
  const choose = async (heading: string, option: string) => {
    await page.getByRole('button', { name: `What ${heading} holds` }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await page.getByRole('button', { name: /What the list is/ }).click()
  await page.getByRole('option', { name: 'Roster' }).click()
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
  await choose('Surname', 'Leave out')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('Family name: No column holds this yet')).toBeVisible()
  await expectAccessible(page)
  await choose('Surname', 'Family name')
  await choose('Number', 'Student ID')
  await choose('Given', 'Given name')
  await choose('Phone Home', 'Phone')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(filter(page, 'New 1')).toBeVisible()
})

test('a file that is no list is refused in words', async ({ page, expectAccessible }) => {
  await page.goto(`${new URL(page.url()).origin}/#/files`)
  for (const [bytes, words] of [
    [Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]), 'This is a program, not a list'],
    [Buffer.from('%PDF-1.7'), 'This is a PDF'],
  ] as const) {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (
      await chooser
    ).setFiles({ name: 'roster.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
    await expect(page.getByText(words)).toBeVisible()
  }
  await expectAccessible(page)
})

test.describe('in Spanish', () => {
  test.use({ language: 'es' })
  test('the rows and their reasons are read in Spanish', async ({ page, expectAccessible }) => {
    await page.goto(`${new URL(page.url()).origin}/#/files`)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Elegir un archivo' }).click()
    await (await chooser).setFiles(sample('esl-roster.csv'))
    await page.getByRole('button', { name: 'Revisar las filas' }).click()
    await filter(page, 'Rechazadas 3').click()
    await expect(page.getByRole('grid', { name: 'Filas del archivo' })).toContainText('Ese día no existe')
    await expectAccessible(page)
  })
})

test('what somebody typed is shown against the file, decided, and each value says where it comes from', async ({
  page,
  api,
  expectAccessible,
}) => {
  const origin = new URL(page.url()).origin
  const facts = { familyName: 'Núñez', givenName: 'Ana', studentId: '17', email: 'typed@example.org' }
  const { learnerId } = await api.learners.create({ ...facts, firstLanguage: 'Mixtec' })
  await page.goto(`${origin}/#/files`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const text =
    'Student ID,Last Name,First Name,Email,Home Language,Phone\n17,Núñez,Ana,file@example.org,Spanish,704-555-0101\n'
  await (await chooser).setFiles({ name: 'fall.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('1 row says something else than what somebody typed')).toBeVisible()
  await page.getByRole('button', { name: 'Apply 1 row' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: '1 row says something else' })
  await refusal.getByRole('button', { name: 'Show these rows' }).click()
  await page.getByRole('grid', { name: 'Rows of the file' }).getByText('Ana Núñez').click()
  const panel = page.getByRole('complementary', { name: 'Ana Núñez' })
  await expect(panel.getByRole('radiogroup', { name: 'Email' })).toContainText('Typed by Alma Rivera')
  await expectAccessible(page)
  await panel.getByRole('radiogroup', { name: 'Email' }).getByText('file@example.org').click()
  await panel.getByRole('radiogroup', { name: 'First language' }).getByText('Mixtec').click()
  await expect(panel.getByText('Decided')).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Apply 1 row' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()

  await page.goto(`${origin}/#/learners/${learnerId}`)
  const sourceOf = async (name: string) => {
    await page.getByRole('button', { name: `Where this comes from: ${name}` }).press('Enter')
    return page.getByRole('dialog', { name: `Where this comes from: ${name}` })
  }
  const typed = await sourceOf('First language')
  await expect(typed).toContainText('Typed by Alma Rivera')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Where this comes from: First language' })).toBeFocused()
  const phone = await sourceOf('Phones')
  await phone.getByRole('link', { name: 'fall.csv, row 2' }).click()
  const rows = page.getByRole('grid', { name: 'What each row did' })
  await expect(rows).toContainText('Kept as typed')
  await expect(page.getByRole('grid', { name: 'Rows shown' })).toContainText('Row 2')
  await expectAccessible(page)
})

test('a whole import is undone: what goes back and what stays is shown first', async ({
  page,
  api,
  expectAccessible,
}) => {
  await bring(page, 'esl-roster.csv')
  await page.getByRole('button', { name: 'Apply 183 rows' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
  const { rows } = await api.learners.list({ text: 'Ouyang' })
  await api.learners.setStatus({ learnerIds: [rows[0]!.id], status: 'paused' })

  await page.getByRole('link', { name: 'Files' }).first().click()
  await page.getByRole('grid', { name: 'Files brought in' }).getByText('esl-roster.csv').click()
  await page.getByRole('button', { name: 'Undo this import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo this import' })
  await expect(dialog.getByRole('row', { name: /^Learner 179 0 1$/ })).toBeVisible()
  const stays = dialog.getByRole('table', { name: '1 record keeps something' })
  await expect(stays.getByRole('row', { name: /Ouyang/ })).toContainText('Changed since the import')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(dialog).toBeHidden()
  expect((await api.learners.list({})).total).toBe(180)

  await page.getByRole('button', { name: 'Undo this import…' }).click()
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/^Undone on .+ by Alma Rivera\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo this import…' })).toBeHidden()
  await expect(page.getByRole('grid', { name: 'What each row did' })).toContainText('Removed')
  await expectAccessible(page)
  expect((await api.learners.list({})).total).toBe(1)
  await page.getByRole('link', { name: 'Files' }).first().click()
  await expect(page.getByRole('row', { name: /esl-roster\.csv Undone/ })).toBeVisible()
  await expectAccessible(page)
})
