import { certificationOf, completionOf } from '../../helpers/year/recount/recountCohorts.ts'
import { nurseAssistantResults } from '../../helpers/year/recount/recountScreening.ts'
import { expect } from '../fixture.ts'
import { headed, openScreen, type Desk } from './desk.ts'
import { countAnew } from './todayAgrees.ts'

/** The director screens everybody for the nurse-assistant track; the counts are those of a recount. */
export async function screenForNurseAssistant(desk: Desk, startDate: string): Promise<number> {
  const { page, api, calendar, figures } = desk
  const { rows, of, active } = countAnew(desk)
  await openScreen(desk, 'New screening', '/screenings/new', headed(page, 'New screening'))
  await page.getByRole('button', { name: /Track$/ }).click()
  await page.getByRole('option', { name: /Nurse assistant/ }).click()
  const start = page.getByRole('textbox', { name: 'First day of the course' })
  await start.fill(startDate)
  await start.press('Tab')
  await page.getByRole('button', { name: 'See the counts' }).click()
  await page.getByRole('button', { name: 'Run and keep' }).click()
  await expect(page.getByRole('heading', { name: 'Nurse assistant: screening' })).toBeVisible()
  const expected = nurseAssistantResults(rows, of, active, { asOf: calendar.today, startDate })
  const kept = (await api.screenings.list({})).rows[0]!
  const { counts } = await api.screenings.get({ id: kept.id })
  expect(counts).toMatchObject({ total: active.length, ...expected })
  for (const count of Object.values(expected))
    await expect(page.getByRole('main')).toContainText(count.toLocaleString('en-US'))
  figures.numbersCompared += 4
  return kept.id
}

/** Invites some who are eligible, puts another on the waiting list, and forms a cohort of the invited. */
export async function formCohort({ page }: Desk, code: string, invited: number) {
  await page.getByRole('tab', { name: /Learners/ }).click()
  await page.getByRole('button', { name: /Result$/ }).click()
  await page.getByRole('option', { name: /^Eligible/ }).click()
  const grid = page.getByRole('grid', { name: 'Results' })
  const bar = page.getByRole('toolbar')
  for (let row = 1; row <= invited; row++) await grid.getByRole('row').nth(row).getByRole('checkbox').click()
  await bar.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText(`${invited} learners invited.`)).toBeVisible()
  await grid
    .getByRole('row')
    .nth(invited + 1)
    .getByRole('checkbox')
    .click()
  await bar.getByRole('button', { name: 'Waiting list' }).click()
  const waiting = page.getByRole('dialog', { name: 'Put 1 learner on the waiting list' })
  await waiting.getByRole('textbox', { name: 'Look again on' }).fill('4/1/2027')
  await waiting.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByText('1 learner put on the waiting list.')).toBeVisible()
  await page.getByRole('button', { name: `Form a cohort of ${invited} invited` }).click()
  const dialog = page.getByRole('dialog', { name: `Form a cohort of ${invited} learners` })
  await dialog.getByRole('textbox', { name: /Code/ }).fill(code)
  await dialog.getByRole('textbox', { name: /Site/ }).fill('Central')
  await dialog.getByRole('textbox', { name: 'First day' }).fill('2/1/2027')
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('4/30/2027')
  await dialog.getByRole('button', { name: 'Form cohort' }).click()
  await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible()
}

async function openCohort(desk: Desk, code: string) {
  const { rows } = await desk.api.cohorts.list({ limit: 100 })
  const { id } = rows.find((cohort) => cohort.code === code)!
  await openScreen(desk, 'Cohort', `/cohorts/${id}`, headed(desk.page, code))
  return id
}

const memberRow = ({ page }: Desk, place: number) =>
  page.getByRole('table', { name: 'Members' }).getByRole('row').nth(place)

/** Everybody starts on the first day. */
export async function startEverybody(desk: Desk, code: string) {
  const { page } = desk
  await openCohort(desk, code)
  await page.getByRole('button', { name: /^Start \d+ members/ }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/members saved/)).toBeVisible()
  await cohortAgrees(desk, code)
}

/** The last of the members withdrew, the others completed. */
export async function recordOutcomes(desk: Desk, code: string, members: number) {
  const { page } = desk
  await openCohort(desk, code)
  for (let place = 1; place <= members; place++) {
    const cells = memberRow(desk, place).getByRole('combobox')
    await cells.first().selectOption(place === members ? 'Withdrew' : 'Completed')
    if (place < members) continue
    await memberRow(desk, place).getByRole('textbox').nth(1).fill('3/1/2027')
    await cells.nth(1).selectOption('Transportation')
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`${members} members saved`)).toBeVisible()
  await cohortAgrees(desk, code)
}

/** One sitting of one member: the part by its place, the day and how it went. */
export async function recordAttempt(
  desk: Desk,
  code: string,
  attempt: { member: number; part: string; on: string; result: 'Pass' | 'Fail' },
) {
  const { page } = desk
  await openCohort(desk, code)
  await page.getByRole('tab', { name: 'Certification' }).click()
  const row = page.getByRole('table', { name: 'Exam attempts' }).getByRole('row').nth(attempt.member)
  await row.getByRole('textbox', { name: new RegExp(`${attempt.part}: date$`) }).fill(attempt.on)
  await row.getByRole('combobox', { name: new RegExp(`${attempt.part}$`) }).selectOption(attempt.result)
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await save.click()
  await expect(save).toBeHidden()
  await cohortAgrees(desk, code)
}

/** The cohort's own counts: completion and certification. */
export async function cohortAgrees(desk: Desk, code: string) {
  const { page, api, calendar, figures } = desk
  const { rows } = countAnew(desk)
  const cohort = rows.cohorts.find((one) => one.code === code)!
  const members = rows.memberships.filter(({ cohortId }) => cohortId === cohort.id)
  const { outOf, ...completion } = completionOf(members, calendar.today)
  const shown = await api.cohorts.get({ cohortId: cohort.id })
  expect(shown.completion).toMatchObject(completion)
  const { certifiedCompleters, completers, ...certification } = certificationOf(rows, cohort, calendar.today)
  expect(shown.certification).toMatchObject({ ...certification, certifiedCompleters, completers })
  await openCohort(desk, code)
  if (outOf > 0) await expect(page.getByRole('main')).toContainText(`${completion.completed} of ${outOf}`)
  if (completers > 0)
    await expect(page.getByRole('main')).toContainText(`${certifiedCompleters} of ${completers}`)
  figures.numbersCompared += 9
}
