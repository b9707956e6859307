import { addClass, readingEntry } from '../helpers/testedLearners.ts'
import { goTo } from './assessing.ts'
import { expect, test } from './fixture.ts'

type Api = Parameters<Parameters<typeof test>[2]>[0]['api']

async function aYear(api: Api) {
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata', 'Álvarez'])
  const [zapata, alvarez] = learnerIds as [number, number]
  const facts = { component: 'english', periodFrom: '2025-09-10', periodTo: '2025-11-30', hours: 60 }
  for (const learnerId of learnerIds) await api.instructionHours.record({ learnerId, facts })
  await api.assessments.record({
    sectionId,
    entries: [
      readingEntry(zapata, { testedOn: '2025-09-02', scoreText: '205' }),
      readingEntry(zapata, { testedOn: '2025-12-10', scoreText: '218', form: '624R' }),
      readingEntry(alvarez, { testedOn: '2025-09-02', scoreText: '210' }),
    ],
  })
}

test.describe('gains of a program year', () => {
  test.use({ today: '2026-06-30' })

  test('are read as figures, chart and table, and each line opens its learners and their tests', async ({
    page,
    api,
    expectAccessible,
  }) => {
    await aYear(api)
    await goTo(page, '/gains')
    await expect(page.getByRole('heading', { name: 'Gains', level: 1 })).toBeVisible()
    await expect(page.getByText('50.0% · 1 of 2 · small group').first()).toBeVisible()
    await expectAccessible(page)
    const byLevel = page.getByRole('figure', { name: 'Gained a level, by entry level' })
    await byLevel.getByRole('button', { name: 'Show as table' }).click()
    await byLevel.getByRole('button', { name: /^Gained a level, .* All together: 50.0%/ }).click()
    const panel = page.getByRole('complementary', { name: 'Gained a level' })
    await expect(panel.getByRole('link', { name: 'Zapata, Ana' })).toBeVisible()
    await expect(panel).toContainText('Sep 2, 2025 · 623R: 205 · Level 3')
    await expect(panel).toContainText('Dec 10, 2025 · 624R: 218 · Level 5')
    await expect(panel).toContainText('60 hours between the two tests')
    await panel.getByRole('radio', { name: 'No post-test (1)' }).click()
    await expect(panel.getByRole('link', { name: 'Álvarez, Ana' })).toBeVisible()
    await expectAccessible(page)

    await panel.getByRole('link', { name: 'Álvarez, Ana' }).click()
    const year = page.getByRole('region', { name: 'Program year 2025–26' })
    await expect(year).toContainText('Not tested again yet')
    await expect(year).toContainText('A post-test is due: form 624R')
    await expectAccessible(page)
  })

  test('an early test without a reason asks for one on the learner’s page', async ({
    page,
    api,
    program,
  }) => {
    const { learnerIds, sectionId } = await addClass(api, 'ESL-4A', ['Soto'])
    const [learnerId] = learnerIds as [number]
    const facts = { component: 'english', periodFrom: '2025-09-10', periodTo: '2025-11-30', hours: 30 }
    await api.instructionHours.record({ learnerId, facts })
    await api.assessments.record({
      sectionId,
      entries: [
        readingEntry(learnerId, { testedOn: '2025-09-02', scoreText: '205' }),
        readingEntry(learnerId, { testedOn: '2025-12-10', scoreText: '218', form: '624R', earlyReason: 'x' }),
      ],
    })
    // As an import without the column, or hours corrected later, leaves it.
    await program.core
      .requireOpen()
      .file.writer.updateTable('assessments')
      .set({ earlyReason: null })
      .execute()
    await goTo(page, `/learners/${learnerId}`)
    const year = page.getByRole('region', { name: 'Program year 2025–26' })
    await expect(year).toContainText('Tested again after 30 of 40 hours: too early for a gain')
    await year.getByRole('button', { name: /^Hours between the two tests, Reading: 30\./ }).click()
    const hours = page.getByRole('complementary', { name: 'Hours between the two tests' })
    await expect(hours).toContainText('together 30 hours')
    await page.keyboard.press('Escape')
    await expect(hours).toBeHidden()
    await year.getByRole('button', { name: /^Hours to the next test, Reading: 40\./ }).click()
    const next = page.getByRole('complementary', { name: 'Hours to the next test' })
    await expect(next).toContainText('40 h more · 0 h since the last test')
    await page.keyboard.press('Escape')
    await expect(next).toBeHidden()
    await year.getByRole('button', { name: 'Give a reason…' }).click()
    await page.getByRole('textbox', { name: 'Reason for the early test' }).fill('Moved to another city')
    await page.getByRole('button', { name: 'Note the reason' }).click()
    await expect(year).toContainText('Before its hours because: Moved to another city')
    await expect(year.getByRole('button', { name: 'Give a reason…' })).toHaveCount(0)
  })

  test.describe('in Spanish', () => {
    test.use({ language: 'es' })

    test('Tables 4 and 11 are worked out as a check', async ({ page, api, expectAccessible }) => {
      await aYear(api)
      await goTo(page, '/gains')
      await page.getByRole('button', { name: 'Calcular' }).click()
      const table = page.getByRole('table', { name: 'Tabla federal 4, para comprobar' })
      await expect(table.getByRole('row')).toHaveCount(4)
      await table.getByRole('button', { name: /^Participantes, En conjunto: 2\./ }).click()
      const participants = page.getByRole('complementary', { name: 'Participantes' })
      await expect(participants.getByRole('link')).toHaveText(['Álvarez, Ana', 'Zapata, Ana'])
      await page.keyboard.press('Escape')
      await expect(table).toContainText(/1[.,]0000/)
      const eleven = page.getByRole('table', { name: 'Tabla federal 11, para comprobar' })
      await expect(eleven.getByRole('row')).toHaveCount(11)
      await expect(eleven.getByRole('row', { name: /Expediente académico/ })).toContainText('no se sabe aquí')
      await expectAccessible(page)
    })
  })
})
