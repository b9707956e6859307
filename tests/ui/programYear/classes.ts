import type { AttendanceMark } from '../../../shared/rules/attendance.ts'
import { daysLater } from '../../helpers/year/recount/days.ts'
import { hoursBetween, minutesOf } from '../../helpers/year/recount/recountTests.ts'
import { expect } from '../fixture.ts'
import { chooseReading } from '../assessing.ts'
import { headed, openScreen, type Desk } from './desk.ts'
import { countAnew } from './todayAgrees.ts'

export const meetingMinutes = 180

export async function sectionIdOf({ api }: Desk, code: string): Promise<number> {
  const { rows } = await api.sections.list({ text: code })
  return rows.find((row) => row.code === code)!.id
}

/** Mondays and Wednesdays from one day to another, both included. */
export function meetingDays(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = daysLater(day, 1))
    if ([1, 3].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day)
  return days
}

const rowOf = ({ page }: Desk, name: string) => page.getByRole('row').filter({ hasText: name })

/** Today's meeting on the grid of a class: everyone is marked present but those named. */
export async function markToday(desk: Desk, code: string, absent: readonly string[]) {
  const { page, figures } = desk
  const sectionId = await sectionIdOf(desk, code)
  const place = `/classes/${sectionId}/attendance`
  await openScreen(desk, 'Attendance', place, headed(page, `Attendance of ${code}`))
  await page.getByRole('button', { name: 'Add meeting' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Minutes' }).fill(String(meetingMinutes))
  await dialog.getByRole('button', { name: 'Add meeting' }).click()
  await page.getByRole('button', { name: 'Everyone else present' }).click()
  for (const name of absent) await rowOf(desk, name).getByRole('textbox').first().fill('a')
  await page.getByRole('button', { name: 'Save attendance' }).click()
  await expect(page.getByText('One meeting saved.')).toBeVisible()
  await attendanceAgrees(desk, sectionId)
  figures.meetings++
}

/** The hours of everyone in the month on the grid in sight. */
async function attendanceAgrees(desk: Desk, sectionId: number) {
  const { page, api, calendar, figures } = desk
  const month = calendar.today.slice(0, 7)
  const { rows } = countAnew(desk)
  const span = { from: `${month}-01`, to: `${month}-28` }
  const shown = await api.attendance.ofSection({ sectionId, ...span, to: calendar.today })
  for (const { learnerId, familyName, givenName, hours } of shown.rows) {
    const minutes = rows.marks
      .filter(
        (mark) =>
          mark.learnerId === learnerId && mark.sectionId === sectionId && mark.heldOn.startsWith(month),
      )
      .reduce((sum, mark) => sum + minutesOf(mark), 0)
    expect(hours, `hours of ${familyName}`).toBe(minutes / 60)
    const row = page
      .getByRole('row', { name: `${familyName}, ${givenName}` })
      .filter({ has: page.locator(`a[href="#/learners/${learnerId}"]`) })
    await expect(row).toContainText(String(minutes / 60))
    figures.numbersCompared++
  }
}

/** The other meetings of a class, as noted on the days between; named people stayed away from the last ones. */
export async function meetMeanwhile(
  { page, api, figures }: Desk,
  sectionId: number,
  days: readonly string[],
  { stayedAway, lastOf }: { stayedAway: readonly number[]; lastOf: number },
) {
  const { members } = await api.sections.get({ sectionId })
  const meetings = days.map((heldOn, place) => ({
    heldOn,
    minutes: meetingMinutes,
    marks: members.map(({ learnerId }, seat) => {
      const isAway = stayedAway.includes(learnerId) && place >= days.length - lastOf
      const mark: AttendanceMark = isAway || (seat + place * 7) % 23 === 0 ? 'absent' : 'present'
      return { learnerId, mark }
    }),
  }))
  await api.attendance.save({ sectionId, meetings })
  // The page knows nothing of calls that are not its own.
  await page.reload()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  figures.meetings += meetings.length
}

/** Reading scores of several people of a class, on one form each, typed into the grid of the class. */
export async function enterScores(
  desk: Desk,
  code: string,
  scores: readonly { studentId: string; form: string; score: number }[],
) {
  const { page } = desk
  const place = `/classes/${await sectionIdOf(desk, code)}/assessments`
  await openScreen(desk, 'Scores of a class', place, headed(page, `Scores of ${code}`))
  await chooseReading(page)
  for (const { studentId, form, score } of scores) {
    const cells = rowOf(desk, studentId).getByRole('textbox')
    await cells.nth(0).fill(form)
    await cells.nth(1).fill(String(score))
  }
  await page.getByRole('button', { name: 'Save scores' }).click()
  await expect(page.getByText(`${scores.length} tests recorded.`)).toBeVisible()
}

/** Records the test of the first row of a work list that bears this name, in its place. */
export async function recordInRow(desk: Desk, list: RegExp, learner: string, score: number) {
  const { page } = desk
  await openScreen(desk, 'Today', '/today', headed(page, 'Today'))
  await page.getByRole('tab', { name: list }).click()
  await expect(page.getByRole('button', { name: /^Record test/ }).first()).toBeVisible()
  const more = page.getByRole('button', { name: /^Show .* more/ })
  if (await more.isVisible()) await more.click()
  await page
    .getByRole('button', { name: `Record test: ${learner}` })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const form = dialog.getByRole('textbox', { name: 'Form' })
  if ((await form.inputValue()) === '') {
    await chooseReading(page)
    await form.fill('625R')
  }
  await dialog.getByRole('textbox', { name: 'Scale score' }).fill(String(score))
  await dialog.getByRole('button', { name: 'Record test' }).click()
  await expect(dialog).toBeHidden()
}

/** The learner's own page: the hours of the program year. */
export async function learnerAgrees(desk: Desk, learnerId: number) {
  const { page, calendar, figures } = desk
  const { rows, of } = countAnew(desk)
  const year = Number(calendar.today.slice(0, 4)) + (calendar.today.slice(5) >= '07-01' ? 1 : 0)
  const hours = hoursBetween(of, learnerId, `${year - 1}-07-01`, `${year}-06-30`)
  const { givenName } = rows.learners.find(({ id }) => id === learnerId)!
  await openScreen(desk, 'Learner', `/learners/${learnerId}`, headed(page, new RegExp(givenName)))
  await expect(page.getByRole('main')).toContainText(`${hours} hours`)
  figures.numbersCompared++
}

/** Calls the first learner of a work list, and notes how it went. */
export async function noteContact(desk: Desk, list: RegExp) {
  const { page } = desk
  await openScreen(desk, 'Today', '/today', headed(page, 'Today'))
  await page.getByRole('tab', { name: list }).click()
  await page
    .getByRole('button', { name: /^Note contact: / })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /^Contact with/ })
  await dialog.getByRole('radio', { name: 'Left a message' }).click({ force: true })
  await dialog.getByRole('button', { name: 'Save contact' }).click()
  await expect(dialog).toBeHidden()
}
