import { displayName } from '../../../shared/values/names.ts'
import { newestByArea } from '../../helpers/year/recount/recountTests.ts'
import { expect } from '../fixture.ts'
import { headed, openScreen, type Desk } from './desk.ts'
import { countAnew } from './todayAgrees.ts'

/** One line of the roster of the fall classes. */
export interface RosterLine {
  studentId: string
  familyName: string
  givenName: string
  birthDate: string
  section: string
}

export const fallClasses = ['ESL-3A', 'ESL-4A', 'ESL-5A'] as const
const seatsOfEach = 20
const newPeople = 4

/**
 * Who takes the fall classes: mostly people tested late last year, a few who never were, and some who are new. The
 * records know the first two, so that the file names nobody wrongly.
 */
export function fallRoster(desk: Desk): RosterLine[] {
  const { rows, of, active } = countAnew(desk)
  const people = new Map(rows.learners.map((learner) => [learner.id, learner]))
  const lastTested = (id: number) => newestByArea(of.tests.get(id) ?? [], desk.calendar.today)
  const lately = active.filter((id) => {
    const tests = lastTested(id)
    return tests.length === 2 && tests.every(({ testedOn, score }) => testedOn > '2026-04-15' && score! < 225)
  })
  const untested = active.filter((id) => lastTested(id).length === 0)
  return fallClasses.flatMap((section, place) => {
    const returning = [
      ...untested.slice(place * 4, place * 4 + 4),
      ...lately.slice(place * seatsOfEach, place * seatsOfEach + seatsOfEach - 4 - newPeople),
    ].map((id) => {
      const { studentId, familyName, givenName, birthDate } = people.get(id)!
      return { studentId: studentId!, familyName, givenName, birthDate: birthDate!, section }
    })
    const fresh = Array.from({ length: newPeople }, (_, index) => ({
      studentId: `31000${place}${index}`,
      familyName: ['Zamora', 'Zegarra', 'Zelaya'][place]!,
      givenName: ['Alba', 'Bruno', 'Celia', 'Darío'][index]!,
      birthDate: `19${80 + place}-0${index + 1}-1${place}`,
      section,
    }))
    return [...returning, ...fresh]
  })
}

/** The coordinator adds somebody who came in. */
export async function addLearner({ page }: Desk) {
  await page.getByRole('link', { name: 'Learners', exact: true }).click()
  await page.getByRole('button', { name: 'Add learner' }).click()
  const dialog = page.getByRole('dialog', { name: 'New learner' })
  await dialog.getByRole('textbox', { name: 'Family name' }).fill('Zúñiga')
  await dialog.getByRole('textbox', { name: 'Given name' }).fill('Noemí')
  await dialog.getByRole('textbox', { name: 'Date of birth' }).fill('3/9/1991')
  await dialog.getByRole('button', { name: 'Save learner' }).click()
  await expect(page.getByText('The learner was added.')).toBeVisible()
}

/** The list of learners says how many there are, and finds one among them. */
export async function learnersAgree(desk: Desk) {
  const { page, figures } = desk
  const { seen } = countAnew(desk)
  await openScreen(desk, 'Learners', '/learners', headed(page, 'Learners'))
  const count = page.getByRole('status').filter({ hasText: 'learners' })
  await expect(count).toContainText(seen.size.toLocaleString('en-US'))
  figures.numbersCompared++
}

async function choose(page: Desk['page'], file: { name: string; text: string }) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const buffer = Buffer.from(file.text)
  await (await chooser).setFiles({ name: file.name, mimeType: 'text/csv', buffer })
  await expect(page.getByRole('heading', { name: file.name, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('heading', { name: 'Check the rows', level: 1 })).toBeVisible()
}

/** Brings a list in whose rows are all taken, so many of them new. */
export async function bringIn(desk: Desk, file: { name: string; text: string }, taken: number) {
  const { page } = desk
  await openScreen(desk, 'Files', '/files', headed(page, 'Files'))
  await choose(page, file)
  await expect(page.getByRole('radio', { name: 'Refused 0' })).toBeVisible()
  await page.getByRole('button', { name: `Apply ${taken} rows` }).click()
  await expect(page.getByRole('heading', { name: 'The file is in' })).toBeVisible()
}

export const rosterFile = (lines: readonly RosterLine[]) => ({
  name: 'fall-roster.csv',
  text: [
    'Student ID,Last Name,First Name,Birth Date,Section',
    ...lines.map((line) =>
      [line.studentId, line.familyName, line.givenName, line.birthDate, line.section].join(','),
    ),
  ].join('\n'),
})

/** An attendance list: one mark a row, mostly present, of so many students on so many days. */
export const attendanceFile = (
  code: string,
  studentIds: readonly string[],
  days: readonly string[],
): { name: string; text: string } => ({
  name: 'attendance.csv',
  text: [
    'Student ID,Class,Date,Attendance,Minutes',
    ...days.flatMap((day, meeting) =>
      studentIds.map((studentId, seat) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number]
        const mark = (seat + meeting * 5) % 17 === 0 ? 'absent' : 'present'
        return `${studentId},${code},${month}/${date}/${year},${mark},`
      }),
    ),
  ].join('\n'),
})

export interface SummaryLine {
  studentId: string
  name: string
  testedOn: string
  form: string
  score: number
  section: string
}

export const testSummaryFile = (lines: readonly SummaryLine[]) => ({
  name: 'test-summary.csv',
  text: [
    'Student Code,Student Name,Date,Form,Score,Is Accurate,Class Code,Class Description',
    ...lines.map(({ studentId, name, testedOn, form, score, section }) => {
      const [year, month, day] = testedOn.split('-') as [string, string, string]
      return `${studentId},${name},${month}/${day}/${year.slice(2)},${form},${score},Yes,${section},${section}`
    }),
  ].join('\n'),
})

/** As a test summary writes a name. */
export const firstAndLast = (person: { givenName: string; familyName: string }) =>
  displayName({ ...person, preferredName: null })

/** The coordinator names the instructor and the days of a class. */
export async function nameInstructor(desk: Desk, section: string, instructor: string) {
  const { page, api } = desk
  const { rows } = await api.sections.list({ text: section })
  await openScreen(desk, 'Class', `/classes/${rows[0]!.id}`, headed(page, section))
  await page.getByRole('button', { name: 'Edit class' }).click()
  const dialog = page.getByRole('dialog', { name: section })
  await dialog.getByRole('button', { name: /Instructor/ }).click()
  await page.getByRole('option', { name: instructor }).click()
  await dialog.getByRole('textbox', { name: 'First day' }).fill('8/24/2026')
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('5/28/2027')
  await dialog.getByRole('button', { name: 'Save class' }).click()
  await expect(dialog).toBeHidden()
}

/** Every class that runs says how many sit in it. */
export async function classesAgree(desk: Desk) {
  const { page, api, figures } = desk
  const { rows } = countAnew(desk)
  const listed = (await api.sections.list({ active: true, limit: 500 })).rows
  await openScreen(desk, 'Classes', '/classes', headed(page, 'Classes'))
  for (const { id, code, memberCount } of listed) {
    const seated = rows.seats.filter(
      ({ sectionId, endDate }) => sectionId === id && (endDate === null || endDate > desk.calendar.today),
    ).length
    expect(memberCount, code).toBe(seated)
    await expect(page.getByRole('row', { name: new RegExp(code) })).toContainText(String(seated))
    figures.numbersCompared++
  }
}
