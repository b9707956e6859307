import type { Page } from '@playwright/test'
import { addClass, addLearner, readingEntry } from '../helpers/testedLearners.ts'
import { expect, test } from './fixture.ts'

const goTo = (page: Page, place: string) => page.goto(`${new URL(page.url()).origin}/#${place}`)

async function openPalette(page: Page) {
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('Control+k')
}

async function chooseReading(page: Page) {
  await page.getByRole('button', { name: /\bTest$/ }).click()
  await page.getByRole('option', { name: 'CASAS Reading STEPS' }).click()
}

async function chooseLearner(page: Page, typed: string) {
  await page.getByRole('combobox', { name: 'Learner' }).pressSequentially(typed)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test.describe('one test', () => {
  test('is recorded from the palette; its level appears as the score is typed', async ({
    page,
    api,
    expectAccessible,
  }) => {
    const learnerId = await addLearner(api, 'Núñez', { birthDate: '1990-05-02', studentId: '1041' })
    await openPalette(page)
    await page.getByRole('searchbox').pressSequentially('record assess')
    await expect(page.getByRole('menuitem')).toHaveText(['Record an assessment'])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Record an assessment' })).toBeVisible()

    await chooseLearner(page, 'nunez')
    await expect(page.getByRole('combobox', { name: 'Learner' })).toHaveValue('Núñez, Ana')
    await chooseReading(page)
    await expect(page.getByRole('button', { name: /\bSkill$/ })).toHaveText(/Reading/)
    await page.getByRole('textbox', { name: 'Form' }).fill('623r')
    const score = page.getByRole('textbox', { name: 'Scale score' })
    await score.pressSequentially('21')
    await expect(page.getByText('The level appears')).toBeVisible()
    await score.pressSequentially('2')
    await expect(page.getByText('212 · Level 4 · Low Intermediate ESL · 5 points to level 5')).toBeVisible()
    await expect(page.getByText('CASAS Reading STEPS, since Jul 13, 2023')).toBeVisible()
    await expectAccessible(page)
    await score.press('Enter')

    await expect(page.getByText('Recorded: 212 · Level 4')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Learner' })).toBeFocused()
    await expect(page.getByRole('button', { name: /\bTest$/ })).toHaveText(/CASAS Reading STEPS/)
    expect(await api.assessments.ofLearner({ learnerId })).toMatchObject([
      { form: '623R', testedOn: '2026-08-01', score: 212, level: 4 },
    ])
  })

  test('is refused at its fields in plain words', async ({ page, api, expectAccessible }) => {
    await addLearner(api, 'Soto', { birthDate: '1990-05-02' })
    await goTo(page, '/assessments/record')
    await page.getByRole('button', { name: 'Record and next' }).click()
    await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(4)
    await chooseLearner(page, 'soto')
    await chooseReading(page)
    await page.getByRole('textbox', { name: 'Form' }).fill('621L')
    const form = page.getByRole('textbox', { name: 'Form' })
    await expect(form).toHaveAccessibleDescription(/no form 621L/)
    const score = page.getByRole('textbox', { name: 'Scale score' })
    await score.fill('320')
    await expect(score).toHaveAccessibleDescription(/highest score this test gives is 280/)
    const date = page.getByRole('textbox', { name: 'Date of the test' })
    await date.fill('12/24/2026')
    await expect(date).toHaveAccessibleDescription(/has not come yet/)
    await date.fill('5/1/1989')
    await expect(date).toHaveAccessibleDescription(/not born yet/)
    await expectAccessible(page)
  })

  test('on the same form too soon asks for a reason, and then passes', async ({ page, api }) => {
    const learnerId = await addLearner(api, 'Soto')
    await api.assessments.record({ entries: [readingEntry(learnerId)], sectionId: null })
    await goTo(page, '/assessments/record')
    await chooseLearner(page, 'soto')
    await chooseReading(page)
    await page.getByRole('textbox', { name: 'Form' }).fill('623R')
    await page.getByRole('textbox', { name: 'Scale score' }).fill('220')
    await expect(
      page.getByText('only 2 days from this date; at least 180 days should lie between'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Record and next' }).click()
    await page.getByRole('textbox', { name: 'Reason for the same form' }).fill('Only booklet left')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Recorded: 220 · Level 5')).toBeVisible()
    await expect(page.getByText('Same form again: Only booklet left')).toBeVisible()
  })

  test('is recorded in a dialog on the learner’s page', async ({ page, api, expectAccessible }) => {
    const learnerId = await addLearner(api, 'Soto', { birthDate: '1990-05-02' })
    await api.assessments.record({ entries: [readingEntry(learnerId)], sectionId: null })
    await goTo(page, `/learners/${learnerId}`)
    await page.getByRole('button', { name: 'Record test' }).click()
    const dialog = page.getByRole('dialog', { name: 'Record an assessment of Ana Soto' })
    await chooseReading(page)
    await expect(dialog.getByText('Last test of this skill: 212 · Level 4 · form 623R')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Form' }).fill('624R')
    await dialog.getByRole('textbox', { name: 'Scale score' }).fill('230')
    await expect(dialog.getByText('230 · Level 6 · Advanced ESL · 9 points to above level 6')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Record test' }).click()
    await expect(page.getByText('Recorded: 230 · Level 6')).toBeVisible()
    await expect(dialog).toBeHidden()

    await page.getByRole('button', { name: 'Record test' }).click()
    await expect(dialog.getByRole('button', { name: /\bTest$/ })).toHaveText(/CASAS Reading STEPS/)
    await expect(dialog.getByRole('textbox', { name: 'Form' })).toBeFocused()
  })

  test('is voided with a reason and restored', async ({ page, api, expectAccessible }) => {
    const learnerId = await addLearner(api, 'Soto')
    await api.assessments.record({ entries: [readingEntry(learnerId)], sectionId: null })
    await goTo(page, '/assessments/record')
    await chooseLearner(page, 'soto')
    const actions = page.getByRole('button', { name: 'Actions for Reading Jul 30, 2026' })
    await actions.click()
    await page.getByRole('menuitem', { name: 'Void this test…' }).click()
    await page.getByRole('button', { name: 'Void test' }).click()
    await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription(/Fill this in/)
    await page.getByRole('textbox', { name: 'Reason' }).fill('Wrong answer sheet')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Void test' }).click()
    await expect(page.getByText('Voided: Wrong answer sheet')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('Voided: Wrong answer sheet')).toBeHidden()
    expect(await api.assessments.ofLearner({ learnerId })).toMatchObject([{ voidedAt: null }])
  })

  test('cannot be voided by those who only look', async ({ page, api, program }) => {
    const learnerId = await addLearner(api, 'Soto')
    await api.assessments.record({ entries: [readingEntry(learnerId)], sectionId: null })
    program.core.accountChanged({ ...program.core.caller!, roles: ['viewer'] })
    await page.reload()
    await goTo(page, '/assessments/record')
    await chooseLearner(page, 'soto')
    await expect(page.getByRole('cell', { name: '212' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Actions for/ })).toBeHidden()
  })
})

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
    await expect(page.getByText('One cell needs a look. Nothing has been saved yet.')).toBeVisible()
    await expect(zapata.nth(0)).toBeFocused()
    await zapata.nth(0).fill('624R')
    await page.getByRole('button', { name: 'Save scores' }).click()
    await expect(page.getByText('2 tests recorded.')).toBeVisible()
    await expect(page.getByText('0 of 3 filled in')).toBeVisible()
    await expect(page.getByRole('row', { name: /Álvarez/ })).toContainText('217 · Level 5')
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
    await expect(page.getByText('0 of 3 filled in')).toBeVisible()
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

test.describe('score tables', () => {
  test('ask for the publisher’s chart; entering it gives levels to the scores on record', async ({
    page,
    api,
    expectAccessible,
  }) => {
    const learnerId = await addLearner(api, 'Soto')
    const entry = readingEntry(learnerId, { instrument: 'TABE CLAS-E C/D', form: 'C2', scoreText: '480' })
    await api.assessments.record({ entries: [entry], sectionId: null })
    await page.getByRole('link', { name: 'Score tables' }).click()
    await expect(page.getByText('7 tables in use have no chart yet')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show them' }).click()
    await page
      .getByRole('row')
      .filter({ hasText: /TABE CLAS-E C\/D.*Reading/ })
      .click()
    await expect(page.getByText('No chart has been confirmed for this test.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Enter the chart' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Level 2 from' }).fill('400')
    await dialog.getByRole('textbox', { name: 'Level 4 from' }).fill('500')
    await dialog.getByRole('textbox', { name: 'Source' }).fill('Publisher’s chart, 2026')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save table' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Level 3 from' })).toHaveAccessibleDescription(
      /must begin right after/,
    )
    await dialog.getByRole('textbox', { name: 'Level 3 from' }).fill('450')
    await dialog.getByRole('button', { name: 'Save table' }).click()
    await expect(page.getByText('One score has a new level.')).toBeVisible()
    await expect(page.getByText('6 tables in use have no chart yet')).toBeVisible()
    expect(await api.assessments.ofLearner({ learnerId })).toMatchObject([{ level: 3 }])
  })

  test('are read by everybody and changed by administrators', async ({ page, program }) => {
    program.core.accountChanged({ ...program.core.caller!, roles: ['instructor'] })
    await page.reload()
    await goTo(page, '/score-tables')
    await page.getByRole('row', { name: /CASAS Reading STEPS/ }).click()
    await expect(page.getByRole('cell', { name: '217 – 227' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Edit table' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Add table' })).toBeHidden()
  })

  test.describe('in Spanish', () => {
    test.use({ language: 'es' })
    test('have their words in Spanish', async ({ page, expectAccessible }) => {
      await goTo(page, '/score-tables')
      await page.getByRole('row', { name: /CASAS Reading STEPS/ }).click()
      await expect(page.getByText('5 · ESL intermedio alto')).toBeVisible()
      await expectAccessible(page)
    })
  })
})
