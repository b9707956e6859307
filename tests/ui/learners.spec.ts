import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { openPalette } from './palette.ts'
import { signInAs } from '../helpers/signInAs.ts'

type Api = Parameters<Parameters<typeof test>[2]>[0]['api']

async function addPeople(api: Api) {
  const maria = await api.learners.create({
    familyName: 'Núñez',
    givenName: 'María José',
    studentId: '1041',
    birthDate: '1990-05-02',
    phones: [{ number: '704-555-6374' }],
  })
  const anh = await api.learners.create({ familyName: 'Đặng', givenName: 'Thị Ánh', status: 'paused' })
  await api.learners.create({ familyName: 'Sosa', givenName: 'Rubén' })
  return { maria: maria.learnerId, anh: anh.learnerId }
}

const list = (page: Page) => page.getByRole('grid', { name: 'Learners' })
const names = (page: Page) => list(page).getByRole('rowheader')
const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => void (window.location.hash = hash), address)

test.describe('the list of learners', () => {
  test.beforeEach(async ({ page, api }) => {
    await addPeople(api)
    await goTo(page, '/learners')
  })

  test('finds by part of a name without accents, by id and by phone', async ({ page, expectAccessible }) => {
    await expect(names(page)).toHaveText(['Đặng, Thị Ánh', 'Núñez, María José', 'Sosa, Rubén'])
    const search = page.getByRole('searchbox', { name: 'Search learners' })
    for (const [text, found] of [
      ['jose nun', 'Núñez, María José'],
      ['dang', 'Đặng, Thị Ánh'],
      ['1041', 'Núñez, María José'],
      ['555-6374', 'Núñez, María José'],
    ] as const) {
      await search.fill(text)
      await expect(names(page)).toHaveText([found])
      await expect(page.getByRole('status').filter({ hasText: '1 learner' })).toBeVisible()
    }
    await search.fill('nobody at all')
    await expect(page.getByText('Nobody matches')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show everybody' }).click()
    await expect(names(page)).toHaveCount(3)
  })

  test('shows filters as chips, and each can be taken off', async ({ page, expectAccessible }) => {
    await page.getByRole('button', { name: 'Any status Status' }).click()
    await page.getByRole('option', { name: 'Paused' }).click()
    await expect(names(page)).toHaveText(['Đặng, Thị Ánh'])
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('button', { name: /Tested/ }).click()
    await page.getByRole('option', { name: 'Never tested' }).click()
    await page.keyboard.press('Escape')
    const chips = page.getByRole('grid', { name: 'Filters in use' })
    await expect(chips.getByRole('row')).toHaveText(['Status: Paused', 'Never tested'])
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Remove Status: Paused' }).click()
    await expect(names(page)).toHaveCount(3)
  })

  test('sorts by its headings, with the keyboard too', async ({ page }) => {
    await list(page).getByRole('columnheader', { name: 'Name' }).click()
    await expect(names(page)).toHaveText(['Sosa, Rubén', 'Núñez, María José', 'Đặng, Thị Ánh'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(names(page).first()).toHaveText('Núñez, María José')
  })

  test('opens a learner beside the list, and from there the page', async ({ page, expectAccessible }) => {
    await names(page).nth(1).click()
    const panel = page.getByRole('complementary', { name: 'María José Núñez' })
    await expect(panel.getByText('704-555-6374')).toBeVisible()
    await expectAccessible(page)
    await panel.getByRole('link', { name: 'Open learner page' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'María José Núñez' })).toBeVisible()
    expect(await page.title()).not.toContain('Núñez')
  })

  test('sets the status of the selected ones at once and takes it back', async ({ page, api }) => {
    await page.getByRole('checkbox', { name: 'Select Núñez, María José' }).click()
    await page.getByRole('checkbox', { name: 'Select Sosa, Rubén' }).click()
    await expect(page.getByText('2 selected')).toBeVisible()
    await page.getByRole('button', { name: 'Set status' }).click()
    await page.getByRole('menuitem', { name: 'Left' }).click()
    await expect(page.getByText('2 learners are now: Left')).toBeVisible()
    expect((await api.learners.list({ status: ['left'] })).total).toBe(2)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await api.learners.list({ status: ['active'] })).total).toBe(2)
  })

  test('adds everybody who matches to a class', async ({ page, api }) => {
    const { sectionId } = await api.sections.create({ code: 'ESL-5 EVE', name: 'Evening' })
    await page.reload()
    await list(page).getByRole('columnheader').first().click()
    await expect(page.getByText('3 selected')).toBeVisible()
    await page.getByRole('button', { name: 'Add to class' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add to class' })
    await dialog.getByRole('combobox', { name: 'Class' }).fill('eve')
    await page.getByRole('option', { name: 'ESL-5 EVE' }).click()
    await dialog.getByRole('button', { name: 'Add to class' }).click()
    await expect(page.getByText('3 learners were added to ESL-5 EVE.')).toBeVisible()
    expect((await api.sections.get({ sectionId })).memberCount).toBe(3)
  })

  test('draws only the rows in sight at 200 % zoom too', async ({ page, api }) => {
    for (let number = 0; number < 120; number++) {
      await api.learners.create({ familyName: `Aguilar ${number}`, givenName: 'Ana' })
    }
    await page.setViewportSize({ width: 640, height: 400 })
    await page.reload()
    await expect(page.getByText('123 learners')).toBeVisible()
    await expect(names(page).first()).toHaveText('Aguilar 0, Ana')
    expect(await names(page).count()).toBeLessThan(40)
  })

  test('exports what it shows', async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Search learners' }).fill('sosa')
    await expect(names(page)).toHaveCount(1)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe('learners-2026-08-01.xlsx')
  })

  test('the palette finds a learner and opens the page', async ({ page }) => {
    await openPalette(page)
    await page.keyboard.type('maria nun')
    await page.getByRole('menuitem', { name: /María José Núñez/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'María José Núñez' })).toBeVisible()
  })
})

test('a new learner: look-alikes while typing, refusals at their fields, then the record', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { maria } = await addPeople(api)
  await goTo(page, '/learners')
  await page.getByRole('button', { name: 'Add learner' }).click()
  const dialog = page.getByRole('dialog', { name: 'New learner' })
  await dialog.getByRole('textbox', { name: 'Family name' }).fill('Nunez')
  await dialog.getByRole('textbox', { name: 'Given name' }).fill('Maria Jose')
  await expect(dialog.getByRole('link', { name: 'María José Núñez' })).toHaveAttribute(
    'href',
    `#/learners/${maria}`,
  )
  await dialog.getByRole('textbox', { name: 'Student ID' }).fill('1041')
  await dialog.getByRole('textbox', { name: 'Phone 1' }).fill('555')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save learner' }).click()
  await expect(dialog.getByText('This is no complete phone number.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Phone 1' }).fill('704-555-0199')
  await dialog.getByRole('button', { name: 'Save learner' }).click()
  await expect(dialog.getByText('Another learner has this student ID.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Student ID' }).fill('2000')
  const birth = dialog.getByRole('textbox', { name: 'Date of birth' })
  await birth.fill('31 feb 1990')
  await birth.press('Control+Enter')
  await expect(dialog.getByText('There is no such day.')).toBeVisible()
  await birth.fill('march 9 1981')
  await birth.press('Control+Enter')
  await expect(page.getByText('The learner was added.')).toBeVisible()
  expect(await api.learners.search({ text: '2000' })).toMatchObject([
    { familyName: 'Nunez', birthDate: '1981-03-09' },
  ])
})

test.describe('a learner’s page', () => {
  test('facts are changed in a form; somebody else’s change in between is not overwritten', async ({
    page,
    api,
    program,
  }) => {
    const { maria } = await addPeople(api)
    await goTo(page, `/learners/${maria}`)
    await page.getByRole('button', { name: 'Edit facts' }).click()
    const dialog = page.getByRole('dialog', { name: 'María José Núñez' })
    await dialog.getByRole('textbox', { name: 'First language' }).fill('Mixteco')
    const db = program.core.requireOpen().file.writer
    await db.updateTable('learners').set({ updatedAt: 'later' }).where('id', '=', maria).execute()
    await dialog.getByRole('button', { name: 'Save learner' }).click()
    await expect(dialog.getByText('Somebody else changed this record')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'First language' })).toHaveValue('Mixteco')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Edit facts' }).click()
    await dialog.getByRole('textbox', { name: 'First language' }).fill('Mixteco')
    await dialog.getByRole('button', { name: 'Save learner' }).click()
    await expect(page.getByRole('main').getByText('Mixteco')).toBeVisible()
  })

  test.describe('with a history', () => {
    test.use({ startWith: 'sampleData' })

    test('shows levels as chart and table, one timeline, and takes evidence', async ({
      page,
      api,
      expectAccessible,
    }) => {
      const { rows } = await api.learners.list({ tested: true, skillArea: 'reading', limit: 1 })
      const learner = rows[0]!
      const [latest] = await api.learners.timeline({ learnerId: learner.id })
      await goTo(page, `/learners/${learner.id}`)
      await expect(page.getByRole('img', { name: /Levels over time/ })).toBeVisible()
      await page.getByRole('button', { name: 'Show as table' }).click()
      await expect(page.getByRole('table', { name: 'Levels over time' })).toBeVisible()
      await expect(page.locator('time').first()).toHaveAttribute('datetime', latest!.on)
      await expectAccessible(page)

      const others = page.getByRole('button', { name: 'Asked by other tracks' })
      if ((await others.getAttribute('aria-expanded')) === 'false') await others.click()
      await page
        .getByRole('button', { name: /^Record: / })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Record' }).click()
      await expect(page.getByText('Recorded.')).toBeVisible()
      expect((await api.learners.get({ learnerId: learner.id })).evidence).toHaveLength(1)
      const documents = page.getByRole('region', { name: /^Documents/ })
      await documents.getByRole('button', { name: /^Where this comes from: / }).press('Enter')
      await expect(dialog).toContainText('Typed by Alma Rivera')
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await page.getByRole('button', { name: /^More for: / }).click()
      await page.getByRole('menuitem', { name: 'Withdraw this entry' }).click()
      await expect.poll(async () => (await api.learners.get({ learnerId: learner.id })).evidence).toEqual([])
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect
        .poll(async () => (await api.learners.get({ learnerId: learner.id })).evidence)
        .toHaveLength(1)
    })

    test('takes hours, and says what is missing', async ({ page, api, expectAccessible }) => {
      const learnerId = (await api.learners.list({ limit: 1 })).rows[0]!.id
      await goTo(page, `/learners/${learnerId}`)
      await page.getByRole('button', { name: 'Record hours' }).click()
      const dialog = page.getByRole('dialog', { name: 'Record hours' })
      await dialog.getByRole('button', { name: 'Save hours' }).click()
      await expect(dialog.getByText('Fill this in.')).toHaveCount(4)
      await dialog.getByRole('button', { name: /^Component|Choose/ }).click()
      await page.getByRole('option').first().click()
      await dialog.getByRole('textbox', { name: 'First day' }).fill('1/1/2026')
      await dialog.getByRole('textbox', { name: 'Last day' }).fill('1/31/2026')
      await dialog.getByRole('textbox', { name: 'Hours attended' }).fill('22.5')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Save hours' }).click()
      await expect(page.getByRole('button', { name: 'Withdraw these hours' })).toBeVisible()
      expect((await api.learners.get({ learnerId })).hours).toMatchObject([
        { hours: 22.5, periodFrom: '2026-01-01', periodTo: '2026-01-31' },
      ])
    })
  })

  test('a learner who is not there gets a sentence, not a blank page', async ({ page }) => {
    await goTo(page, '/learners/999')
    await expect(page.getByText('Could not find the learner.')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Learners' }).click()
    await expect(page.getByText('No learners yet')).toBeVisible()
  })
})

test.describe('in Spanish', () => {
  test.use({ language: 'es', startWith: 'sampleData' })

  test('the list and a page read in Spanish', async ({ page, api, expectAccessible }) => {
    await goTo(page, '/learners')
    await expect(page.getByRole('heading', { level: 1, name: 'Estudiantes' })).toBeVisible()
    await expect(page.getByRole('grid', { name: 'Estudiantes' }).getByRole('rowheader').first()).toBeVisible()
    await expectAccessible(page)
    const learnerId = (await api.learners.list({ tested: true, limit: 1 })).rows[0]!.id
    await goTo(page, `/learners/${learnerId}`)
    await expect(page.getByRole('heading', { name: /^Nivel/ })).toBeVisible()
    await expectAccessible(page)
  })
})

test('a viewer reads the list and a page, and is offered nothing that would be refused', async ({
  page,
  api,
}) => {
  const { maria } = await addPeople(api)
  await signInAs(api, 'Vera', ['viewer'])
  await page.reload()
  await goTo(page, '/learners')
  await expect(names(page)).toHaveCount(3)
  await expect(page.getByRole('main').getByRole('checkbox')).toHaveCount(0)
  for (const name of ['Export', 'Add learner']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await goTo(page, `/learners/${maria}`)
  await expect(page.getByRole('heading', { level: 1, name: 'María José Núñez' })).toBeVisible()
  for (const name of ['Edit facts', 'Record test', 'Record hours', /^Record: /]) {
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  }
})

test('the list is worked with the keyboard alone', async ({ page, api }) => {
  await addPeople(api)
  await goTo(page, '/learners')
  await expect(names(page)).toHaveCount(3)
  await page.getByRole('searchbox', { name: 'Search learners' }).focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'More filters' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Learners: 3 learners/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 selected')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Rubén Sosa' })
  await expect(panel).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})
