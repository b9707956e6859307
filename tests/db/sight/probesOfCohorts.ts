import { expect } from 'vitest'
import { type Probes, type SeenProgram } from './seenProgram.ts'

/** Cohorts, reports, screenings and waiting lists. */
export function probesOfCohorts(it: SeenProgram): Probes {
  const { expectOnlyOwn, refusalOf } = it

  return {
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
      expect(await refusalOf(() => it.api.screenings.get({ id: it.screeningElsewhere }))).toBe(
        'sight.notYours',
      )
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
    'audit.notePrint': async () => {
      const print = (learnerId: number) =>
        it.api.audit.notePrint({
          printed: { content: 'screeningResult', screeningId: it.screeningId, learnerId },
          disclosure: { audience: 'inside' },
        })
      expect(await refusalOf(() => print(it.others))).toBe('sight.notYours')
      expect(await it.asTina(() => print(it.mine))).toEqual({})
    },
  }
}
