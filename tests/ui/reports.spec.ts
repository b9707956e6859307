import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { partsOf } from '../helpers/archiveParts.ts'
import { addBenchmarks } from '../helpers/sampleBenchmarks.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { expect, test } from './fixture.ts'
import { signInAs } from '../helpers/signInAs.ts'

type Program = Parameters<typeof enterSampleCohorts>[0]

/** The cohorts of the sample file with figures to compare with, and the screen of one report. */
async function openReport(page: Page, program: Program, report: 'completion' | 'certification') {
  const { track } = await enterSampleCohorts(program)
  await addBenchmarks(program, track.trackId)
  await page.evaluate((hash) => {
    location.hash = hash
  }, `/reports/${report}`)
}

test('without cohorts the reports teach the first step', async ({ page, expectAccessible }) => {
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByText('No cohorts to report on yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to the cohorts' })).toBeVisible()
  await expectAccessible(page)
})

test('every number of the completion report opens the people behind it', async ({
  page,
  program,
  expectAccessible,
}) => {
  await openReport(page, program, 'completion')
  await expect(page.getByText('6 cohorts; 91 people enrolled on or before')).toBeVisible()
  await expect(page.getByText('Not final: 13 still in')).toBeVisible()
  await expectAccessible(page)
  const cohort = page.getByRole('region', { name: 'By cohort' }).getByRole('row', { name: /^NA-G2/ })
  await cohort.getByRole('button', { name: 'Completion rate, NA-G2' }).click()
  const panel = page.getByRole('complementary', { name: 'Completion rate' })
  await expect(panel.getByText('81.8% · 9 of 11')).toBeVisible()
  await expect(panel.getByText('Completed ÷ (enrolled − excluded).')).toBeVisible()
  await expect(panel.getByText('9 listed')).toBeVisible()
  await panel.getByRole('radio', { name: 'Denominator (11)' }).click()
  await expect(panel.getByText('11 listed')).toBeVisible()
  await expectAccessible(page)
  await panel.getByRole('listitem').first().getByRole('link').click()
  await expect(page).toHaveURL(/#\/learners\/\d+$/)
})

test('filters narrow the report and an earlier day knows less', async ({ page, program }) => {
  await openReport(page, program, 'completion')
  await page.getByRole('button', { name: 'Every cohort' }).click()
  await page.getByRole('dialog').getByText('NA-C1').click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 cohort; 17 people enrolled')).toBeVisible()
  const asOf = page.getByRole('textbox', { name: 'As of' })
  await asOf.fill('12/1/2024')
  await asOf.press('Enter')
  await expect(page.getByText('Not final: 15 still in')).toBeVisible()
})

test('for outside use small counts are hidden and nobody is named', async ({
  page,
  program,
  expectAccessible,
}) => {
  await openReport(page, program, 'completion')
  await page.getByRole('radio', { name: 'Outside use' }).click()
  await expect(page.getByText('Left out for outside use')).toBeVisible()
  const bySite = page.getByRole('region', { name: 'By site' })
  await expect(bySite.getByText('hidden').first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Enrolled, Everyone: 91/ })
    .first()
    .click()
  const panel = page.getByRole('complementary', { name: 'Enrolled' })
  await expect(panel).toContainText('no names behind its numbers')
  await expect(panel.getByRole('link')).toHaveCount(0)
  await expectAccessible(page)
})

test('the certification report shows each rate beside its benchmark', async ({
  page,
  program,
  expectAccessible,
}) => {
  await openReport(page, program, 'certification')
  await page.getByRole('button', { name: 'First-time pass rate, Everyone: 57.9%' }).first().click()
  const panel = page.getByRole('complementary', { name: 'First-time pass rate' })
  await expect(panel.getByText('33 listed')).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()
  const benchmarks = page.getByRole('region', { name: 'Benchmarks' })
  await expect(benchmarks.getByRole('row', { name: /Day class/ })).toContainText('11.4')
  await expectAccessible(page)
})

test('a report is exported in a chosen language, and for whom and why stays on record', async ({
  page,
  program,
  expectAccessible,
}) => {
  await openReport(page, program, 'completion')
  await page.getByRole('button', { name: 'Export to Excel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export cohort completion' })
  await dialog.getByRole('radio', { name: 'Spanish' }).click({ force: true })
  await dialog.getByRole('radio', { name: 'Somebody outside the program' }).click({ force: true })
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Who gets it' }).fill('State office')
  await dialog.getByRole('button', { name: /Why they may have it/ }).click()
  await page.getByRole('option', { name: 'Audit or evaluation of a public program' }).click()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('finalizacion-de-grupos-2026-08-01.xlsx')
  const parts = await partsOf(readFileSync(await file.path()))
  expect(parts.get('xl/workbook.xml')!.toString()).toContain('name="Resumen"')
  await expect(dialog).toBeHidden()
  const record = await program.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .select('after')
    .where('action', '=', 'reports.exportCompletion')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(record.after!)).toMatchObject({ recipient: 'State office', purpose: 'programEvaluation' })
})

test('a viewer reads the numbers without names and without export', async ({ page, api, program }) => {
  await enterSampleCohorts(program)
  await signInAs(api, 'Vera', ['viewer'])
  await page.reload()
  await page.getByRole('link', { name: 'Reports' }).click()
  const byCohort = page.getByRole('region', { name: 'By cohort' })
  await expect(byCohort.getByRole('row', { name: /^NA-C1/ })).toContainText('17')
  await byCohort.getByRole('button', { name: /^Enrolled, NA-C1: 17/ }).click()
  const panel = page.getByRole('complementary', { name: 'Enrolled' })
  await expect(panel).toContainText('Who is behind it is shown to those who work with learners.')
  await expect(panel.getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export to Excel' })).toHaveCount(0)
})
