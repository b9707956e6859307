import { staff } from '../helpers/year/pastYear.ts'
import { expect, test } from './fixture.ts'
import {
  enterScores,
  learnerAgrees,
  markToday,
  meetingDays,
  meetMeanwhile,
  noteContact,
  recordInRow,
  sectionIdOf,
} from './programYear/classes.ts'
import { beginDay, type Desk, type YearFigures } from './programYear/desk.ts'
import {
  addLearner,
  attendanceFile,
  bringIn,
  classesAgree,
  fallRoster,
  firstAndLast,
  learnersAgree,
  nameInstructor,
  rosterFile,
  testSummaryFile,
  type RosterLine,
} from './programYear/intake.ts'
import { countAnew, todayAgrees } from './programYear/todayAgrees.ts'
import {
  formCohort,
  recordAttempt,
  recordOutcomes,
  screenForNurseAssistant,
  startEverybody,
} from './programYear/training.ts'
import { acceptFirst, dataCheckAgrees, gainsAgree, reportAgrees } from './programYear/yearEnd.ts'

test.use({ startWith: 'pastYear', today: '2026-07-01', signIn: false, actionTimeout: 30_000 })

const nobodyAway = { stayedAway: [], lastOf: 0 }
const cohort = 'NA-27'

test('a program year of daily work, every list and number counted anew after each step', async ({
  page,
  program,
  calendar,
}) => {
  test.setTimeout(300_000)
  const { core, api } = program
  const figures: YearFigures = {
    ...{ learners: 0, meetings: 0, marks: 0, tests: 0, listsCompared: 0, rowsCompared: 0 },
    numbersCompared: 0,
    slowest: { screen: '', milliseconds: 0 },
  }
  const desk: Desk = { page, core, api, calendar, figures }
  let roster: RosterLine[] = []
  const fresh = (code: string) =>
    roster.filter(({ section, studentId }) => section === code && studentId.startsWith('31'))
  const membersOf = async (code: string) =>
    (await api.sections.get({ sectionId: await sectionIdOf(desk, code) })).members

  await test.step('1 July: the coordinator adds somebody', async () => {
    await beginDay(desk, '2026-07-01', 'coordinator')
    await todayAgrees(desk)
    await learnersAgree(desk)
    await addLearner(desk)
    await todayAgrees(desk)
    await learnersAgree(desk)
  })

  await test.step('10 August: a roster comes in, and the classes get their instructors', async () => {
    await beginDay(desk, '2026-08-10', 'coordinator')
    await noteContact(desk, /^Exit near/)
    await todayAgrees(desk)
    roster = fallRoster(desk)
    await bringIn(desk, rosterFile(roster), roster.length)
    await nameInstructor(desk, 'ESL-3A', staff.marta.name)
    await nameInstructor(desk, 'ESL-4A', staff.marta.name)
    await nameInstructor(desk, 'ESL-5A', staff.hannah.name)
    await classesAgree(desk)
    await todayAgrees(desk)
  })

  await test.step('31 August: attendance and pre-tests of a class', async () => {
    await beginDay(desk, '2026-08-31', 'marta')
    await todayAgrees(desk)
    await markToday(desk, 'ESL-3A', ['Zamora, Bruno'])
    const scores = fresh('ESL-3A').map(({ studentId }, place) => ({
      studentId,
      form: '623R',
      score: 205 + place,
    }))
    await enterScores(desk, 'ESL-3A', scores)
    await recordInRow(desk, /^Not tested/, 'Zegarra, Alba', 214)
    await todayAgrees(desk)
  })

  await test.step('14 October: two stayed away three times', async () => {
    await beginDay(desk, '2026-10-14', 'marta')
    const away = (await membersOf('ESL-3A')).filter(({ familyName }) => familyName === 'Zamora').slice(0, 2)
    const stayedAway = away.map(({ learnerId }) => learnerId)
    const days = meetingDays('2026-09-02', '2026-10-12')
    await meetMeanwhile(desk, await sectionIdOf(desk, 'ESL-3A'), days, { stayedAway, lastOf: 2 })
    await meetMeanwhile(desk, await sectionIdOf(desk, 'ESL-4A'), days, nobodyAway)
    await markToday(desk, 'ESL-3A', ['Zamora, Alba', 'Zamora, Bruno'])
    await todayAgrees(desk)
    await learnerAgrees(desk, stayedAway[0]!)
    await noteContact(desk, /^Absent/)
    await todayAgrees(desk)
  })

  await test.step('9 December: post-tests in the list and on the grid', async () => {
    await beginDay(desk, '2026-12-09', 'marta')
    for (const code of ['ESL-3A', 'ESL-4A'])
      await meetMeanwhile(
        desk,
        await sectionIdOf(desk, code),
        meetingDays('2026-10-19', '2026-12-07'),
        nobodyAway,
      )
    await todayAgrees(desk)
    await recordInRow(desk, /^Post-tests/, 'Zamora, Celia', 219)
    await todayAgrees(desk)
    const people = roster.filter(
      ({ section, studentId }) => section === 'ESL-4A' && !studentId.startsWith('31'),
    )
    const scores = people
      .slice(4, 10)
      .map(({ studentId }, place) => ({ studentId, form: '629R', score: 218 + place }))
    await enterScores(desk, 'ESL-4A', scores)
    await todayAgrees(desk)
    await gainsAgree(desk, 2027)
  })

  await test.step('14 December: attendance and a test summary come in as files', async () => {
    await beginDay(desk, '2026-12-14', 'coordinator')
    const people = roster.filter(({ section }) => section === 'ESL-5A')
    const studentIds = people.map(({ studentId }) => studentId)
    const days = meetingDays('2026-09-02', '2026-12-07')
    await bringIn(desk, attendanceFile('ESL-5A', studentIds, days), studentIds.length * days.length)
    await todayAgrees(desk)
    const lines = people.map((person, place) => ({
      ...{ studentId: person.studentId, name: firstAndLast(person), section: 'ESL-5A' },
      ...{ testedOn: '2026-12-10', form: place % 2 === 0 ? '627R' : '628L', score: 212 + place },
    }))
    await bringIn(desk, testSummaryFile(lines), lines.length)
    await todayAgrees(desk)
  })

  await test.step('15 January: the director screens, decides and forms a cohort', async () => {
    await beginDay(desk, '2027-01-15', 'director')
    await todayAgrees(desk)
    await screenForNurseAssistant(desk, '2027-02-01')
    await formCohort(desk, cohort, 4)
    await todayAgrees(desk)
  })

  await test.step('3 May: outcomes, attempts and retakes', async () => {
    await beginDay(desk, '2027-02-01', 'director')
    await startEverybody(desk, cohort)
    await todayAgrees(desk)
    await beginDay(desk, '2027-05-03', 'director')
    await todayAgrees(desk)
    await recordOutcomes(desk, cohort, 4)
    await todayAgrees(desk)
    await beginDay(desk, '2027-06-07', 'director')
    await recordAttempt(desk, cohort, { member: 1, part: 'Knowledge 1', on: '5/10/2027', result: 'Fail' })
    await recordAttempt(desk, cohort, { member: 1, part: 'Knowledge 2', on: '5/24/2027', result: 'Fail' })
    await recordAttempt(desk, cohort, { member: 2, part: 'Knowledge 1', on: '5/10/2027', result: 'Pass' })
    await todayAgrees(desk)
    await recordAttempt(desk, cohort, { member: 1, part: 'Knowledge 3', on: '6/7/2027', result: 'Pass' })
    await todayAgrees(desk)
  })

  await test.step('28 June: reports go out, and the data check is worked down', async () => {
    await beginDay(desk, '2027-06-28', 'registrar')
    await reportAgrees(desk)
    await dataCheckAgrees(desk)
    await acceptFirst(desk, 'Completed without hours')
    await dataCheckAgrees(desk, { completedWithoutHours: 1 })
    await todayAgrees(desk)
  })

  await test.step('30 June: the gains of the year', async () => {
    await beginDay(desk, '2027-06-30', 'director')
    await gainsAgree(desk, 2027)
    await todayAgrees(desk)
    await learnersAgree(desk)
    const { rows } = countAnew(desk)
    Object.assign(figures, {
      learners: rows.learners.length,
      marks: rows.marks.length,
      tests: rows.tests.length,
    })
  })

  console.log('The program year in figures:', figures)
  expect(figures.listsCompared).toBeGreaterThan(100)
})
