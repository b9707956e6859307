import { addLearner, readingEntry } from '../helpers/testedLearners.ts'
import { chooseLearner, chooseReading, goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'
import { openPalette } from './palette.ts'

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
    await api.assessments.record({
      entries: [readingEntry(learnerId, { testedOn: '2026-06-20' })],
      sectionId: null,
    })
    await goTo(page, '/assessments/record')
    await chooseLearner(page, 'soto')
    await chooseReading(page)
    await page.getByRole('textbox', { name: 'Form' }).fill('623R')
    await page.getByRole('textbox', { name: 'Scale score' }).fill('220')
    await expect(
      page.getByText('only 42 days from this date; at least 180 days should lie between'),
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
    await expect(dialog.getByText(/Only 0 of the 40 hours between two tests are on record/)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Reason for the early test' }).fill('Moves away on Friday')
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
    await expect(page.getByText('Recording scores is for instructors')).toBeVisible()
    await goTo(page, `/learners/${learnerId}`)
    await expect(page.getByText('Reading 212 · Level 4')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Actions for/ })).toBeHidden()
  })
})
