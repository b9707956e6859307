import type { WorkListId } from '../../../shared/rules/workLists.ts'
import type { WorkListRows } from '../../../shared/contract/workLists.ts'
import {
  hoursBetween,
  newestByArea,
  byLearner,
  type ByLearner,
} from '../../helpers/year/recount/recountTests.ts'
import { plainRows, type Rows } from '../../helpers/year/recount/plainRows.ts'
import { activeOf, learnersSeenBy } from '../../helpers/year/recount/recountPeople.ts'
import { workListsOf } from '../../helpers/year/recount/recountWorkLists.ts'
import { daysLater } from '../../helpers/year/recount/days.ts'
import { expect } from '../fixture.ts'
import { headed, openScreen, type Desk } from './desk.ts'

/** Everything that a recount begins with: the rows, and who is seen by the person at the desk. */
export interface Counted {
  rows: Rows
  of: ByLearner
  seen: ReadonlySet<number>
  active: number[]
  instructorId: number | null
}

export function countAnew({ core }: Desk): Counted {
  const rows = plainRows(core)
  const { id, roles } = core.caller!
  const instructorId = roles.length === 1 && roles[0] === 'instructor' ? id : null
  const seen = learnersSeenBy(rows, instructorId)
  return { rows, of: byLearner(rows), seen, active: activeOf(rows, seen), instructorId }
}

/** What a row of each list is about, as the recount writes it. */
const keyOf: { [List in WorkListId]: (row: WorkListRows[List]) => string } = {
  postTests: ({ learnerId, skillArea, state }) => `${learnerId} ${skillArea} ${state}`,
  neverTested: ({ learnerId }) => String(learnerId),
  absences: ({ learnerId, sectionId, count, since }) => `${learnerId} ${sectionId} ${count} ${since}`,
  exitNear: ({ learnerId, lastService }) => `${learnerId} ${lastService}`,
  screeningAsked: ({ learnerId, trackId }) => `${learnerId} ${trackId}`,
  lookAgain: ({ learnerId, trackId }) => `${learnerId} ${trackId}`,
  exams: ({ learnerId, warning }) => `${learnerId} ${warning.kind}`,
  outcomes: ({ cohortId, stillIn }) => `${cohortId} ${stillIn}`,
}

const nameOf: Readonly<Record<WorkListId, string>> = {
  postTests: 'Post-tests',
  neverTested: 'Not tested',
  absences: 'Absent',
  exitNear: 'Exit near',
  screeningAsked: 'To screen',
  lookAgain: 'Look again',
  exams: 'Exams',
  outcomes: 'Outcomes missing',
}

const rowsAtOnce = 2000

/** Every row of one list, as the person at the desk gets it. */
async function wholeList<List extends WorkListId>({ api }: Desk, list: List): Promise<WorkListRows[List][]> {
  const rows: WorkListRows[List][] = []
  for (;;) {
    const found = await api.today.workList({ list, offset: rows.length, limit: rowsAtOnce })
    rows.push(...(found.rows as WorkListRows[List][]))
    if (rows.length >= found.total) return rows
  }
}

const inOrder = (keys: readonly string[]) => [...keys].sort()

/** The hours that stand in the rows of the post-tests. */
async function hoursAgree(desk: Desk, { of }: Counted) {
  const { today } = desk.calendar
  const differing = (await wholeList(desk, 'postTests')).filter(({ learnerId, skillArea, hours }) => {
    const test = newestByArea(of.tests.get(learnerId) ?? [], today).find(
      (one) => one.skillArea === skillArea,
    )!
    return Math.abs(hoursBetween(of, learnerId, daysLater(test.testedOn, 1), today) - hours) > 0.011
  })
  expect(differing, 'hours since the last test').toEqual([])
}

/** Every work list of the person at the desk with its count on the first screen, against the rows of the file. */
export async function todayAgrees(desk: Desk): Promise<void> {
  const { page, api, calendar, figures } = desk
  const counted = countAnew(desk)
  const expected = workListsOf(counted.rows, counted.of, counted.instructorId, calendar.today)
  figures.rowsCompared += Object.values(expected).reduce((sum, { length }) => sum + length, 0)
  const { lists } = await api.today.counts({})
  for (const { list, count } of lists) {
    const keys = (await wholeList(desk, list)).map((row) => (keyOf[list] as (one: typeof row) => string)(row))
    expect(inOrder(keys), list).toEqual(inOrder(expected[list]))
    expect(count, list).toBe(expected[list].length)
  }
  await hoursAgree(desk, counted)

  await openScreen(desk, 'Today', '/today', headed(page, 'Today'))
  const tabs = page.getByRole('tablist', { name: 'To do' })
  if (lists.some(({ count }) => count > 0)) await expect(tabs).toBeVisible()
  for (const { list } of lists) {
    const count = expected[list].length
    const tab = tabs.getByRole('tab', { name: new RegExp(`^${nameOf[list]}`) })
    if (count === 0) await expect(tab).toHaveCount(0)
    else await expect(tab).toHaveText(new RegExp(`\\D${count.toLocaleString('en-US')}$`))
  }
  const active = counted.active.length.toLocaleString('en-US')
  await expect(page.getByRole('main')).toContainText(new RegExp(`Active learners\\D*${active}`))
  figures.listsCompared += lists.length
  figures.numbersCompared += lists.length + 1
}
