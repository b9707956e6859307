import { expect } from 'vitest'
import { readingEntry } from '../../helpers/testedLearners.ts'
import { type Probes, type SeenProgram } from './seenProgram.ts'

/** Learners and what is recorded of them. */
export function probesOfLearners(it: SeenProgram): Probes {
  const { expectOnlyOwn, refusalOf } = it

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
    periodFrom: '2026-01-01',
    periodTo: '2026-01-31',
    hours: 12,
  }

  return {
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
    'origins.of': async () => {
      await expectByLearner((subjectId) => it.api.origins.of({ subject: 'learner', subjectId }))
      const [own, other] = [await anyTestOf(it.former), await anyTestOf(it.others)]
      const ofTest = (subjectId: number) => it.api.origins.of({ subject: 'assessment', subjectId })
      expect(await it.asTina(() => ofTest(own))).toEqual(await ofTest(own))
      for (const id of [other, 999_999]) expect(await refusalOf(() => ofTest(id))).toBe('sight.notYours')
    },
    'waivers.list': () => expectByLearner((learnerId) => it.api.waivers.list({ learnerId })),
    'assessments.ofLearner': () =>
      expectByLearner((learnerId) => it.api.assessments.ofLearner({ learnerId })),
    'gains.ofLearner': () => expectByLearner((learnerId) => it.api.gains.ofLearner({ learnerId })),
    'assessments.attended': () => expectByLearner((learnerId) => it.api.assessments.attended({ learnerId })),
    'assessments.ofSection': async () => {
      expectOnlyOwn(await it.asTina(() => it.api.assessments.ofSection({ sectionId: it.running })))
      expect(await refusalOf(() => it.api.assessments.ofSection({ sectionId: it.ofOthers }))).toBe(
        'sight.notYours',
      )
    },
    'assessments.record': async () => {
      const record = (learnerIds: number[], sectionId: number | null) =>
        it.api.assessments.record({
          entries: learnerIds.map((id) => readingEntry(id, { earlyReason: 'The term ends.' })),
          sectionId,
        })
      expect(await refusalOf(() => record([it.mine, it.others], null))).toBe('sight.notYours')
      expect(await refusalOf(() => record([it.mine], it.ofOthers))).toBe('sight.notYours')
      expect(await it.asTina(() => record([it.mine], it.running))).toHaveLength(1)
    },
    'assessments.explainEarly': async () => {
      const [own, other] = [await anyTestOf(it.former), await anyTestOf(it.others)]
      const explain = (id: number) => it.api.assessments.explainEarly({ id, earlyReason: 'The term ended.' })
      expect(await refusalOf(() => explain(other))).toBe('sight.notYours')
      // Their first test, which waits for no hours: seen, and refused for that alone.
      expect(await refusalOf(() => explain(own))).toBe('assessments.notEarly')
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
        [it.former, it.others].map((learnerId) =>
          it.api.instructionHours.record({ learnerId, facts: hours }),
        ),
      )
      expect(await refusalOf(() => it.api.instructionHours.withdraw(other!))).toBe('sight.notYours')
      expect(await it.asTina(() => it.api.instructionHours.withdraw(own!))).toEqual({})
    },
  }
}
