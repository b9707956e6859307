import type { RouterClient } from '@orpc/server'
import type { Page } from '@playwright/test'
import type { Core } from '../../db/core.ts'
import type { router } from '../../db/router.ts'
import { expect, test, testPassphrase } from './fixture.ts'

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => void (window.location.hash = hash), address)

interface Program {
  core: Core
  api: RouterClient<typeof router>
}

/** Signs Tina in, who is an instructor and nothing else, and has one of the classes or none. */
async function becomeInstructor({ core, api }: Program, hasClass: boolean) {
  const { id, name } = await api.accounts.create({
    ...{ name: 'Tina Bell', roles: ['instructor'], language: 'en', passphrase: testPassphrase },
  })
  const [section] = (await api.sections.list({ limit: 1 })).rows
  if (hasClass) {
    const { id: sectionId, instructorName: _name, memberCount: _count, ...facts } = section!
    await api.sections.change({ ...facts, sectionId, instructorAccountId: id })
  }
  const everybody = await api.learners.list({ limit: 500 })
  core.accountChanged({ ...core.caller!, id, name, roles: ['instructor'] })
  return { section: section!, everybody }
}

test.describe('an instructor with a class', () => {
  test.use({ startWith: 'sampleData' })

  test('sees its learners alone, in lists, counts, reports and by a typed address', async ({
    page,
    api,
    program,
    expectAccessible,
  }) => {
    const { section, everybody } = await becomeInstructor(program, true)
    const own = await api.learners.list({ limit: 500 })
    const other = everybody.rows.find((row) => own.rows.every(({ id }) => id !== row.id))!
    expect(own.total).toBe(section.memberCount)
    await page.reload()

    await expect(page.getByRole('button', { name: /^Active learners:/ })).toContainText(
      String(own.rows.filter(({ status }) => status === 'active').length),
    )
    await expect(page.getByRole('note')).toContainText('You see the learners of your classes.')
    await expectAccessible(page)
    await goTo(page, '/learners')
    await expect(page.getByRole('status').getByText(`${own.total} learners`)).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search learners' }).fill(other.studentId!)
    await expect(page.getByText('Nobody matches')).toBeVisible()
    await goTo(page, `/learners/${other.id}`)
    await expect(page.getByText('This is not one of your learners')).toBeVisible()
    await goTo(page, '/classes')
    await expect(page.getByRole('grid', { name: 'Classes' }).getByRole('rowheader')).toHaveText([
      section.code,
    ])
    await goTo(page, '/reports')
    await expect(page.getByRole('note').first()).toContainText('rates here are about them alone')
    await goTo(page, '/files')
    await expect(page.getByText('Your role does not include the files that are brought in.')).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Files' })).toHaveCount(0)
  })
})

test('an instructor without a class reads why nobody is there', async ({
  page,
  program,
  expectAccessible,
}) => {
  await becomeInstructor(program, false)
  await page.reload()
  await expect(page.getByText('You have no learners yet')).toBeVisible()
  await goTo(page, '/classes')
  await expect(page.getByText('A coordinator names you as instructor of a class.')).toBeVisible()
  await expectAccessible(page)
})

test('an administrator lets instructors see everybody', async ({ page, api, expectAccessible }) => {
  await goTo(page, '/program')
  const choices = page.getByRole('radiogroup', { name: 'Instructors see' })
  await expect(choices.getByRole('radio', { name: 'The learners of their classes' })).toBeChecked()
  await expectAccessible(page)
  await choices.getByText('All learners').click()
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved.')).toBeVisible()
  expect((await api.program.settings({})).instructorScope).toBe('allLearners')
})
