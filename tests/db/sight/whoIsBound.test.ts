import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../../shared/values/vocabulary.ts'
import { reachesOwnClassesOnly } from '../../../shared/rules/sight.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'
import { seenProgram, type SeenProgram } from './seenProgram.ts'

let it: SeenProgram
beforeAll(async () => {
  it = await seenProgram()
}, 30_000)
afterAll(() => it.dispose())

const everybody = () => it.api.learners.list({}).then(({ total }) => total)
const recordForOthers = () =>
  it.api.assessments.record({
    entries: [readingEntry(it.others, { sameFormReason: 'Asked for.' })],
    sectionId: null,
  })

test.each(roles.filter((role) => role !== 'instructor'))(
  'an instructor who is also %s reads everything',
  async (role) => {
    expect(await it.asTina(everybody, ['instructor', role])).toBe(it.learners.length)
  },
)

test('what another role only lets one read, an instructor still records for the own classes alone', async () => {
  for (const role of ['viewer', 'staff', 'administrator'] as const) {
    const failure = await failureOf(it.asTina(recordForOthers, ['instructor', role]))
    expect(failure.code, role).toBe('sight.notYours')
  }
  expect(await it.asTina(recordForOthers, ['instructor', 'coordinator'])).toHaveLength(1)
})

test('the switch lets instructors see everybody, and takes it back', async () => {
  expect(await it.asTina(everybody)).toBe(it.own.size)
  await it.api.program.changeSettings({ instructorScope: 'allLearners' })
  expect(await it.asTina(everybody)).toBe(it.learners.length)
  expect((await it.asTina(() => it.api.learners.get({ learnerId: it.others }))).id).toBe(it.others)
  await it.api.program.changeSettings({ instructorScope: 'ownClasses' })
  expect(await it.asTina(everybody)).toBe(it.own.size)
})

test('the answer is the same for somebody else’s learner and for nobody', async () => {
  const said = async (learnerId: number) => failureOf(it.asTina(() => it.api.learners.get({ learnerId })))
  expect(await said(it.others)).toEqual(await said(999_999))
})

test('an instructor without a class sees nobody, and each list says so plainly', async () => {
  const hand = (instructorAccountId: number | null) =>
    it.db
      .updateTable('sections')
      .set({ instructorAccountId })
      .where('id', 'in', [it.running, it.over])
      .execute()
  await hand(null)
  expect(await it.asTina(everybody)).toBe(0)
  expect(await it.asTina(() => it.api.sections.list({}))).toEqual({ total: 0, rows: [] })
  expect(await it.asTina(() => it.api.cohorts.list({}))).toMatchObject({ total: 0, rows: [], sites: [] })
  expect(await it.asTina(() => it.api.screenings.list({}))).toEqual({ total: 0, rows: [] })
  const overview = await it.asTina(() => it.api.today.overview({}))
  expect(overview).toMatchObject({ learners: { active: 0, neverTested: 0 }, running: [], waitlists: [] })
  const { total } = await it.asTina(() => it.api.reports.completion({}))
  expect(total.enrolled).toBe(0)
  await hand(it.tina.id)
})

test('only the role of instructor binds, and only while the program says so', () => {
  expect(reachesOwnClassesOnly(['instructor'], null, 'ownClasses')).toBe(true)
  expect(reachesOwnClassesOnly(['instructor'], null, 'allLearners')).toBe(false)
  expect(reachesOwnClassesOnly(['viewer', 'instructor'], null, 'ownClasses')).toBe(false)
  expect(reachesOwnClassesOnly(['viewer', 'instructor'], ['instructor'], 'ownClasses')).toBe(true)
  expect(reachesOwnClassesOnly(['staff'], ['instructor'], 'ownClasses')).toBe(false)
})
