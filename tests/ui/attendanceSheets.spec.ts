import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type Excel from 'exceljs'
import { addClass } from '../helpers/testedLearners.ts'
import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

// Playwright's own loader does not link this library's modules.
const ExcelJS = createRequire(import.meta.url)('exceljs') as typeof Excel

/** Chooses an action of the menu of sheets on the attendance of a class. */
async function choose(page: Page, action: RegExp) {
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

async function put(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
}

test('a sheet goes out, is filled in, compared and brought in', async ({ page, api, expectAccessible }) => {
  test.slow()
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata', 'Álvarez'])
  const marks = learnerIds.map((learnerId) => ({ learnerId, mark: 'present' as const }))
  await api.attendance.save({ sectionId, meetings: [{ heldOn: '2026-08-01', minutes: 120, marks }] })
  await goTo(page, `/classes/${sectionId}/attendance`)
  await expect(page.getByRole('heading', { name: 'Attendance of ESL-4A' })).toBeVisible()

  await choose(page, /Make a sheet/)
  await expect(page.getByRole('dialog', { name: 'Attendance sheet' })).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('attendance-2026-08-01.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await readFile(await saved.path())).buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]!
  // Álvarez came late, and nobody had noted it.
  sheet.getCell('C7').value = 'L 75'
  const file = {
    name: 'ESL-4A.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  }

  await choose(page, /Compare a sheet/)
  await expectAccessible(page)
  await put(page, file)
  await page.getByRole('button', { name: 'Compare with the record' }).click()
  await expect(page.getByRole('heading', { name: 'Sheet against the record' })).toBeVisible()
  await expect(page.getByText('2 learners, one meeting day · one mark agrees')).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Differences' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('row', { name: /Álvarez/ })).toContainText('Another mark')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Bring this sheet in' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  const rows = page.getByRole('grid', { name: 'Rows of the file' })
  await expect(rows).toContainText('Aug 1, 2026: P → L 75')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Apply 1 row' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
  await goTo(page, `/classes/${sectionId}/attendance`)
  await expect(page.getByRole('row', { name: /Álvarez/ }).getByRole('textbox')).toHaveValue('L 75')
})

test('an instructor brings a plain list in; what is no attendance is refused to them', async ({
  page,
  api,
  program,
}) => {
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata'])
  const { studentId } = await api.learners.get({ learnerId: learnerIds[0]! })
  const { id } = program.core.caller!
  await program.core
    .requireOpen()
    .file.writer.updateTable('sections')
    .set({ instructorAccountId: id })
    .where('id', '=', sectionId)
    .execute()
  program.core.accountChanged({ ...program.core.caller!, roles: ['instructor'] })
  await page.reload()
  await goTo(page, `/classes/${sectionId}/attendance`)
  await expect(page.getByRole('heading', { name: 'Attendance of ESL-4A' })).toBeVisible()
  await choose(page, /Bring a sheet in/)
  const text = `Student ID,Name,Class,Date,Mark\n${studentId ?? ''},Zapata,ESL-4A,7/31/2026,P\n`
  await put(page, { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: /What the list is/ }).click()
  await expect(page.getByRole('option')).toHaveText(['Attendance'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Apply 1 row' }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
  await page.getByRole('link', { name: 'Look at the classes' }).click()
  await expect(page.getByRole('heading', { name: 'Classes' })).toBeVisible()
})
