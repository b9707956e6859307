import type { Page } from '@playwright/test'
import { resultOf } from '../helpers/resultOf.ts'
import { expect, test } from './fixture.ts'

test.use({ startWith: 'sampleData' })

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => void (window.location.hash = hash), address)

test('a viewer is offered nothing that would be refused, and typed addresses lead to what can be read', async ({
  page,
  api,
  program,
}) => {
  const track = (await api.tracks.list({}))[0]!
  const { screeningId } = await resultOf(
    api.screenings.run({
      trackId: track.id,
      startDate: '2026-08-24',
      asOf: '2026-08-01',
      pool: { kind: 'allActive' },
    }),
  )
  program.core.accountChanged({ ...program.core.caller!, roles: ['viewer'] })
  await page.reload()

  await goTo(page, `/tracks/${track.id}/rules`)
  await expect(page.getByRole('heading', { level: 1, name: track.name.en })).toBeVisible()
  await goTo(page, '/screenings/new')
  await expect(page.getByRole('heading', { level: 1, name: 'Screening' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New screening' })).toBeHidden()
  await goTo(page, `/screenings/${screeningId}`)
  await expect(page.getByRole('tab')).toHaveText([/Overview/, /Learners/, /Rules used/])
  await expect(page.getByRole('button', { name: /Form a cohort|Export/ })).toHaveCount(0)
  await page.getByRole('tab', { name: /Learners/ }).click()
  await expect(page.getByRole('grid', { name: 'Results' }).getByRole('checkbox')).toHaveCount(0)
  await goTo(page, '/files')
  await expect(page.getByText('Your role does not bring files in.')).toBeVisible()
})
