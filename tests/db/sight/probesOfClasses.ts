import { expect } from 'vitest'
import { dataCheckIds } from '../../../shared/rules/dataChecks/rules.ts'
import { workListIds, workListsOf } from '../../../shared/rules/workLists.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { learnersIn, type Probes, type SeenProgram } from './seenProgram.ts'

/** Classes, their attendance, and what waits today. */
export function probesOfClasses(it: SeenProgram): Probes {
  const { expectOnlyOwn, refusalOf } = it

  /** The data check finds an own learner and somebody else's. */
  const twoMistakes = () =>
    it.db
      .updateTable('learners')
      .set({ status: 'active', birthDate: null })
      .where('id', 'in', [it.mine, it.others])
      .execute()

  return {
    'today.overview': async () => {
      const seen = await it.asTina(() => it.api.today.overview({}))
      const active = it.learners.filter(({ id, status }) => it.own.has(id) && status === 'active')
      expect(seen.learners.active).toBe(active.length)
      const shown = [...seen.running, ...seen.upcoming].map(({ cohortId }) => cohortId)
      expect(shown.filter((id) => !it.ownCohorts.includes(id))).toEqual([])
      expect(seen.waitlists.map(({ waiting }) => waiting)).toEqual([2])
    },
    'today.counts': async () => {
      const counts = async () =>
        new Map((await it.api.today.counts({})).lists.map((one) => [one.list, one.count]))
      const [seen, all] = [await it.asTina(counts), await counts()]
      expect([...seen.keys()]).toEqual(workListsOf(['instructor']))
      for (const list of seen.keys()) {
        const { total } = await it.asTina(() => it.api.today.workList({ list }))
        expect(seen.get(list), list).toBe(total)
        expect(seen.get(list)!, list).toBeLessThanOrEqual(all.get(list)!)
      }
    },
    'today.workList': async () => {
      for (const list of workListIds) {
        const all = await it.api.today.workList({ list, limit: 2000 })
        for (const of of ['everybody', 'ownClasses', it.running] as const) {
          const seen = await it.asTina(() => it.api.today.workList({ list, of, limit: 2000 }))
          expect(
            learnersIn(seen).filter((id) => !it.own.has(id)),
            list,
          ).toEqual([])
          expect(seen.total, list).toBeLessThanOrEqual(all.total)
        }
        const cohorts = await it.asTina(() => it.api.today.workList({ list: 'outcomes', limit: 2000 }))
        const ids = cohorts.rows.map((row) => ('code' in row ? row.cohortId : 0))
        expect(ids.filter((id) => !it.ownCohorts.includes(id))).toEqual([])
      }
      const asked = async () => (await it.api.today.workList({ list: 'screeningAsked' })).total
      expect(await it.asTina(asked)).toBeGreaterThan(0)
      expect(await it.asTina(asked)).toBeLessThan(await asked())
      const ofOthers = () => it.api.today.workList({ list: 'absences', of: it.ofOthers })
      expect(await refusalOf(ofOthers)).toBe('sight.notYours')
    },
    'today.listOnPaper': async () => {
      const { rows } = await it.asTina(() =>
        it.api.today.listOnPaper({ list: 'screeningAsked', language: 'en' }),
      )
      const own = await it.asTina(() => it.api.today.workList({ list: 'screeningAsked', limit: 2000 }))
      expect(rows.length).toBe(own.total)
      const ofOthers = { list: 'absences', of: it.ofOthers, language: 'en' } as const
      expect(await refusalOf(() => it.api.today.listOnPaper(ofOthers))).toBe('sight.notYours')
    },
    'today.exportList': async () => {
      const list = { list: 'screeningAsked', language: 'en' } as const
      const own = await it.asTina(() => it.api.today.workList({ list: 'screeningAsked', limit: 2000 }))
      await it.asTina(() => resultOf(it.api.today.exportList(list)))
      const { rows } = await it.api.audit.disclosures({})
      expect(rows[0]).toMatchObject({ content: 'workList', learnerCount: own.total })
      const ofOthers = async () => resultOf(it.api.today.exportList({ ...list, of: it.ofOthers }))
      expect(await refusalOf(ofOthers)).toBe('sight.notYours')
    },

    'dataChecks.overview': async () => {
      await twoMistakes()
      const count = async () =>
        (await it.api.dataChecks.overview({})).find(({ rule }) => rule === 'activeWithoutBirthDate')!.open
      const [seen, all] = [await it.asTina(count), await count()]
      expect(seen).toBeGreaterThan(0)
      expect(seen).toBeLessThan(all)
    },
    'dataChecks.findings': async () => {
      await twoMistakes()
      for (const rule of dataCheckIds) {
        const { rows, total } = await it.asTina(() => it.api.dataChecks.findings({ rule, limit: 500 }))
        expect(
          learnersIn(rows).filter((id) => !it.own.has(id)),
          rule,
        ).toEqual([])
        const ofClasses = rows.filter(({ subject }) => subject === 'section')
        expect(
          ofClasses.filter(({ subjectId }) => ![it.running, it.over].includes(subjectId)),
          rule,
        ).toEqual([])
        expect(total, rule).toBe(rows.length)
      }
    },
    'dataChecks.accept': async () => {
      await twoMistakes()
      const about = (learnerId: number) => ({ subject: 'learner', subjectId: learnerId, learnerId }) as const
      const accept = (learnerId: number) =>
        it.api.dataChecks.accept({
          ...{ rule: 'activeWithoutBirthDate', ...about(learnerId) },
          reason: 'They will bring it.',
        })
      const acceptClass = (subjectId: number) =>
        it.api.dataChecks.accept({
          ...{ rule: 'classPastEnd', subject: 'section', subjectId, learnerId: null },
          reason: 'It goes on.',
        })
      expect(await refusalOf(() => accept(it.others))).toBe('sight.notYours')
      expect(await refusalOf(() => acceptClass(it.ofOthers))).toBe('sight.notYours')
      expect(await it.asTina(() => accept(it.mine))).toHaveProperty('acceptedId')
    },
    'dataChecks.takeBack': async () => {
      await twoMistakes()
      const accepted = async (learnerId: number) => {
        const rule = 'activeWithoutBirthDate'
        const about = { subject: 'learner', subjectId: learnerId, learnerId } as const
        const known = await it.api.dataChecks.findings({ rule, show: 'accepted', limit: 500 })
        const before = known.rows.find((row) => row.learnerId === learnerId)?.accepted
        if (before) return { acceptedId: before.id }
        return it.api.dataChecks.accept({ rule, ...about, reason: 'They will bring it.' })
      }
      const [own, other] = [await accepted(it.mine), await accepted(it.others)]
      expect(await refusalOf(() => it.api.dataChecks.takeBack(other))).toBe('sight.notYours')
      expect(await it.asTina(() => it.api.dataChecks.takeBack(own))).toEqual({})
      await it.api.dataChecks.takeBack(other)
    },

    'gains.report': async () => {
      const total = async () =>
        (await it.api.gains.report({})).lines.find(({ kind }) => kind === 'total')!.preTested
      const [seen, all] = [await it.asTina(total), await total()]
      expect(seen).toBeGreaterThan(0)
      expect(seen).toBeLessThan(all)
    },
    'gains.wayToTrack': async () => {
      const { id: trackId } = (await it.api.tracks.list({}))[0]!
      const ask = (learnerId: number) => it.api.gains.wayToTrack({ learnerId, trackId })
      expect(await refusalOf(() => ask(it.others))).toBe('sight.notYours')
      expect(await it.asTina(() => ask(it.mine))).toEqual(await ask(it.mine))
    },
    'attendance.ofLearner': async () => {
      const ask = (learnerId: number) => it.api.attendance.ofLearner({ learnerId })
      expect(await refusalOf(() => ask(it.others))).toBe('sight.notYours')
      expect(await it.asTina(() => ask(it.mine))).toEqual(await ask(it.mine))
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
    'attendance.ofSection': async () => {
      const ask = (sectionId: number) =>
        it.api.attendance.ofSection({ sectionId, from: '2026-06-01', to: '2026-08-01' })
      expectOnlyOwn((await it.asTina(() => ask(it.running))).rows)
      expect(learnersIn((await ask(it.running)).rows)).toContain(it.mistaken)
      expect(await refusalOf(() => ask(it.ofOthers))).toBe('sight.notYours')
    },
    'attendance.sheet': async () => {
      const make = (sectionId: number) =>
        resultOf(
          it.api.attendance.sheet({
            ...{ sectionIds: [sectionId], from: '2026-06-01', to: '2026-08-01', language: 'en' },
          }),
        )
      const { fileId } = await it.asTina(() => make(it.running))
      expect(fileId).toBeTruthy()
      const learners = await it.db
        .selectFrom('disclosureLearners')
        .select('learnerId')
        .where('disclosureId', '=', (one) =>
          one.selectFrom('disclosures').select((row) => row.fn.max('id').as('id')),
        )
        .execute()
      expectOnlyOwn(learners)
      expect(await refusalOf(() => make(it.ofOthers))).toBe('sight.notYours')
    },
    'attendance.save': async () => {
      const save = (sectionId: number, learnerId: number) =>
        it.api.attendance.save({
          sectionId,
          meetings: [{ heldOn: '2026-02-15', minutes: 90, marks: [{ learnerId, mark: 'present' }] }],
        })
      expect(await refusalOf(() => save(it.ofOthers, it.others))).toBe('sight.notYours')
      expect(await refusalOf(() => save(it.running, it.mistaken))).toBe('sight.notYours')
      expect(await it.asTina(() => save(it.running, it.mine))).toEqual({ meetings: 1, marks: 1 })
    },
    'contacts.note': async () => {
      const heldOn = '2026-07-31'
      const note = (sectionId: number, learnerId: number) =>
        it.api.contacts.note({
          ...{ learnerId, sectionId, occasion: 'absence', contactedOn: heldOn, result: 'leftMessage' },
        })
      for (const [sectionId, learnerId] of [
        [it.running, it.mine],
        [it.ofOthers, it.others],
      ] as const) {
        const marks = [{ learnerId, mark: 'absent' as const }]
        await it.api.attendance.save({ sectionId, meetings: [{ heldOn, minutes: 90, marks }] })
      }
      expect(await refusalOf(() => note(it.ofOthers, it.others))).toBe('sight.notYours')
      expect(await refusalOf(() => note(it.ofOthers, it.mine))).toBe('sight.notYours')
      expect(await it.asTina(() => note(it.running, it.mine))).toHaveProperty('contactId')
    },
    'contacts.withdraw': async () => {
      const noted = (learnerId: number) =>
        it.api.contacts.note({
          ...{ learnerId, occasion: 'exit', contactedOn: '2026-07-31', result: 'leftMessage' },
        })
      const [own, other] = [await noted(it.mine), await noted(it.others)]
      expect(await refusalOf(() => it.api.contacts.withdraw(other))).toBe('sight.notYours')
      expect(await it.asTina(() => it.api.contacts.withdraw(own))).toEqual({})
    },
    'attendance.removeMeeting': async () => {
      const meetingIn = async (sectionId: number) => {
        await it.api.attendance.save({
          sectionId,
          meetings: [{ heldOn: '2026-02-16', minutes: 90, marks: [] }],
        })
        const days = { from: '2026-02-16', to: '2026-02-16' }
        const { meetings } = await it.api.attendance.ofSection({ sectionId, ...days })
        return { meetingId: meetings[0]!.id }
      }
      const [own, other] = [await meetingIn(it.running), await meetingIn(it.ofOthers)]
      expect(await refusalOf(() => it.api.attendance.removeMeeting(other))).toBe('sight.notYours')
      expect(await it.asTina(() => it.api.attendance.removeMeeting(own))).toEqual({})
    },
  }
}
