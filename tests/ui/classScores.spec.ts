import type { Page } from '@playwright/test'
import { addClass, readingEntry } from '../helpers/testedLearners.ts'
import { chooseReading, goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'
import { openPalette } from './palette.ts'

test.describe('a whole class', () => {
  const names = ['Zapata', 'Álvarez', 'Đặng']

  test('is entered with the keyboard, keeps what is typed, and is saved at once', async ({
    page,
    api,
    expectAccessible,
  }) => {
    const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', names)
    await api.assessments.record({ entries: [readingEntry(learnerIds[0]!)], sectionId })
    await openPalette(page)
    await page.getByRole('searchbox').fill('esl-4a')
    await page.getByRole('menuitem', { name: 'Enter the scores of ESL-4A' }).click()
    await chooseReading(page)

    const alvarez = page.getByRole('row', { name: /Álvarez/ }).getByRole('textbox')
    const zapata = page.getByRole('row', { name: /Zapata/ }).getByRole('textbox')
    await expect(page.getByRole('row', { name: /Zapata/ })).toContainText('212 · Level 4')
    await alvarez.first().click()
    await page.keyboard.type('621R')
    await page.keyboard.press('Tab')
    await page.keyboard.type('217')
    await expect(alvarez.nth(1)).toHaveAccessibleDescription('Level 5 · 11 to level 6')
    await zapata.nth(0).fill('623R')
    await zapata.nth(1).fill('220')
    await expect(zapata.nth(0)).toHaveAccessibleDescription(/180 days should lie between/)
    await expectAccessible(page)

    await goTo(page, '/program')
    await expect(page.getByRole('heading', { name: 'Program', level: 1 })).toBeVisible()
    await goTo(page, `/classes/${sectionId}/assessments`)
    await expect(alvarez.nth(1)).toHaveValue('217')
    await expect(page.getByText('2 of 3 filled in')).toBeVisible()

    await page.getByRole('button', { name: 'Save scores' }).click()
    await expect(page.getByText('2 things need a look. Nothing has been saved yet.')).toBeVisible()
    await expect(zapata.nth(0)).toBeFocused()
    await zapata.nth(0).fill('624R')
    await expect(zapata.nth(0)).toHaveAccessibleDescription(/0 of the 40 hours .* on record since/)
    await page.getByRole('textbox', { name: 'Reason for early tests' }).fill('The term ends')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('2 tests recorded.')).toBeVisible()
    await expect(page.getByText('0 of 3 filled in')).toBeVisible()
    await expect(page.getByRole('row', { name: /Álvarez/ })).toContainText('217 · Level 5')
    expect(await api.assessments.ofLearner({ learnerId: learnerIds[0]! })).toMatchObject([
      { form: '624R', earlyReason: 'The term ends' },
      { form: '623R', earlyReason: null },
    ])
    expect(await api.assessments.ofLearner({ learnerId: learnerIds[2]! })).toEqual([])
  })

  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
      )
    }, text)

  test('is pasted from a spreadsheet, by order or by student id', async ({ page, api }) => {
    const { sectionId } = await addClass(api, 'ESL-4A', names)
    await goTo(page, `/classes/${sectionId}/assessments`)
    await chooseReading(page)
    const inputs = page.getByRole('table').getByRole('textbox')
    await inputs.first().focus()
    await paste(page, '621R\t201\n622R\t202\n')
    await expect(inputs.nth(1)).toHaveValue('201')
    await expect(inputs.nth(2)).toHaveValue('622R')
    await expect(page.getByText('2 of 3 filled in')).toBeVisible()
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(page.getByText('0 of 3 filled in')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(inputs.nth(1)).toHaveValue('201')
    await page.getByRole('button', { name: 'Clear all' }).click()

    await inputs.first().focus()
    await paste(
      page,
      'ID\tName\tForm\tScore\nESL-4A-1\tAna Zapata\t625R\t231\nESL-4A-3\tAna Dang\t\t*\n999\tNobody\t621R\t200\n',
    )
    const zapata = page.getByRole('row', { name: /Zapata/ }).getByRole('textbox')
    await expect(zapata.nth(0)).toHaveValue('625R')
    await expect(zapata.nth(1)).toHaveValue('231')
    await expect(page.getByText(/One value did not fit/)).toBeVisible()
  })

  test('forgets what was typed when somebody else signs in', async ({ page, api }) => {
    const { sectionId } = await addClass(api, 'ESL-4A', names)
    await goTo(page, `/classes/${sectionId}/assessments`)
    await chooseReading(page)
    await page.getByRole('table').getByRole('textbox').first().fill('621R')
    await expect(page.getByText('1 of 3 filled in')).toBeVisible()
    await page.getByRole('button', { name: /Alma Rivera/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByLabel('Passphrase').fill('seven quiet stones')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
    await goTo(page, `/classes/${sectionId}/assessments`)
    await expect(page.getByText('0 of 3 filled in')).toBeVisible()
  })

  test('asks for what is missing above the grid', async ({ page, api }) => {
    const { sectionId } = await addClass(api, 'ESL-4A', names)
    await goTo(page, `/classes/${sectionId}/assessments`)
    await page.getByRole('table').getByRole('textbox').nth(1).fill('212')
    await page.getByRole('textbox', { name: 'Date of the test' }).fill('soon')
    await page.getByRole('button', { name: 'Save scores' }).click()
    await expect(page.getByText('2 things need a look.')).toBeVisible()
    await expect(page.getByRole('button', { name: /\bTest$/ })).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Date of the test' })).toHaveAccessibleDescription(
      /Enter the day on which the test was taken/,
    )
  })

  test('can be looked at by those who may not record', async ({ page, api, program }) => {
    const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', names)
    await api.assessments.record({ entries: [readingEntry(learnerIds[0]!)], sectionId })
    program.core.accountChanged({ ...program.core.caller!, roles: ['viewer'] })
    await page.reload()
    await goTo(page, `/classes/${sectionId}/assessments`)
    await chooseReading(page)
    await expect(page.getByRole('row', { name: /Zapata/ })).toContainText('212 · Level 4')
    await expect(page.getByRole('table').getByRole('textbox')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Save scores' })).toBeHidden()
  })

  test('is reached from the page of the class', async ({ page, api }) => {
    const { sectionId } = await addClass(api, 'ESL-4A', names)
    await goTo(page, `/classes/${sectionId}`)
    await page
      .getByRole('button', { name: 'Record tests' })
      .or(page.getByRole('link', { name: 'Record tests' }))
      .click()
    await expect(page.getByRole('heading', { name: 'Scores of ESL-4A' })).toBeVisible()
    await page.getByRole('link', { name: 'Class ESL-4A' }).click()
    await expect(page.getByRole('heading', { name: 'ESL-4A', exact: true })).toBeVisible()
  })

  test('says what to do when nobody sits in it, or it is gone', async ({ page, api }) => {
    const { sectionId } = await api.sections.create({ code: 'ESL-9', name: 'New' })
    await goTo(page, `/classes/${sectionId}/assessments`)
    await expect(page.getByText('Nobody sits in ESL-9 now')).toBeVisible()
    await goTo(page, '/classes/999/assessments')
    await expect(page.getByText('Could not find the class')).toBeVisible()
  })
})
