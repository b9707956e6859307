import { expect } from 'vitest'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { signedInCore, testPassphrase } from '../../helpers/testCore.ts'

/**
 * A program with 180 invented learners in which one instructor has two of the classes, one of them over, and
 * somebody was put into a class of hers by mistake. Who is whose is worked out here from the rows alone.
 */
export async function seenProgram() {
  const test = await signedInCore({ startWith: 'sampleData' })
  const { api, core } = test
  const tina = await api.accounts.create({
    ...{ name: 'Tina Bell', roles: ['instructor'], language: 'en', passphrase: testPassphrase },
  })
  const db = core.requireOpen().file.writer
  const sections = await db.selectFrom('sections').select('id').orderBy('id').execute()
  const [running, over, ofOthers] = sections.map(({ id }) => id) as [number, number, number]
  const setSection = (id: number, values: { instructorAccountId: number; active?: number }) =>
    db.updateTable('sections').set(values).where('id', '=', id).execute()
  await setSection(running, { instructorAccountId: tina.id })
  await setSection(over, { instructorAccountId: tina.id, active: 0 })
  await db
    .updateTable('sectionMembers')
    .set({ endDate: '2026-06-30' })
    .where('sectionId', '=', over)
    .execute()

  const stays = await db.selectFrom('sectionMembers').select(['learnerId', 'sectionId']).execute()
  const own = new Set(
    stays
      .filter(({ sectionId }) => sectionId === running || sectionId === over)
      .map((stay) => stay.learnerId),
  )
  const inSection = (id: number) =>
    stays.filter(({ sectionId }) => sectionId === id).map(({ learnerId }) => learnerId)
  const members = await db.selectFrom('cohortMembers').select(['learnerId', 'cohortId']).execute()
  const inACohort = new Set(members.map(({ learnerId }) => learnerId))
  // Records of every kind hang on these two; both sit in a cohort.
  const mine = inSection(running).find((id) => inACohort.has(id))!
  const former = inSection(over)[0]!
  const [mistaken, others] = inSection(ofOthers).filter((id) => inACohort.has(id)) as [number, number]
  await db
    .insertInto('sectionMembers')
    .values({ sectionId: running, learnerId: mistaken, startDate: '2026-07-01', endDate: '2026-07-01' })
    .execute()

  const track = (await api.tracks.list({})).find(({ requirementCount }) => requirementCount > 0)!
  const { screeningId } = await resultOf(
    api.screenings.run({
      ...{ trackId: track.id, startDate: '2026-08-24', asOf: '2026-08-01' },
      pool: { kind: 'chosen', learnerIds: [mine, former, others, ...own] },
    }),
  )
  const elsewhere = await resultOf(
    api.screenings.run({
      ...{ trackId: track.id, startDate: '2026-08-24', asOf: '2026-08-01' },
      pool: { kind: 'filter', filters: { text: 'a', sectionId: ofOthers } },
    }),
  )
  const invite = { screeningId, decision: 'invite', reason: 'They are ready.', lookAgainOn: null } as const
  await api.screenings.decide({ ...invite, whom: { kind: 'chosen', learnerIds: [others, mine] } })
  await api.waitlist.add({ trackId: track.id, learnerIds: [others, mistaken, mine, former] })
  const { requirements } = (await api.tracks.get({ id: track.id })).versions[0]!
  const waivable = requirements.find((requirement) => requirement.waivable)!
  for (const learnerId of [mine, others]) {
    await api.waivers.grant({
      ...{ learnerId, trackId: track.id, requirementKey: waivable.key, reason: 'Agreed.' },
    })
  }
  const cohortIds = async (of: (learnerId: number) => boolean) =>
    [...new Set(members.filter(({ learnerId }) => of(learnerId)).map(({ cohortId }) => cohortId))].toSorted(
      (a, b) => a - b,
    )
  const learners = await db.selectFrom('learners').select(['id', 'studentId', 'status']).execute()

  const signedIn = core.caller!
  /** Does something as Tina, with these roles. */
  async function asTina<Result>(
    work: () => Promise<Result>,
    roles: readonly Role[] = ['instructor'],
  ): Promise<Result> {
    core.accountChanged({ ...signedIn, id: tina.id, name: tina.name, roles: [...roles] })
    try {
      return await work()
    } finally {
      core.accountChanged(signedIn)
    }
  }
  return {
    ...test,
    ...{ db, tina, running, over, ofOthers, own, mine, former, mistaken, others, learners },
    ...{ track, screeningId, screeningElsewhere: elsewhere.screeningId, cohortMembers: members },
    ownCohorts: await cohortIds((id) => own.has(id)),
    allCohorts: await cohortIds(() => true),
    asTina,
    /** The code of the refusal that Tina meets. */
    refusalOf: async (work: () => Promise<unknown>) => (await failureOf(asTina(work))).code,
    /** Nobody but the own learners stands in the answer, and somebody does. */
    expectOnlyOwn(answer: unknown) {
      const found = learnersIn(answer)
      expect(found.length).toBeGreaterThan(0)
      expect(found.filter((id) => !own.has(id))).toEqual([])
    },
  }
}

export type SeenProgram = Awaited<ReturnType<typeof seenProgram>>

/** What proves for each method that it keeps to the classes of the caller. */
export type Probes = Record<string, () => Promise<void>>

/** Numbers of learners anywhere in an answer, by the names under which answers carry them. */
export function learnersIn(answer: unknown): number[] {
  if (Array.isArray(answer)) return answer.flatMap(learnersIn)
  if (typeof answer !== 'object' || answer === null) return []
  const own = Object.entries(answer).flatMap(([key, value]) =>
    key === 'learnerId' ? [value as number] : key === 'learnerIds' ? (value as number[]) : learnersIn(value),
  )
  return 'familyName' in answer && 'id' in answer ? [...own, answer.id as number] : own
}
