import type { Download, Locator, Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import expected from '../fixtures/samples/expected.json' with { type: 'json' }
import type { ShownValue } from '../helpers/reportWorkbooks.ts'
import { expect, test, testAccountName, testPassphrase } from './fixture.ts'

test.use({ startWith: 'nothing', today: expected.screeningDate })

const { eligible, ...notEligible } = expected.nurseAssistantScreening
const needsInformation = notEligible['needs information']
const notYet = notEligible['not yet']

const sample = (name: string) => fileURLToPath(new URL(`../fixtures/samples/${name}`, import.meta.url))
const goTo = (page: Page, place: string) =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click()

async function setUpEmptyProgram(page: Page) {
  await page.getByRole('textbox', { name: 'Name of the program' }).fill('Bridge to Health Careers')
  await page.getByRole('textbox', { name: 'Your name' }).fill(testAccountName)
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(testPassphrase)
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(testPassphrase)
  await page.getByRole('button', { name: 'Create program' }).click()
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
}

/** Brings a file in exactly as it is: no column, no row is touched by hand. */
async function bringIn(page: Page, name: string, applied: number) {
  await goTo(page, 'Files')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(sample(name))
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: `Apply ${applied} rows` }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
}

async function screenForNurseAssistant(page: Page) {
  await goTo(page, 'Screening')
  await page.getByRole('button', { name: 'New screening' }).first().click()
  await page.getByRole('button', { name: /Track/ }).click()
  await page.getByRole('option', { name: /^Nurse assistant/ }).click()
  await page.getByRole('textbox', { name: 'First day of the course' }).fill('8/24/2026')
  await page.getByRole('textbox', { name: 'As of' }).fill('8/1/2026')
  await page.getByRole('button', { name: 'Run and keep' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nurse assistant: screening' })).toBeVisible()
}

const results = (page: Page) => page.getByRole('grid', { name: 'Results' })

/** Shows the learners of one result, and sees that the choice told their number before. */
async function chooseResult(page: Page, result: string, learners: number) {
  await page.getByRole('button', { name: /Result$/ }).click()
  await page.getByRole('option', { name: `${result} (${learners})`, exact: true }).click()
  await expect(
    page.getByRole('status').filter({ hasText: `${learners} of ${expected.learners}` }),
  ).toBeVisible()
}

/** The rows of a table on the page, by the first cell, with the other cells under their headings. */
async function shownIn(table: Locator): Promise<Map<string, Record<string, string>>> {
  const headings = await table.getByRole('columnheader').allInnerTexts()
  const rows = await table.getByRole('row').all()
  const read = rows.map(async (row) => {
    const cells = await row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts()
    return cells.map((text, index) => [headings[index]!.trim(), text.trim()] as const)
  })
  const filled = (await Promise.all(read)).filter((cells) => cells.length > 0)
  return new Map(filled.map((cells) => [cells[0]![1], Object.fromEntries(cells)]))
}

type Records = Record<string, Record<string, ShownValue>[]>

const printRecords = fileURLToPath(new URL('../helpers/printRecords.ts', import.meta.url))

/** The rows of the sheets of a downloaded workbook, with the cached values of their formulas. */
async function recordsIn(download: Download, ...sheets: string[]): Promise<Records> {
  const args = [printRecords, await download.path(), ...sheets]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Records
}

async function exported(page: Page): Promise<Download> {
  await page.getByRole('button', { name: 'Export to Excel' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  return download
}

const count = (shown: ShownValue | undefined) => Number(shown ?? 0)

test('from three files to two workbooks, as a director does it', async ({ page }) => {
  test.setTimeout(240_000)

  await test.step('an empty program and its three files, with nothing edited by hand', async () => {
    await setUpEmptyProgram(page)
    await bringIn(page, 'esl-roster.csv', expected.learners + expected.rosterDuplicatesProposed.length)
    await bringIn(page, 'student-test-summary.xlsx', expected.testRows)
    await bringIn(page, 'nurse-assistant-cohorts.xlsx', 96)
  })

  await test.step('who is ready for nurse assistant, who is not, and why', async () => {
    await screenForNurseAssistant(page)
    await page.getByRole('tab', { name: /Learners/ }).click()
    for (const [result, learners] of [
      ['Eligible', eligible],
      ['Needs information', needsInformation],
      ['Not yet', notYet],
    ] as const) {
      await chooseResult(page, result, learners)
    }
    await expect(results(page).getByRole('row').nth(1)).toContainText(/level \d/)
    await results(page).getByRole('rowheader').first().click()
    const panel = page.getByRole('complementary').last()
    await expect(panel).toContainText('Required')
    await panel.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('invite the eligible ones and form their cohort', async () => {
    await chooseResult(page, 'Eligible', eligible)
    await results(page).getByRole('columnheader').first().click()
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await page.getByRole('button', { name: `Form a cohort of ${eligible} invited` }).click()
    const dialog = page.getByRole('dialog', { name: `Form a cohort of ${eligible} learners` })
    await dialog.getByRole('textbox', { name: 'Code' }).fill('NA-C4')
    await dialog.getByRole('textbox', { name: 'Site' }).fill('Central')
    await dialog.getByRole('textbox', { name: 'Seats' }).fill(String(eligible))
    await dialog.getByRole('button', { name: 'Form cohort' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'NA-C4' })).toBeVisible()
    await expect(page.getByRole('tab', { name: /Members/ })).toContainText(String(eligible))
  })

  await test.step('the six earlier cohorts stand beside it', async () => {
    await goTo(page, 'Cohorts')
    const list = page.getByRole('grid', { name: 'Cohorts' })
    for (const [code, { completed, enrolled, excluded, active }] of Object.entries(expected.cohorts)) {
      const rate = ((100 * completed) / (enrolled - excluded)).toFixed(1)
      const row = list.getByRole('row', { name: new RegExp(code) })
      await expect(row).toContainText(`${rate}%`)
      if (active > 0) await expect(row).toContainText('not final')
    }
    await expect(list.getByRole('row', { name: /NA-C4/ })).toContainText(`0 of ${eligible}`)
  })

  await test.step('cohort completion, on the page and in its workbook', async () => {
    await goTo(page, 'Reports')
    const shown = await shownIn(page.getByRole('region', { name: 'By cohort' }))
    const { 'By cohort': records = [] } = await recordsIn(await exported(page), 'By cohort')
    for (const [code, cohort] of Object.entries(expected.cohorts)) {
      const record = records.find((each) => each['Cohort'] === code)!
      const counts = {
        Enrolled: cohort.enrolled,
        Completed: cohort.completed,
        Withdrew: cohort.withdrew,
        Excluded: cohort.excluded,
        'Still in': cohort.active,
        'Did not start': cohort.notStarted,
      }
      for (const [heading, people] of Object.entries(counts)) {
        expect(count(record[heading]), `${code} ${heading} in the workbook`).toBe(people)
        expect(shown.get(code)?.[heading], `${code} ${heading} on the page`).toBe(String(people))
      }
    }
  })

  await test.step('certification, on the page and in its workbook', async () => {
    await page.getByRole('tab', { name: 'Certification' }).click()
    const download = await exported(page)
    const sheets = await recordsIn(download, 'By cohort', 'By exam part')
    const { 'By cohort': records = [], 'By exam part': parts = [] } = sheets
    const shown = await shownIn(page.getByRole('region', { name: 'By cohort' }))
    for (const [code, cohort] of Object.entries(expected.cohorts)) {
      const record = records.find((each) => each['Cohort'] === code)!
      const { completed, testedBoth, firstBoth, certified } = cohort
      const counts = { Completers: completed, Certified: certified }
      const deeper = { 'Took every part': testedBoth, 'Passed all at first test': firstBoth }
      for (const [heading, people] of Object.entries({ ...counts, ...deeper })) {
        expect(count(record[heading]), `${code} ${heading} in the workbook`).toBe(people)
      }
      for (const [heading, people] of Object.entries(counts)) {
        expect(shown.get(code)?.[heading], `${code} ${heading} on the page`).toBe(String(people))
      }
      const [knowledge, skills] = parts.filter((each) => each['Name'] === code)
      expect([count(knowledge?.['Took the part']), count(knowledge?.['Passed first test'])]).toEqual([
        cohort.testedKnowledge,
        cohort.firstKnowledge,
      ])
      expect([count(skills?.['Took the part']), count(skills?.['Passed first test'])]).toEqual([
        cohort.testedSkills,
        cohort.firstSkills,
      ])
    }
  })
})
