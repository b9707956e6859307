import type { Page } from '@playwright/test'
import { resultOf } from '../helpers/resultOf.ts'
import { expect, test } from './fixture.ts'

test.use({ startWith: 'sampleData' })

type Api = Parameters<Parameters<typeof test>[2]>[0]['api']

async function nurseAssistantScreening(api: Api) {
  const track = (await api.tracks.list({})).find(({ code }) => code === 'NA')!
  const ran = await resultOf(
    api.screenings.run({
      trackId: track.id,
      startDate: '2026-08-24',
      asOf: '2026-08-01',
      pool: { kind: 'allActive' },
    }),
  )
  return { ...ran, trackId: track.id }
}

async function open(page: Page, path: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

test('a director chooses, sees the counts, keeps the screening and finds it again', async ({
  page,
  api,
  expectAccessible,
}) => {
  await page.getByRole('link', { name: 'Screening', exact: true }).click()
  await expect(page.getByText('No screening yet')).toBeVisible()
  await page.getByRole('button', { name: 'New screening' }).click()
  await page.getByRole('button', { name: 'See the counts' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose a track.')
  await page
    .getByRole('button', { name: /^Choose… Track|Track/ })
    .first()
    .click()
  await page.getByRole('option', { name: /Nurse assistant/ }).click()
  await expect(page.getByText('9 requirements in force since Jul 1, 2025.')).toBeVisible()
  await page.getByRole('button', { name: 'See the counts' }).click()
  await expect(page.getByRole('heading', { name: 'What holds people back' })).toBeVisible()
  await expectAccessible(page)
  expect((await api.screenings.list({})).total).toBe(0)
  await page.getByRole('button', { name: 'Run and keep' }).click()
  await expect(page.getByRole('heading', { name: 'Nurse assistant: screening' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Screening', exact: true }).first().click()
  const kept = page.getByRole('grid', { name: 'Past screenings' })
  await kept.getByRole('rowheader', { name: 'Nurse assistant' }).click()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
})

test('the reasons are a chart and the same numbers as a table, and lead to the learners behind them', async ({
  page,
  api,
}) => {
  const { screeningId } = await nurseAssistantScreening(api)
  const { reasons, requirements } = await api.screenings.get({ id: screeningId })
  const first = reasons[0]!
  const name = requirements.find(({ key }) => key === first.key)!.message.en
  await open(page, `/screenings/${screeningId}`)
  await expect(page.getByText(`${first.notMet} do not meet it yet`, { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Show as table' }).click()
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText(String(first.onlyThis))
  await row.getByRole('link', { name }).click()
  await expect(page.getByText(`Held back by: ${name}`)).toBeVisible()
  await expect(page.getByText(`${first.notMet + first.unknown} of`)).toBeVisible()
})

test('a learner’s panel says every answer in a sentence with the next step, and sets one aside', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { screeningId, trackId } = await nurseAssistantScreening(api)
  const { rows } = await api.screenings.results({
    screeningId,
    filter: { heldBackBy: 'listening', withinPoints: 5 },
    limit: 1,
  })
  const learner = rows[0]!
  await open(page, `/screenings/${screeningId}`)
  await page.getByRole('tab', { name: /Learners/ }).click()
  await page.getByRole('searchbox', { name: 'Find a learner' }).fill(learner.studentId!)
  await page.getByRole('rowheader', { name: learner.learnerName }).click()
  const panel = page.getByRole('complementary', { name: learner.learnerName })
  await expect(panel).toContainText(/Listening \d+ · level \d · needs level 5 · \d points? below · tested/)
  await expect(panel).toContainText('Keep going in your English class')
  await expect(panel).toContainText('Offered by: ESL program')
  await expectAccessible(page)
  const answer = panel.getByRole('listitem').filter({ hasText: 'Listening: level 5' })
  await answer.getByRole('button', { name: 'Set aside…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set a requirement aside' })
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Retest is booked for Monday.')
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(page.getByText('Set aside from the next screening on.')).toBeVisible()
  const waivers = await api.waivers.list({ learnerId: learner.learnerId, trackId })
  expect(waivers).toMatchObject([{ requirementKey: 'listening', reason: 'Retest is booked for Monday.' }])
  await panel.getByRole('button', { name: 'Refer' }).click()
  await expect(panel.getByText('Referred', { exact: true })).toBeVisible()
})

test('several are decided at once and undone; against the result only with a reason', async ({
  page,
  api,
}) => {
  const { screeningId } = await nurseAssistantScreening(api)
  await open(page, `/screenings/${screeningId}`)
  await page.getByRole('tab', { name: /Learners/ }).click()
  const grid = page.getByRole('grid', { name: 'Results' })
  await grid.getByRole('row').nth(1).getByRole('checkbox').click()
  await grid.getByRole('row').nth(2).getByRole('checkbox').click()
  const bar = page.getByRole('toolbar')
  await bar.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('2 learners invited.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Form a cohort of 2 invited' })).toBeEnabled()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Form a cohort', exact: true })).toBeDisabled()

  await grid.getByRole('row').nth(1).getByRole('checkbox').click()
  await bar.getByRole('button', { name: 'Decline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Decline 1 learner' })
  await expect(dialog).toContainText('This decision goes against the result of one learner. Give the reason.')
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Has found work.')
  await dialog.getByRole('button', { name: 'Save decision' }).click()
  await expect(page.getByText('1 learner declined.')).toBeVisible()
  expect((await api.screenings.get({ id: screeningId })).decisions.decline).toBe(1)
})

test('a cohort is formed of the invited', async ({ page, api, expectAccessible }) => {
  const { screeningId } = await nurseAssistantScreening(api)
  const { rows } = await api.screenings.results({ screeningId, filter: { result: 'eligible' }, limit: 3 })
  await api.screenings.decide({
    screeningId,
    whom: { kind: 'chosen', learnerIds: rows.map(({ learnerId }) => learnerId) },
    decision: 'invite',
    reason: null,
  })
  await open(page, `/screenings/${screeningId}`)
  await page.getByRole('button', { name: 'Form a cohort of 3 invited' }).click()
  const dialog = page.getByRole('dialog', { name: 'Form a cohort of 3 learners' })
  await expect(dialog).toContainText(rows[0]!.learnerName)
  await dialog.getByRole('textbox', { name: /Code/ }).fill('NA-TEST')
  await dialog.getByRole('textbox', { name: /Site/ }).fill('Central')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Form cohort' }).click()
  await expect(page.getByRole('heading', { name: /NA-TEST/ })).toBeVisible()
})

test('another threshold stands beside the real one', async ({ page, api, expectAccessible }) => {
  const { screeningId, counts } = await nurseAssistantScreening(api)
  const key = (await api.screenings.get({ id: screeningId })).reasons[0]!.key
  const trial = await resultOf(api.screenings.tryThreshold({ screeningId, key, threshold: 4 }))
  await open(page, `/screenings/${screeningId}`)
  await page.getByRole('tab', { name: 'What if' }).click()
  await page.getByRole('button', { name: 'Try it' }).click()
  const found = page.getByRole('region', { name: 'What if' })
  await expect(found).toContainText(String(counts.eligible))
  await expect(found).toContainText(`${trial.newlyEligible} more, 0 fewer`)
  await found.getByRole('button', { name: /^Would be in, With 4: / }).click()
  const those = page.getByRole('complementary', { name: 'Would be in' })
  await expect(those).toContainText(`${trial.newlyEligible} listed`)
  await expectAccessible(page)
})

test('the waiting list keeps its order, moves, and gives a place back', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { screeningId, trackId } = await nurseAssistantScreening(api)
  const { rows } = await api.screenings.results({ screeningId, filter: { result: 'eligible' }, limit: 3 })
  const [first, second, third] = rows
  await api.screenings.decide({
    screeningId,
    whom: { kind: 'chosen', learnerIds: rows.map(({ learnerId }) => learnerId) },
    decision: 'waitlist',
    reason: null,
    lookAgainOn: '2026-07-20',
  })
  const order = async () => (await api.waitlist.list({ trackId })).rows.map(({ learnerId }) => learnerId)
  await open(page, '/screenings')
  await page.getByRole('tab', { name: 'Waiting lists' }).click()
  const line = page.getByRole('grid', { name: 'Waiting lists' })
  await expect(line.getByText('Jul 20, 2026, due').first()).toBeVisible()
  await page.getByRole('button', { name: /people wait\. What it is made of$/ }).click()
  const waiting = page.getByRole('complementary', { name: 'Waiting lists' })
  await expect(waiting.getByRole('link')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(waiting).toBeHidden()
  await line.getByRole('row').nth(3).click()
  const panel = page.getByRole('complementary', { name: third!.learnerName })
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Move up' }).click()
  await expect.poll(order).toEqual([first!.learnerId, third!.learnerId, second!.learnerId])
  await panel.getByRole('button', { name: 'Remove from the list' }).click()
  await expect.poll(order).toEqual([first!.learnerId, second!.learnerId])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(order).toEqual([first!.learnerId, third!.learnerId, second!.learnerId])
})

test('the learner’s own result fits one page in English, Spanish or both', async ({
  page,
  api,
  expectAccessible,
}) => {
  const { screeningId } = await nurseAssistantScreening(api)
  const { rows } = await api.screenings.results({ screeningId, filter: { result: 'notYet' }, limit: 200 })
  // The one with most to say.
  const learner = rows.toSorted((one, other) => other.nextSteps.length - one.nextSteps.length)[0]!
  await open(page, `/screenings/${screeningId}/learners/${learner.learnerId}/print`)
  await expect(page.getByRole('heading', { name: 'Nurse assistant: where you are now' })).toBeVisible()
  await expect(page.getByText('You are on your way.', { exact: false })).toBeVisible()
  await expect(page.getByText('Who can help: ESL program').first()).toBeVisible()
  await expectAccessible(page)
  const pages = async () =>
    (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type \/Page\b/g)
  for (const language of ['English', 'Spanish', 'Both']) {
    await page.getByRole('radio', { name: language }).click()
    expect(await pages(), language).toHaveLength(1)
  }
  await expect(
    page.getByRole('heading', { name: 'Auxiliar de enfermería: dónde está usted ahora' }),
  ).toBeVisible()
})

test.describe('in Spanish, dark', () => {
  test.use({ language: 'es' })
  test('a screening reads in Spanish', async ({ page, api, expectAccessible }) => {
    await api.session.prefer({ theme: 'dark' })
    const { screeningId } = await nurseAssistantScreening(api)
    await page.reload()
    await open(page, `/screenings/${screeningId}`)
    await expect(page.getByRole('heading', { name: 'Auxiliar de enfermería: selección' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('tab', { name: /Estudiantes/ }).click()
    await page.getByRole('button', { name: /Resultado/ }).click()
    await page.getByRole('option', { name: /^Todavía no, cerca de cumplir/ }).click()
    await expect(
      page.getByText(/nivel \d · necesita nivel 5 · (le faltan? \d+|\d nivel)/).first(),
    ).toBeVisible()
    await expectAccessible(page)
  })
})
