import { call, type AnyProcedure } from '@orpc/server'
import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { methods } from '../../../shared/contract/methods.ts'
import { router } from '../../../db/router.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { fullRecord } from '../../helpers/fullRecord.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let ids: Ids
beforeAll(async () => {
  core = await signedInCore()
  const record = await fullRecord(core)
  const { learnerId } = record
  const { sectionId } = await core.api.sections.create({ code: 'ESL-1', name: 'English' })
  const track = { trackId: record.nurse.trackId, trackVersionId: null, credentialId: null }
  const { cohortId: emptyCohortId } = await core.api.cohorts.create({
    ...{ code: 'EMPTY', site: 'Central', ...track },
    ...{ term: null, startDate: '2026-09-01', endDate: '2026-12-01', seats: null },
    ...{ staff: [], deliveryFeatures: [] },
  })
  ids = { ...record, sectionId, emptyCohortId }
  await resultOf(
    core.api.keep.erase({ learnerIds: [learnerId], reason: 'personAsked', confirmation: 'Zyxwerth' }),
  )
})
afterAll(() => core.dispose())

interface Ids extends Awaited<ReturnType<typeof fullRecord>> {
  sectionId: number
  emptyCohortId: number
}

/** For every method that names a learner or a seat: a call about the erased person that would do otherwise. */
const calls: Record<string, (ids: Ids) => unknown> = {
  'learners.get': ({ learnerId }) => ({ learnerId }),
  'learners.timeline': ({ learnerId }) => ({ learnerId }),
  'learners.change': ({ learnerId }) => ({ learnerId, familyName: 'Back', updatedAt: core.core.now() }),
  'learners.setStatus': ({ learnerId }) => ({ learnerIds: [learnerId], status: 'active' }),
  'assessments.ofLearner': ({ learnerId }) => ({ learnerId }),
  'assessments.record': ({ learnerId }) => ({ sectionId: null, entries: [readingEntry(learnerId)] }),
  'sections.addMembers': ({ learnerId, sectionId }) => ({ sectionId, learnerIds: [learnerId] }),
  'evidence.record': ({ learnerId }) => ({
    learnerId,
    facts: { kind: 'component', evidenceKey: 'workReadiness', status: 'done', onDate: '2026-07-01' },
  }),
  'instructionHours.record': ({ learnerId }) => ({
    learnerId,
    facts: { component: 'english', periodFrom: '2026-05-01', periodTo: '2026-05-31', hours: 21 },
  }),
  'attendance.save': ({ learnerId, sectionId }) => ({
    sectionId,
    meetings: [{ heldOn: '2026-07-30', minutes: 90, marks: [{ learnerId, mark: 'present' }] }],
  }),
  'contacts.note': ({ learnerId }) => ({
    ...{ learnerId, occasion: 'exit', contactedOn: '2026-07-30', result: 'noAnswer' },
  }),
  'waivers.list': ({ learnerId }) => ({ learnerId }),
  'waivers.grant': ({ learnerId, trackId }) => ({
    ...{ learnerId, trackId },
    requirementKey: 'any',
    reason: 'Any',
  }),
  'waitlist.add': ({ learnerId, trackId }) => ({ trackId, learnerIds: [learnerId], lookAgainOn: null }),
  'cohorts.create': ({ learnerId, trackId }) => ({
    ...{ code: 'NEW', trackId, credentialId: null, site: 'Central', seats: null, term: null },
    ...{ startDate: '2026-09-01', endDate: '2026-12-01', memberLearnerIds: [learnerId] },
  }),
  'cohorts.addMembers': ({ learnerId, emptyCohortId }) => ({
    cohortId: emptyCohortId,
    learnerIds: [learnerId],
  }),
  'cohorts.removeMember': ({ memberId }) => ({ memberId, reason: 'A mistake' }),
  'cohorts.changeMembers': ({ cohortId, memberId }) => ({
    cohortId,
    members: [
      { memberId, startedOn: '2026-02-02', outcome: 'completed', outcomeOn: '2026-06-12', reason: null },
    ],
  }),
  'attempts.record': ({ cohortId, memberId }) => ({
    cohortId,
    attempts: [{ memberId, part: 'skills', number: 2, takenOn: '2026-06-02', result: 'pass' }],
  }),
  'screenings.result': ({ learnerId, screeningId }) => ({ learnerId, screeningId }),
  'screenings.decide': ({ learnerId, screeningId }) => ({
    ...{ screeningId, whom: { kind: 'chosen', learnerIds: [learnerId] } },
    ...{ decision: 'refer', reason: 'Any', lookAgainOn: null },
  }),
  'screenings.preview': ({ learnerId, trackId }) => pool(learnerId, trackId),
  'screenings.run': ({ learnerId, trackId }) => pool(learnerId, trackId),
  'audit.notePrint': ({ learnerId, screeningId }) => ({
    printed: { content: 'screeningResult', screeningId, learnerId },
    disclosure: { audience: 'inside', note: null },
  }),
  'keep.ofLearner': ({ learnerId }) => ({ learnerId }),
  'dataChecks.accept': ({ learnerId }) => ({
    ...{ rule: 'activeWithoutBirthDate', subject: 'learner', subjectId: learnerId, learnerId },
    reason: 'Any',
  }),
  'keep.hold': ({ learnerId }) => ({ learnerId, reason: 'Any' }),
  'keep.liftHold': ({ learnerId }) => ({ learnerId }),
  'keep.previewErase': ({ learnerId }) => ({ learnerIds: [learnerId] }),
  'keep.erase': ({ learnerId }) => ({
    learnerIds: [learnerId],
    reason: 'personAsked',
    confirmation: 'Erased person',
  }),
  'keep.exportRecord': ({ learnerId }) => ({ learnerId, language: 'en' }),
}

const pool = (learnerId: number, trackId: number) => ({
  ...{ trackId, startDate: '2026-08-24', asOf: '2026-08-01' },
  pool: { kind: 'chosen', learnerIds: [learnerId] },
})

/** Methods that take a learner and neither tell nor record anything about one who was erased; why. */
const harmless: Record<string, string> = {
  'sections.removeMembers': 'the erased person sits in no class',
}

const naming = /"(learnerIds?|memberLearnerIds|memberId|exceptLearnerIds?)"/
const namesLearner = ({ input }: { input: z.ZodType }) =>
  naming.test(JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })))

test('every command that names a learner or a seat is tried below, or says why it is harmless', () => {
  const commands = methods.filter((method) => method.meta.nature === 'command' && namesLearner(method))
  const known = new Set([...Object.keys(calls), ...Object.keys(harmless)])
  expect(commands.length).toBeGreaterThan(15)
  expect(commands.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
})

const procedureOf = (name: string) =>
  name
    .split('.')
    .reduce<object>((part, key) => (part as Record<string, object>)[key]!, router) as AnyProcedure

async function outcomeOf(name: string, input: unknown): Promise<unknown> {
  const answer: unknown = await call(procedureOf(name), input as never, { context: { core: core.core } })
  return methods.find((method) => method.name === name)!.meta.reportsProgress
    ? resultOf(Promise.resolve(answer) as never)
    : answer
}

describe('about somebody who was erased', () => {
  test.each(Object.keys(calls))('%s is refused', async (name) => {
    const { code, values } = await failureOf(outcomeOf(name, calls[name]!(ids)))
    expect([code, values.what ?? '']).toEqual(
      code === 'notFound'
        ? [code, expect.stringMatching(/^(learner|hold|screening)$/)]
        : [expect.stringMatching(/^keep\.(erasedOn|memberErased)$/), ''],
    )
  })
})
