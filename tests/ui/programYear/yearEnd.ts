import { completionOf } from '../../helpers/year/recount/recountCohorts.ts'
import { findingsOf } from '../../helpers/year/recount/recountFindings.ts'
import { gainsOf } from '../../helpers/year/recount/recountGains.ts'
import { expect } from '../fixture.ts'
import { headed, openScreen, type Desk } from './desk.ts'
import { countAnew } from './todayAgrees.ts'

const shown = (count: number) => count.toLocaleString('en-US')

/** The completion report over every cohort, and the export for the grant office. */
export async function reportAgrees(desk: Desk) {
  const { page, api, calendar, figures } = desk
  const { rows } = countAnew(desk)
  const { outOf, ...counts } = completionOf(rows.memberships, calendar.today)
  const { total } = await api.reports.completion({ asOf: calendar.today })
  expect(total).toMatchObject(counts)
  expect(total.completionRate).toMatchObject({ numerator: counts.completed, denominator: outOf })
  await openScreen(desk, 'Reports', '/reports/completion', async () => {
    await expect(page.getByText(`${counts.enrolled} people enrolled`)).toBeVisible()
  })
  const { enrolled, completed, withdrew, excluded, stillIn } = counts
  const percent = Math.floor((2000 * completed + outOf) / (2 * outOf)) / 10
  const main = page.getByRole('main')
  await expect(main).toContainText(
    `Enrolled${enrolled}=Completed${completed}+Withdrew${withdrew}+Excluded${excluded}+Still in${stillIn}`,
  )
  await expect(main).toContainText(`Completion ratenot final${percent.toFixed(1)}%`)
  figures.numbersCompared += 6
  await page.getByRole('button', { name: 'Export to Excel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export cohort completion' })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await download).suggestedFilename()).toContain(calendar.today)
  await expect(dialog).toBeHidden()
}

/** How many findings of each rule are open on the screen: those there are, without those known and fine. */
export async function dataCheckAgrees(desk: Desk, accepted: Readonly<Record<string, number>> = {}) {
  const { page, api, calendar, figures } = desk
  const { rows, of } = countAnew(desk)
  const found = findingsOf(rows, of, calendar.today)
  const overview = await api.dataChecks.overview({})
  const counts = Object.fromEntries(overview.map(({ rule, open }) => [rule, open]))
  for (const [rule, count] of Object.entries(found)) {
    expect(counts[rule], rule).toBe(count - (accepted[rule] ?? 0))
    figures.numbersCompared++
  }
  const rules = page.getByRole('navigation', { name: 'Rules' })
  await openScreen(desk, 'Data check', '/data-check', () => expect(rules).toBeVisible())
  const line = (name: string) => rules.getByRole('listitem').filter({ hasText: name })
  await expect(line('Active without hours for 90 days')).toContainText(shown(counts.activeWithoutService!))
  await expect(line('Completed without hours')).toContainText(shown(counts.completedWithoutHours!))
}

/** Says of the first finding of a rule that it is known and fine. */
export async function acceptFirst({ page }: Desk, name: string) {
  await page.getByRole('navigation', { name: 'Rules' }).getByRole('link', { name }).click()
  await page
    .getByRole('table', { name })
    .getByRole('button', { name: /^Known and fine/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Known and fine' })
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('The hours are in the old system.')
  await dialog.getByRole('button', { name: 'Mark as known and fine' }).click()
  await expect(dialog).toBeHidden()
}

/** Gains of the program year by area and entry level, and the identity of the federal table. */
export async function gainsAgree(desk: Desk, year: number) {
  const { page, api, calendar, figures } = desk
  const { rows, of, seen } = countAnew(desk)
  const expected = gainsOf(rows, of, seen, year, calendar.today)
  const { lines } = await api.gains.report({ programYear: year })
  const reported = new Map(
    lines
      .filter(({ kind }) => kind !== 'section')
      .map(({ kind, key, skillArea, preTested, postTested, gained, levelsGained }) => [
        `${skillArea} ${kind === 'total' ? 'total' : key}`,
        { preTested, postTested, gained, levelsGained },
      ]),
  )
  expect(reported).toEqual(expected)
  figures.numbersCompared += expected.size * 4
  await openScreen(desk, 'Gains', '/gains', headed(page, 'Gains'))
  await page.getByText('Reading', { exact: true }).first().click()
  const { preTested, gained } = expected.get('reading total')!
  await expect(page.getByRole('main')).toContainText(`${shown(gained)} of ${shown(preTested)}`)
}
