import { addLearner, readingEntry } from '../helpers/testedLearners.ts'
import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

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
