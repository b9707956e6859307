import type { Page } from '@playwright/test'
import { cohortInput, nurseAssistantTrack, type NurseAssistant } from '../helpers/nurseAssistant.ts'
import { expect, test } from './fixture.ts'
import { openPalette } from './palette.ts'

type Program = { core: Parameters<typeof nurseAssistantTrack>[0] }
type Api = Parameters<Parameters<typeof test>[2]>[0]['api']

/** A nurse-assistant cohort from 2 February to 12 June 2026 with three members who have not started. */
async function threeMembers(api: Api, program: Program) {
  const track = await nurseAssistantTrack(program.core)
  const learnerIds: number[] = []
  for (const familyName of ['Aye', 'Núñez', 'Ouyang']) {
    learnerIds.push((await api.learners.create({ familyName, givenName: 'Wei' })).learnerId)
  }
  const { cohortId } = await api.cohorts.create({
    ...cohortInput(track, { seats: 5 }),
    memberLearnerIds: learnerIds,
  })
  return { track, cohortId, learnerIds }
}

/** The same, started and completed by all, on the last day. */
async function threeCompleters(api: Api, program: Program) {
  const made = await threeMembers(api, program)
  const { memberRows } = await api.cohorts.get({ cohortId: made.cohortId })
  const completed = { startedOn: '2026-02-02', outcome: 'completed' as const, outcomeOn: '2026-06-12' }
  await api.cohorts.changeMembers({
    cohortId: made.cohortId,
    members: memberRows.map(({ memberId }) => ({ memberId, ...completed, reason: null })),
  })
  return made
}

async function open(page: Page, path: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('a director forms a cohort and adds learners to it', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  await nurseAssistantTrack(program.core)
  await api.learners.create({ familyName: 'Núñez', givenName: 'María José', studentId: '1041' })
  await open(page, '/cohorts')
  await expect(page.getByText('No cohorts yet.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'New cohort' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Form the cohort' }).click()
  await expect(dialog.getByRole('link', { name: 'Track: fill this in.' })).toBeVisible()
  await dialog.getByRole('button', { name: /Track$/ }).click()
  await page.getByRole('option', { name: 'Nurse assistant' }).last().click()
  await dialog.getByRole('textbox', { name: 'Code' }).fill('NA-C4')
  await dialog.getByRole('textbox', { name: 'Site' }).fill('Central')
  await dialog.getByRole('textbox', { name: 'First day' }).fill('8/24/2026')
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('12/11/2026')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Form the cohort' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'NA-C4' })).toBeVisible()
  await page.getByRole('button', { name: 'Add members' }).click()
  await dialog.getByRole('combobox', { name: 'Search learners' }).fill('nunez')
  await page.getByRole('option', { name: /Núñez, María José/ }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Add 1 learner' }).click()
  await expect(page.getByRole('link', { name: 'Núñez, María José' })).toBeVisible()
  const { rows } = await api.cohorts.list({})
  expect(rows).toMatchObject([{ code: 'NA-C4', members: 1, state: 'upcoming', startDate: '2026-08-24' }])
})

test('starts and outcomes of many are typed by keyboard, checked, and saved together', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId } = await threeMembers(api, program)
  await open(page, `/cohorts/${cohortId}`)
  const grid = page.getByRole('table', { name: 'Members' })
  const first = row(page, 'Aye').getByRole('textbox').first()
  await first.fill('1/30/2026')
  await expect(grid.getByText('The cohort starts on February 2, 2026.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await first.fill('')
  await page.getByRole('button', { name: /^Start 3 members/ }).click()
  await first.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Comp')
  await page.keyboard.press('Enter')
  const second = row(page, 'Núñez').getByRole('combobox')
  await expect(second.first()).toBeFocused()
  await second.first().selectOption('Withdrew')
  await row(page, 'Núñez').getByRole('textbox').nth(1).fill('3/1/2026')
  await expect(page.getByText('need a look').or(page.getByText('needs a look'))).toBeVisible()
  await second.nth(1).selectOption('Transportation')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('3 members saved')).toBeVisible()
  const { completion, memberRows } = await api.cohorts.get({ cohortId })
  expect(completion).toMatchObject({ enrolled: 3, completed: 1, withdrew: 1, stillIn: 1 })
  expect(memberRows.find(({ familyName }) => familyName === 'Aye')).toMatchObject({
    startedOn: '2026-02-02',
    outcomeOn: '2026-06-12',
  })
})

test('what was typed is still there after a look elsewhere', async ({ page, api, program }) => {
  const { cohortId } = await threeMembers(api, program)
  await open(page, `/cohorts/${cohortId}`)
  await row(page, 'Aye').getByRole('textbox').first().fill('2/3/2026')
  await open(page, '/cohorts')
  await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeVisible()
  await open(page, `/cohorts/${cohortId}`)
  await expect(row(page, 'Aye').getByRole('textbox').first()).toHaveValue('Feb 3, 2026')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(row(page, 'Aye').getByRole('textbox').first()).toHaveValue('')
})

test('attempts of the whole cohort are recorded on one grid, and the next try appears', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId } = await threeCompleters(api, program)
  await open(page, `/cohorts/${cohortId}`)
  await page.getByRole('tab', { name: 'Certification' }).click()
  const aye = row(page, 'Aye')
  await aye.getByRole('textbox').first().fill('8/2/2026')
  await aye.getByRole('combobox').first().selectOption('Fail')
  await expect(page.getByText('This day is still to come.').first()).toBeVisible()
  await aye.getByRole('textbox').first().fill('7/1/2026')
  await expect(page.getByRole('columnheader', { name: 'Knowledge 2: date' })).toBeVisible()
  // The day typed above is taken over: a class sits its exam on one day.
  await row(page, 'Núñez').getByRole('combobox').first().selectOption('Pass')
  await expect(row(page, 'Núñez').getByRole('textbox').first()).toHaveValue('Jul 1, 2026')
  await row(page, 'Núñez').getByRole('textbox').nth(1).fill('7/2/2026')
  await row(page, 'Núñez').getByRole('combobox').nth(1).selectOption('Pass')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row(page, 'Núñez').getByText('Certified Jul 2, 2026')).toBeVisible()
  const { rows } = await api.attempts.grid({ cohortId })
  expect(rows.map(({ attempts }) => attempts.length)).toEqual([1, 2, 0])
})

test('limits and windows are warned of in words, on the page and in the row', async ({
  page,
  api,
  program,
}) => {
  const { cohortId } = await threeCompleters(api, program)
  const { rows } = await api.attempts.grid({ cohortId })
  const memberId = rows[0]!.memberId
  const failed = (number: number, takenOn: string) => ({
    ...{ memberId, part: 'skills', number, takenOn, result: 'fail' as const },
  })
  await api.attempts.record({ cohortId, attempts: [failed(1, '2026-06-20'), failed(2, '2026-07-01')] })
  await open(page, `/cohorts/${cohortId}`)
  await expect(page.getByText('1 person has one attempt left at a part.')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(row(page, 'Aye').getByText('Skills: one attempt left')).toBeVisible()
})

test('a granted extra attempt is recorded with its reason', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId } = await threeCompleters(api, program)
  const { rows } = await api.attempts.grid({ cohortId })
  const failed = ['2026-06-20', '2026-07-01', '2026-07-10'].map((takenOn, index) => ({
    ...{ memberId: rows[0]!.memberId, part: 'skills', number: index + 1, takenOn },
    result: 'fail' as const,
  }))
  await api.attempts.record({ cohortId, attempts: failed })
  await open(page, `/cohorts/${cohortId}`)
  await page.getByRole('tab', { name: 'Certification' }).click()
  await expect(row(page, 'Aye').getByText('Skills: no attempts left')).toBeVisible()
  await page.getByRole('button', { name: 'Record a granted extra attempt' }).click()
  const table = page.getByRole('table', { name: 'Exam attempts' })
  const cell = (name: string) => table.getByRole('textbox', { name: `Aye, Wei ${name}` })
  await cell('Skills 4: date').fill('7/20/2026')
  await table.getByRole('combobox', { name: 'Aye, Wei Skills 4' }).selectOption('Pass')
  await expect(row(page, 'Aye').getByText('Only 3 attempts are allowed.').first()).toBeVisible()
  await cell('Reason for the exception').fill('Granted by the state board')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('1 attempt saved.')).toBeVisible()
  const { rows: after } = await api.attempts.grid({ cohortId })
  expect(after[0]!.attempts.at(-1)).toMatchObject({
    number: 4,
    result: 'pass',
    overrideReason: 'Granted by the state board',
  })
})

test('results stand beside a figure with its source, as a chart and as a table', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId } = await threeCompleters(api, program)
  await open(page, `/cohorts/${cohortId}`)
  await page.getByRole('tab', { name: 'Results' }).click()
  await page.getByRole('button', { name: 'Add a figure' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Day class 2025')
  await dialog.getByRole('textbox', { name: 'How many' }).fill('245')
  await dialog.getByRole('textbox', { name: 'Out of' }).fill('296')
  await dialog.getByRole('textbox', { name: 'Source' }).fill('College catalog 2025')
  await dialog.getByRole('textbox', { name: 'Date of the figure' }).fill('6/30/2025')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const rates = page.getByRole('figure', { name: 'Rates' })
  await rates.getByRole('button', { name: 'Show as table' }).click()
  const compared = rates.getByRole('row', { name: /Day class 2025/ })
  await expect(compared).toContainText('82.8% · 245 of 296')
  await expect(compared).toContainText('+17.2 points')
  await expect(rates.getByRole('row', { name: /^Completion rate/ })).toContainText(
    '100.0% · 3 of 3 · small group',
  )
  await expectAccessible(page)
})

test('cohorts are compared side by side, with intervals and remarks', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId, track } = await threeCompleters(api, program)
  await api.cohorts.create(cohortInput(track, { code: 'NA-2', site: 'North' }))
  await open(page, '/cohorts')
  await page.getByRole('checkbox', { name: 'Select all' }).click({ force: true })
  await page.getByRole('button', { name: 'Compare' }).click()
  const chart = page.getByRole('figure', { name: 'Completion rate' })
  await chart.getByRole('button', { name: 'Show as table' }).click()
  await expect(chart.getByRole('row', { name: /^NA-1/ })).toContainText('small group')
  await expect(chart.getByRole('row', { name: /^NA-2/ })).toContainText('none due')
  await expect(page.getByRole('table', { name: 'Side by side' })).toContainText('North')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'NA-1' }).click()
  await expect(page).toHaveURL(new RegExp(`#/cohorts/${cohortId}$`))
})

test('a cohort is closed with its lessons only when everyone has an outcome', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId } = await threeMembers(api, program)
  const closeIt = async () => {
    await page.getByRole('button', { name: 'Cohort', exact: true }).click()
    await page.getByRole('menuitem', { name: /Close the cohort/ }).click()
    await page.getByRole('textbox', { name: 'What failed' }).fill('Two bus lines were cut.')
    await page.getByRole('textbox', { name: 'What to change' }).fill('Start at ten.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close the cohort' }).click()
  }
  await open(page, `/cohorts/${cohortId}`)
  await closeIt()
  await expect(page.getByText('3 members have no outcome on that day.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  const { memberRows } = await api.cohorts.get({ cohortId })
  const left = { startedOn: null, outcome: 'didNotStart' as const, outcomeOn: null, reason: null }
  await api.cohorts.changeMembers({
    cohortId,
    members: memberRows.map(({ memberId }) => ({ memberId, ...left })),
  })
  await page.reload()
  await closeIt()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Closed').first()).toBeVisible()
  expect(await api.cohorts.get({ cohortId })).toMatchObject({
    state: 'closed',
    lessons: { whatFailed: 'Two bus lines were cut.' },
  })
})

test('a viewer reads members and results, and is offered nothing that would be refused', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { cohortId } = await threeCompleters(api, program)
  program.core.accountChanged({ ...program.core.caller!, roles: ['viewer'] })
  await page.reload()
  await open(page, `/cohorts/${cohortId}`)
  await expect(page.getByRole('grid', { name: 'Members' }).getByText('Completed').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add members' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Export/ })).toHaveCount(0)
  await expectAccessible(page)
})

test.describe('in Spanish', () => {
  test.use({ language: 'es', startWith: 'sampleData' })

  test('the list, a cohort and the comparison are in Spanish and accessible', async ({
    page,
    api,
    expectAccessible,
  }) => {
    await open(page, '/cohorts')
    await expect(page.getByRole('heading', { level: 1, name: 'Grupos' })).toBeVisible()
    await expectAccessible(page)
    // On a small screen the list leaves out what a cohort's page says too, and need not be pushed aside.
    const list = page.getByRole('grid', { name: 'Grupos' })
    await expect(list.getByRole('columnheader', { name: 'Sede' })).toBeVisible()
    await page.setViewportSize({ width: 1024, height: 700 })
    await expect(list.getByRole('columnheader', { name: 'Sede' })).toHaveCount(0)
    await expect(list.getByRole('columnheader', { name: 'Certificados' })).toBeInViewport({ ratio: 1 })
    expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
    const { rows } = await api.cohorts.list({})
    const ids = rows.slice(0, 3).map(({ id }) => id)
    await open(page, `/cohorts/${ids[0]!}`)
    await expect(page.getByRole('tab', { name: 'Integrantes' })).toBeVisible()
    await expectAccessible(page)
    await open(page, `/cohorts/compare/${ids.join('-')}`)
    await expect(page.getByRole('figure', { name: 'Tasa de finalización' })).toBeVisible()
    await expectAccessible(page)
  })
})

test('the palette finds a cohort by its code', async ({ page, api, program }) => {
  const track: NurseAssistant = await nurseAssistantTrack(program.core)
  await api.cohorts.create(cohortInput(track, { code: 'ENF-7' }))
  await openPalette(page)
  await page.keyboard.type('enf-7')
  await page.getByRole('menuitem', { name: 'ENF-7' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ENF-7' })).toBeVisible()
})
