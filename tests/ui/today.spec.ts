import { addAbsentLearner, addClass, readingEntry } from '../helpers/testedLearners.ts'
import { expect, test } from './fixture.ts'

test.describe('an empty program', () => {
  test('shows the four first steps, each leading to its place', async ({ page, expectAccessible }) => {
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
    const steps = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Bring in your files' }) })
    await expect(steps).toContainText('You see every row before anything is kept.')
    await expect(page.getByRole('link', { name: 'Form a cohort' })).toHaveAttribute('href', '#/cohorts')
    await expectAccessible(page)
  })
})

test.describe('a program with data', () => {
  test.use({ startWith: 'sampleData' })

  test('counts what waits, and leads to it', async ({ page, api, expectAccessible }) => {
    const overview = await api.today.overview({})
    await expect(page.getByRole('link', { name: 'Active learners' })).toBeVisible()
    const active = new RegExp(`^Active learners: ${overview.learners.active}`)
    await page.getByRole('button', { name: active }).click()
    const panel = page.getByRole('complementary', { name: 'Active learners' })
    await expect(panel).toContainText(`${overview.learners.active} listed`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: active })).toBeFocused()
    const running = page.getByRole('table', { name: 'Running now' })
    await expect(running.getByRole('row')).toHaveCount(overview.running.length + 1)
    await expect(running.getByRole('link', { name: overview.running[0]!.code })).toBeVisible()
    await expectAccessible(page)
  })

  test('a post-test that is due is recorded in its row, and the list and its count follow', async ({
    page,
    api,
    expectAccessible,
  }) => {
    const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata', 'Álvarez'])
    const entries = learnerIds.map((learnerId) => readingEntry(learnerId, { testedOn: '2026-06-01' }))
    await api.assessments.record({ entries, sectionId })
    const marks = learnerIds.map((learnerId) => ({ learnerId, mark: 'present' as const }))
    // More hours than nearly everybody in the sample: these two stand among the first rows.
    const days = ['02', '04', '09', '11', '16', '18', '23', '25', '29', '30']
    const meetings = days.map((day) => ({
      heldOn: `2026-06-${day}`,
      minutes: 600,
      marks,
    }))
    await api.attendance.save({ sectionId, meetings })
    const before = (await api.today.workList({ list: 'postTests' })).total
    await page.reload()
    const tab = page.getByRole('tab', { name: /^Post-tests/ })
    await expect(tab).toHaveText(`Post-tests${before}`)
    await tab.click()
    await expect(page.getByRole('row', { name: /Zapata, Ana/ })).toContainText('624R')
    await page.getByRole('button', { name: /^Hours since the last test, Zapata, Ana · Reading: 100/ }).click()
    const since = page.getByRole('complementary', { name: 'Hours since the last test' })
    await expect(since).toContainText('10 listed; together 100 hours')
    await expectAccessible(page)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Record test: Zapata, Ana' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: 'Form' })).toHaveValue('624R')
    await dialog.getByRole('textbox', { name: 'Scale score' }).fill('219')
    await dialog.getByRole('button', { name: 'Record test' }).click()
    await expect(tab).toHaveText(`Post-tests${before - 1}`)
    await expect(page.getByRole('row', { name: /Zapata, Ana/ })).toHaveCount(0)
    await expect(page.getByRole('row', { name: /Álvarez, Ana/ })).toBeVisible()
  })

  test('absences lead to the attendance, wishes to a screening of the track', async ({
    page,
    api,
    expectAccessible,
  }) => {
    await addAbsentLearner(api)
    await page.reload()
    await page.getByRole('tab', { name: /^To screen/ }).click()
    const { total } = await api.today.workList({ list: 'screeningAsked' })
    await expect(page.getByRole('tab', { name: /^To screen/ })).toHaveText(`To screen${total}`)
    await expectAccessible(page)
    await page.getByRole('tab', { name: /^Absent/ }).click()
    const row = page.getByRole('row', { name: /Zapata, Ana/ })
    await expect(row).toContainText('3')
    await expectAccessible(page)
    await row.getByRole('link', { name: 'Attendance of ESL-4A' }).click()
    await expect(page.getByRole('heading', { name: 'Attendance of ESL-4A' })).toBeVisible()
  })

  test('a contact noted in its row takes the learner off the list, the counts, and another tab', async ({
    page,
    api,
    program,
    expectAccessible,
  }) => {
    const learnerId = await addAbsentLearner(api)
    await page.reload()
    const before = (await api.today.workList({ list: 'absences' })).total
    const tab = page.getByRole('tab', { name: /^Absent/ })
    await expect(tab).toHaveText(`Absent${before}`)
    const other = await page.context().newPage()
    await other.goto(program.origin)
    await expect(other.getByRole('tab', { name: /^Absent/ })).toHaveText(`Absent${before}`)

    await tab.click()
    await page.getByRole('button', { name: 'Note contact: Zapata, Ana' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('3 meetings of ESL-4A missed')
    await dialog.getByText('Reached', { exact: true }).click()
    await expect(dialog.getByRole('button', { name: /What keeps them away/ })).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save contact' }).click()
    await expect(page.getByRole('row', { name: /Zapata, Ana/ })).toHaveCount(0)
    await expect(tab).toHaveText(`Absent${before - 1}`)
    await expect(other.getByRole('tab', { name: /^Absent/ })).toHaveText(`Absent${before - 1}`)
    await other.close()

    await page.goto(`${program.origin}/#/learners/${learnerId}`)
    await expect(page.getByText('Absences: Reached')).toBeVisible()
  })

  test.describe('in Spanish', () => {
    test.use({ language: 'es' })
    test('says the same', async ({ page, expectAccessible }) => {
      await expect(page.getByRole('heading', { name: 'Hoy' })).toBeVisible()
      await expect(page.getByRole('table', { name: 'En curso' })).toBeVisible()
      await expectAccessible(page)
    })
  })
})
