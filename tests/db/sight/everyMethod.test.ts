import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { methods } from '../../../shared/contract/methods.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'
import { holdsNoLearnerData } from './holdsNoLearnerData.ts'
import { learnersIn, seenProgram, type SeenProgram } from './seenProgram.ts'

let it: SeenProgram
beforeAll(async () => {
  it = await seenProgram()
}, 30_000)
afterAll(() => it.dispose())

const refusalOf = async (work: () => Promise<unknown>) => (await failureOf(it.asTina(work))).code

/** Nobody but the own learners stands in the answer, and somebody does. */
function expectOnlyOwn(answer: unknown) {
  const found = learnersIn(answer)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((id) => !it.own.has(id))).toEqual([])
}

/** One learner's records: the own ones whole, former ones too; anybody else's as if they were not there. */
async function expectByLearner<Answer>(ask: (learnerId: number) => Promise<Answer>) {
  for (const id of [it.mine, it.former]) expect(await it.asTina(() => ask(id))).toEqual(await ask(id))
  for (const id of [it.others, it.mistaken, 999_999])
    expect(await refusalOf(() => ask(id)), String(id)).toBe('sight.notYours')
}

const anyTestOf = async (learnerId: number) =>
  (await it.db.selectFrom('assessments').select('id').where('learnerId', '=', learnerId).execute())[0]!.id
const hours = {
  component: 'vesl',
  periodFrom: '2026-07-01',
  periodTo: '2026-07-10',
  hours: 12,
}

/** What proves that a method keeps to the classes of the caller. */
const probes: Record<string, () => Promise<void>> = {
  'today.overview': async () => {
    const seen = await it.asTina(() => it.api.today.overview({}))
    const active = it.learners.filter(({ id, status }) => it.own.has(id) && status === 'active')
    expect(seen.learners.active).toBe(active.length)
    const shown = [...seen.running, ...seen.upcoming, ...seen.withoutOutcomes].map(({ cohortId }) => cohortId)
    expect(shown.filter((id) => !it.ownCohorts.includes(id))).toEqual([])
    expect(learnersIn(seen.warnings).filter((id) => !it.own.has(id))).toEqual([])
    expect(seen.waitlists.map(({ waiting }) => waiting)).toEqual([2])
  },

  'learners.list': async () => {
    const seen = await it.asTina(() => it.api.learners.list({ limit: 500 }))
    expect(seen.total).toBe(it.own.size)
    expectOnlyOwn(seen.rows)
    for (const by of ['studentId', 'section', 'level', 'lastTestedOn'] as const) {
      const sorted = await it.asTina(() => it.api.learners.list({ sort: { by }, limit: 500 }))
      expect(sorted.rows.length).toBe(it.own.size)
    }
    const elsewhere = await it.asTina(() => it.api.learners.list({ sectionId: it.ofOthers }))
    expect(elsewhere).toMatchObject({ total: 0, rows: [] })
  },
  'learners.matching': async () => {
    const { learnerIds } = await it.asTina(() => it.api.learners.matching({}))
    expect(new Set(learnerIds)).toEqual(it.own)
  },
  'learners.search': async () => {
    for (const { id, studentId } of it.learners.filter(({ id }) => [it.mine, it.others].includes(id))) {
      const found = await it.asTina(() => it.api.learners.search({ text: studentId! }))
      expect(found.map((one) => one.id)).toEqual(id === it.mine ? [it.mine] : [])
    }
    expectOnlyOwn(await it.asTina(() => it.api.learners.search({ text: 'a', limit: 50 })))
  },
  'learners.get': () => expectByLearner((learnerId) => it.api.learners.get({ learnerId })),
  'learners.timeline': () => expectByLearner((learnerId) => it.api.learners.timeline({ learnerId })),
  'waivers.list': () => expectByLearner((learnerId) => it.api.waivers.list({ learnerId })),
  'assessments.ofLearner': () => expectByLearner((learnerId) => it.api.assessments.ofLearner({ learnerId })),

  'assessments.ofSection': async () => {
    expectOnlyOwn(await it.asTina(() => it.api.assessments.ofSection({ sectionId: it.running })))
    expect(await refusalOf(() => it.api.assessments.ofSection({ sectionId: it.ofOthers }))).toBe(
      'sight.notYours',
    )
  },
  'assessments.record': async () => {
    const record = (learnerIds: number[], sectionId: number | null) =>
      it.api.assessments.record({ entries: learnerIds.map((id) => readingEntry(id)), sectionId })
    expect(await refusalOf(() => record([it.mine, it.others], null))).toBe('sight.notYours')
    expect(await refusalOf(() => record([it.mine], it.ofOthers))).toBe('sight.notYours')
    expect(await it.asTina(() => record([it.mine], it.running))).toHaveLength(1)
  },
  'assessments.void': async () => {
    const [own, other] = [await anyTestOf(it.former), await anyTestOf(it.others)]
    const reason = 'The wrong person was tested.'
    expect(await refusalOf(() => it.api.assessments.void({ id: other, reason }))).toBe('sight.notYours')
    expect((await it.asTina(() => it.api.assessments.void({ id: own, reason }))).voidedAt).not.toBeNull()
    await it.api.assessments.restore({ id: own })
  },
  'assessments.restore': async () => {
    const [own, other] = [await anyTestOf(it.former), await anyTestOf(it.others)]
    for (const id of [own, other]) await it.api.assessments.void({ id, reason: 'The wrong day.' })
    expect(await refusalOf(() => it.api.assessments.restore({ id: other }))).toBe('sight.notYours')
    expect((await it.asTina(() => it.api.assessments.restore({ id: own }))).voidedAt).toBeNull()
    await it.api.assessments.restore({ id: other })
  },

  'sections.list': async () => {
    const { rows } = await it.asTina(() => it.api.sections.list({}))
    expect(rows.map(({ id }) => id).toSorted()).toEqual([it.running, it.over].toSorted())
  },
  'sections.get': async () => {
    for (const sectionId of [it.running, it.over]) {
      const ask = () => it.api.sections.get({ sectionId })
      expect(await it.asTina(ask)).toEqual(await ask())
    }
    expect(await refusalOf(() => it.api.sections.get({ sectionId: it.ofOthers }))).toBe('sight.notYours')
  },
  'sections.addMembers': async () => {
    const add = (sectionId: number, learnerIds: number[]) =>
      it.api.sections.addMembers({ sectionId, learnerIds })
    // Otherwise whoever adds somebody to the own class would see anybody.
    expect(await refusalOf(() => add(it.running, [it.others]))).toBe('sight.notYours')
    expect(await refusalOf(() => add(it.ofOthers, [it.mine]))).toBe('sight.notYours')
    expect(await it.asTina(() => add(it.running, [it.former]))).toEqual({ added: [it.former] })
  },
  'sections.removeMembers': async () => {
    const remove = (sectionId: number, learnerIds: number[]) =>
      it.api.sections.removeMembers({ sectionId, learnerIds })
    expect(await refusalOf(() => remove(it.ofOthers, [it.others]))).toBe('sight.notYours')
    expect(
      (await it.api.sections.get({ sectionId: it.ofOthers })).members.map((one) => one.learnerId),
    ).toContain(it.others)
    expect(await it.asTina(() => remove(it.running, [it.mine]))).toEqual({ removed: [it.mine] })
    await it.asTina(() => it.api.sections.addMembers({ sectionId: it.running, learnerIds: [it.mine] }))
  },

  'instructionHours.record': async () => {
    const record = (learnerId: number, of: { sectionId?: number; cohortId?: number }) =>
      it.api.instructionHours.record({ learnerId, facts: { ...hours, ...of } })
    const cohortOfOthers = it.allCohorts.find((id) => !it.ownCohorts.includes(id))
    expect(await refusalOf(() => record(it.others, {}))).toBe('sight.notYours')
    expect(await refusalOf(() => record(it.mine, { sectionId: it.ofOthers }))).toBe('sight.notYours')
    expect(await refusalOf(() => record(it.mine, { cohortId: cohortOfOthers ?? 999_999 }))).toBe(
      'sight.notYours',
    )
    expect(await it.asTina(() => record(it.mine, { sectionId: it.running }))).toHaveProperty('hoursId')
  },
  'instructionHours.withdraw': async () => {
    const [own, other] = await Promise.all(
      [it.former, it.others].map((learnerId) => it.api.instructionHours.record({ learnerId, facts: hours })),
    )
    expect(await refusalOf(() => it.api.instructionHours.withdraw(other!))).toBe('sight.notYours')
    expect(await it.asTina(() => it.api.instructionHours.withdraw(own!))).toEqual({})
  },

  'attendance.ofSection': async () => {
    const ask = (sectionId: number) =>
      it.api.attendance.ofSection({ sectionId, from: '2026-06-01', to: '2026-08-01' })
    expectOnlyOwn((await it.asTina(() => ask(it.running))).rows)
    expect(learnersIn((await ask(it.running)).rows)).toContain(it.mistaken)
    expect(await refusalOf(() => ask(it.ofOthers))).toBe('sight.notYours')
  },
  'attendance.save': async () => {
    const save = (sectionId: number, learnerId: number) =>
      it.api.attendance.save({
        sectionId,
        meetings: [{ heldOn: '2026-07-15', minutes: 90, marks: [{ learnerId, mark: 'present' }] }],
      })
    expect(await refusalOf(() => save(it.ofOthers, it.others))).toBe('sight.notYours')
    expect(await refusalOf(() => save(it.running, it.mistaken))).toBe('sight.notYours')
    expect(await it.asTina(() => save(it.running, it.mine))).toEqual({ meetings: 1, marks: 1 })
  },
  'attendance.removeMeeting': async () => {
    const meetingIn = async (sectionId: number) => {
      await it.api.attendance.save({
        sectionId,
        meetings: [{ heldOn: '2026-07-16', minutes: 90, marks: [] }],
      })
      const days = { from: '2026-07-16', to: '2026-07-16' }
      const { meetings } = await it.api.attendance.ofSection({ sectionId, ...days })
      return { meetingId: meetings[0]!.id }
    }
    const [own, other] = [await meetingIn(it.running), await meetingIn(it.ofOthers)]
    expect(await refusalOf(() => it.api.attendance.removeMeeting(other))).toBe('sight.notYours')
    expect(await it.asTina(() => it.api.attendance.removeMeeting(own))).toEqual({})
  },

  'cohorts.list': async () => {
    const seen = await it.asTina(() => it.api.cohorts.list({ limit: 100 }))
    expect(seen.rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(it.ownCohorts)
    for (const { id, members, seatsLeft } of seen.rows) {
      const own = it.cohortMembers.filter(
        ({ cohortId, learnerId }) => cohortId === id && it.own.has(learnerId),
      )
      expect({ members, seatsLeft }).toEqual({ members: own.length, seatsLeft: null })
    }
  },
  'cohorts.get': async () => {
    for (const cohortId of it.ownCohorts)
      expectOnlyOwn((await it.asTina(() => it.api.cohorts.get({ cohortId }))).memberRows)
    const emptyOfOwn = await it.db
      .insertInto('cohorts')
      .values({
        ...{ code: 'ELSEWHERE', trackId: it.track.id, site: 'North', startDate: '2026-07-01' },
        ...{ endDate: '2026-09-01', createdAt: it.core.now(), updatedAt: it.core.now() },
      })
      .returning('id as cohortId')
      .executeTakeFirstOrThrow()
    expect(await refusalOf(() => it.api.cohorts.get(emptyOfOwn))).toBe('sight.notYours')
    await it.api.cohorts.remove(emptyOfOwn)
  },
  'cohorts.compare': async () => {
    const seen = await it.asTina(() => it.api.cohorts.compare({ cohortIds: it.allCohorts }))
    expect(seen.cohorts.map(({ id }) => id)).toEqual(it.ownCohorts)
    const counted = seen.cohorts.map(({ members }) => members).reduce((sum, one) => sum + one, 0)
    expect(counted).toBe(it.cohortMembers.filter(({ learnerId }) => it.own.has(learnerId)).length)
  },
  'attempts.grid': async () => {
    for (const cohortId of it.ownCohorts)
      expectOnlyOwn((await it.asTina(() => it.api.attempts.grid({ cohortId }))).rows)
  },

  'reports.completion': async () => {
    const { total } = await it.asTina(() => it.api.reports.completion({}))
    const own = it.cohortMembers.filter(({ learnerId }) => it.own.has(learnerId))
    const all = await it.api.reports.completion({})
    expect(total.enrolled).toBe(own.length)
    expect(all.total.enrolled).toBe(it.cohortMembers.length)
  },
  'reports.certification': async () => {
    const seen = await it.asTina(() => it.api.reports.certification({}))
    const all = await it.api.reports.certification({})
    const people = (report: typeof all) => report.scope.people
    const own = it.cohortMembers.filter(({ learnerId }) => it.own.has(learnerId))
    expect(people(seen)).toBe(new Set(own.map(({ learnerId }) => learnerId)).size)
    expect(people(seen)).toBeLessThan(people(all) as number)
  },

  'tracks.list': async () => {
    const seen = await it.asTina(() => it.api.tracks.list({}))
    expect(seen.find(({ id }) => id === it.track.id)!.waiting).toBe(2)
    expect((await it.api.tracks.list({})).find(({ id }) => id === it.track.id)!.waiting).toBe(4)
  },
  'waitlist.list': async () => {
    const seen = await it.asTina(() => it.api.waitlist.list({ trackId: it.track.id, limit: 10 }))
    expect(seen.total).toBe(2)
    // Their true places: two people out of sight stand before them.
    expect(seen.rows.map(({ learnerId, position }) => [learnerId, position])).toEqual([
      [it.mine, 3],
      [it.former, 4],
    ])
  },

  'screenings.list': async () => {
    const seen = await it.asTina(() => it.api.screenings.list({ limit: 10 }))
    expect(seen.total).toBe(1)
    expect(seen.rows[0]).toMatchObject({ id: it.screeningId, counts: { total: it.own.size } })
    expectOnlyOwn(seen.rows)
  },
  'screenings.get': async () => {
    const ask = () => it.api.screenings.get({ id: it.screeningId })
    const seen = await it.asTina(ask)
    expectOnlyOwn(seen)
    expect(seen.counts.total).toBe(it.own.size)
    expect((await ask()).counts.total).toBe(it.own.size + 1)
    expect(seen.decisions.invite).toBe(1)
    const { rows } = await it.asTina(() =>
      it.api.screenings.results({ screeningId: it.screeningId, limit: 500 }),
    )
    for (const { key, notMet, unknown } of seen.reasons) {
      const having = (state: string) =>
        rows.filter(({ answers }) => answers.some((answer) => answer.key === key && answer.state === state))
      expect({ notMet, unknown }).toEqual({
        notMet: having('notMet').length,
        unknown: having('unknown').length,
      })
    }
    expect(await refusalOf(() => it.api.screenings.get({ id: it.screeningElsewhere }))).toBe('sight.notYours')
  },
  'screenings.results': async () => {
    const ask = (screeningId: number) => it.api.screenings.results({ screeningId, limit: 500 })
    const seen = await it.asTina(() => ask(it.screeningId))
    expect(seen.total).toBe(it.own.size)
    expectOnlyOwn(seen.rows)
    expect(await refusalOf(() => ask(it.screeningElsewhere))).toBe('sight.notYours')
  },
  'screenings.result': async () => {
    const ask = (learnerId: number) => it.api.screenings.result({ screeningId: it.screeningId, learnerId })
    expect(await it.asTina(() => ask(it.mine))).toEqual(await ask(it.mine))
    expect(await refusalOf(() => ask(it.others))).toBe('sight.notYours')
  },
  'screenings.invited': async () => {
    const ask = () => it.api.screenings.invited({ screeningId: it.screeningId })
    expect((await it.asTina(ask)).map(({ learnerId }) => learnerId)).toEqual([it.mine])
    expect(await ask()).toHaveLength(2)
  },
}

describe('each method keeps to the classes of an instructor', () => {
  test.each(Object.entries(probes))('%s', (_, prove) => prove())
})

test('every method that an instructor may call is proved to, or holds nothing about learners', () => {
  const callable = methods
    .filter(({ meta }) => typeof meta.mayCall === 'string' || meta.mayCall.includes('instructor'))
    .map(({ name }) => name)
  expect([...Object.keys(probes), ...Object.keys(holdsNoLearnerData)].toSorted()).toEqual(callable.toSorted())
})
