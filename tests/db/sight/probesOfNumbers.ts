import { expect } from 'vitest'
import type { Explanation } from '../../../shared/contract/explanation.ts'
import { type Probes, type SeenProgram } from './seenProgram.ts'

/** What numbers are made of: the people listed are of the caller's classes, and are as many as the number says. */
export function probesOfNumbers(it: SeenProgram): Probes {
  const { api, asTina, expectOnlyOwn, refusalOf } = it

  const keepsToOwn = async (ask: () => Promise<Explanation>) => {
    const seen = await asTina(ask)
    expectOnlyOwn(seen.rows)
    expect(seen.groups[0]!.total).toBeLessThan((await ask()).groups[0]!.total)
  }
  const everybody = { filters: {}, line: { kind: 'total', key: '' } } as const
  const credentialId = async () => (await api.reports.certification({})).credentials[0]!.credential.id

  return {
    'explain.learners': () => keepsToOwn(() => api.explain.learners({ limit: 500 })),
    'explain.today': () => keepsToOwn(() => api.explain.today({ number: 'waiting', limit: 500 })),
    'explain.workList': () =>
      keepsToOwn(() => api.explain.workList({ list: 'postTests', of: 'everybody', limit: 500 })),
    'explain.completion': () =>
      keepsToOwn(() => api.explain.completion({ ...everybody, number: 'enrolled', limit: 500 })),
    'explain.certification': async () => {
      const asked = { ...everybody, credentialId: await credentialId(), limit: 500 }
      await keepsToOwn(() => api.explain.certification({ ...asked, number: 'completers' }))
    },
    'explain.gains': () =>
      keepsToOwn(() =>
        api.explain.gains({
          ...{ programYear: 2027, kind: 'total', key: '', skillArea: 'reading' },
          ...{ number: 'preTested', limit: 500 },
        }),
      ),
    'explain.hours': async () => {
      const span = { kind: 'days', from: '2026-01-01', to: '2026-08-01' } as const
      const ask = (learnerId: number) => () => api.explain.hours({ learnerId, span })
      expect(await refusalOf(ask(it.others))).toBe('sight.notYours')
      expect((await asTina(ask(it.mine))).value.kind).toBe('hours')
    },
    'explain.level': async () => {
      const ask = (learnerId: number) => () => api.explain.level({ learnerId, skillArea: 'reading' })
      expect(await refusalOf(ask(it.others))).toBe('sight.notYours')
      expect((await asTina(ask(it.mine))).value.kind).toBe('level')
    },
    'explain.learnerGain': async () => {
      const ask = (learnerId: number) => () =>
        api.explain.learnerGain({ learnerId, skillArea: 'reading', programYear: 2027 })
      expect(await refusalOf(ask(it.others))).toBe('sight.notYours')
      expect((await asTina(ask(it.mine))).value.kind).toBe('levelsGained')
    },
    'explain.timeToReady': async () => {
      const { id: trackId } = (await api.tracks.list({}))[0]!
      const ask = (learnerId: number) => () => {
        return api.explain.timeToReady({ learnerId, trackId, skillArea: 'reading' })
      }
      expect(await refusalOf(ask(it.others))).toBe('sight.notYours')
      const { rows } = await asTina(ask(it.mine))
      expect(rows.every(({ learner }) => learner === null)).toBe(true)
    },
    'explain.absences': async () => {
      const ask = (sectionId: number) => () => api.explain.absences({ sectionId, learnerId: it.mine })
      expect(await refusalOf(ask(it.ofOthers))).toBe('sight.notYours')
      expect((await asTina(ask(it.running))).value.kind).toBe('count')
    },
    'explain.cohort': async () => {
      for (const cohortId of it.ownCohorts) {
        const { value, rows } = await asTina(() =>
          api.explain.cohort({ cohortId, number: 'seatsLeft', limit: 500 }),
        )
        expect(value).toMatchObject({ kind: 'seatsLeft', left: null })
        expectOnlyOwn(rows)
      }
    },
    'explain.attendance': async () => {
      const days = { from: '2026-01-01', to: '2026-08-01' }
      const ask = (sectionId: number) => () => api.explain.attendance({ sectionId, ...days, limit: 500 })
      expect(await refusalOf(ask(it.ofOthers))).toBe('sight.notYours')
      expectOnlyOwn((await asTina(ask(it.running))).rows)
    },
    'explain.classMembers': async () => {
      const ask = (sectionId: number) => () => api.explain.classMembers({ sectionId, limit: 500 })
      expect(await refusalOf(ask(it.ofOthers))).toBe('sight.notYours')
      expectOnlyOwn((await asTina(ask(it.running))).rows)
    },
    'explain.screening': async () => {
      const counted = { kind: 'result', number: 'total' } as const
      const ask = (screeningId: number) => () => api.explain.screening({ screeningId, counted, limit: 500 })
      await keepsToOwn(ask(it.screeningId))
      expect(await refusalOf(ask(it.screeningElsewhere))).toBe('sight.notYours')
    },
    'explain.findings': async () => {
      const ids = [it.mine, it.others]
      await it.db
        .updateTable('learners')
        .set({ status: 'active', birthDate: null })
        .where('id', 'in', ids)
        .execute()
      const rule = 'activeWithoutBirthDate'
      await keepsToOwn(() => api.explain.findings({ rule, show: 'open', limit: 500 }))
    },
  }
}
