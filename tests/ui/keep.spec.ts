import type { Page } from '@playwright/test'
import { fullRecord } from '../helpers/fullRecord.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { expect, test } from './fixture.ts'

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => void (window.location.hash = hash), address)

test('one person’s record is exported, held, and erased, and the reports stay as they were', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  const { learnerId, cohortId, screeningId } = await fullRecord(program)
  const reports = async () => [await api.reports.completion({}), await api.reports.certification({})]
  const before = await reports()
  await goTo(page, `/learners/${learnerId}`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export the record' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('record-2026-08-01.xlsx')

  await page.getByRole('button', { name: 'Hold…' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('A lawsuit')
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await expect(page.getByText('On hold since', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase this person for good?' })
  await expect(dialog.getByText('1 seat in a cohort, with dates and outcome')).toBeVisible()
  await expectAccessible(page)
  const confirmation = dialog.getByRole('textbox', { name: 'To go ahead, type the family name: Zyxwerth' })
  const submit = dialog.getByRole('button', { name: 'Erase for good' })
  await confirmation.fill('zyxwerth')
  await submit.click()
  await expect(
    dialog.getByText('One of these records is kept back by a hold.', { exact: false }),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(page.getByText('On hold since', { exact: false })).toBeHidden()

  await page.getByRole('button', { name: 'Erase…' }).click()
  await confirmation.fill('somebody')
  await submit.click()
  await expect(dialog.getByText('Type it exactly as shown', { exact: false }).first()).toBeVisible()
  await confirmation.fill('Zyxwerth')
  await submit.click()
  await expect(page.getByText('One person was erased.')).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Learners' }).getByRole('rowheader')).toHaveText([
    'Other, Person',
  ])
  expect(await reports()).toEqual(before)

  await goTo(page, `/cohorts/${cohortId}`)
  await expect(page.getByText('Erased person').first()).toBeVisible()
  await goTo(page, `/screenings/${screeningId}`)
  await page.getByRole('tab', { name: /Learners/ }).click()
  await expect(page.getByText('1 person was erased since')).toBeVisible()
  await goTo(page, `/learners/${learnerId}`)
  await expect(page.getByText('This record was erased on August 1, 2026', { exact: false })).toBeVisible()
})

test('records past their time are listed, and those chosen are erased after their number was typed', async ({
  page,
  api,
  program,
  expectAccessible,
}) => {
  for (const familyName of ['Alonso', 'Benítez', 'Castro']) await api.learners.create({ familyName })
  const longAgo = { createdAt: '2014-02-03T12:00:00.000Z' }
  await program.core.requireOpen().file.writer.updateTable('learners').set(longAgo).execute()
  await resultOf(api.backups.make({}))
  const later = new Date(program.core.settings.clock().getTime() + 5 * 60_000)
  Object.assign(program.core.settings, { clock: () => later })
  await goTo(page, '/program/keep')
  await expect(page.getByText('No record is past its time')).toBeVisible()
  await page.getByText('For some years after the last activity').click()
  await page.getByRole('textbox', { name: 'Years' }).fill('7')
  await page.getByRole('button', { name: 'Save' }).click()
  const list = page.getByRole('grid', { name: 'Records past their time' })
  await expect(list.getByRole('rowheader')).toHaveText(['Alonso', 'Benítez', 'Castro'])
  await expect(page.getByRole('radio', { name: 'May be erased (3)' })).toBeVisible()
  await expectAccessible(page)
  await list.getByRole('checkbox', { name: /Alonso/ }).click()
  await list.getByRole('checkbox', { name: /Castro/ }).click()
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase 2 people for good?' })
  await dialog.getByRole('textbox', { name: 'To go ahead, type the number of people: 2' }).fill('2')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText('2 people were erased.')).toBeVisible()
  await expect(list.getByRole('rowheader')).toHaveText(['Benítez'])

  await expect(page.getByText('still hold', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Delete them now…' }).click()
  await page.getByRole('button', { name: 'Make a backup and delete' }).click()
  await expect(page.getByText('A new one is there.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete them now…' })).toBeHidden()
  const { backups } = await api.backups.list({})
  expect(backups.map(({ madeAt }) => madeAt)).toEqual([later.toISOString()])
})
