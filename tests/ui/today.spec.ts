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
    await expect(page.getByRole('link', { name: 'Active learners' })).toContainText(
      String(overview.learners.active),
    )
    const running = page.getByRole('table', { name: 'Running now' })
    await expect(running.getByRole('row')).toHaveCount(overview.running.length + 1)
    await expect(running.getByRole('link', { name: overview.running[0]!.code })).toBeVisible()
    await expectAccessible(page)
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
