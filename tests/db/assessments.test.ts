import { afterEach, describe, expect, test } from 'vitest'
import type { Role } from '../../shared/values/vocabulary.ts'
import { failureOf } from '../helpers/failureOf.ts'
import type { signedInCore } from '../helpers/testCore.ts'
import { addClass, readingEntry } from '../helpers/testedLearners.ts'
import { currentLevels, openedCores } from './openedCores.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const { opened, withLearner, closeAll } = openedCores()
afterEach(closeAll)

const actions = async ({ core }: Pick<Test, 'core'>) =>
  (
    await core
      .requireOpen()
      .file.reader.selectFrom('auditEntries')
      .select(['action', 'subject', 'before', 'after'])
      .where('subject', '=', 'assessment')
      .orderBy('id')
      .execute()
  ).map(({ before, after, ...row }) => ({
    ...row,
    before: before === null ? null : (JSON.parse(before) as Record<string, unknown>),
    after: after === null ? null : (JSON.parse(after) as Record<string, unknown>),
  }))

describe('recording', () => {
  test('keeps the test with its level, in the history and as the current level', async () => {
    const it = await withLearner()
    const [saved] = await it.record(readingEntry(it.learnerId, { form: ' 623r ', scoreText: ' 0212 ' }))
    expect(saved).toMatchObject({
      instrument: 'CASAS Reading STEPS',
      form: '623R',
      score: 212,
      scoreText: '212',
      level: 4,
      accurate: true,
      voidedAt: null,
    })
    expect(await it.api.assessments.ofLearner({ learnerId: it.learnerId })).toEqual([saved])
    expect(await currentLevels(it)).toEqual([
      { learnerId: it.learnerId, skillArea: 'reading', level: 4, score: 212, testedOn: '2026-07-30' },
    ])
    const audit = await actions(it)
    expect(audit).toHaveLength(1)
    expect(audit[0]).toMatchObject({ action: 'assessments.record', before: null, after: { score: 212 } })
  })

  test('keeps what is not a number without letting it count', async () => {
    const it = await withLearner()
    const [starred] = await it.record(readingEntry(it.learnerId, { scoreText: '*' }))
    expect(starred).toMatchObject({ score: null, scoreText: '*', level: null, accurate: false })
    expect(await currentLevels(it)).toEqual([])
  })

  test('keeps the score of an instrument without a chart, with its level unknown', async () => {
    const it = await withLearner()
    const [saved] = await it.record(
      readingEntry(it.learnerId, { instrument: 'TABE CLAS-E C/D', form: 'C2', scoreText: '480' }),
    )
    expect(saved).toMatchObject({ score: 480, level: null })
    expect(await currentLevels(it)).toMatchObject([{ level: null, score: 480 }])
  })

  test('names every problem of every row, and records none of them', async () => {
    const it = await withLearner()
    const refusal = await failureOf(
      it.record(
        readingEntry(it.learnerId),
        readingEntry(it.learnerId, { form: '621L', scoreText: '12' }),
        readingEntry(it.learnerId, { testedOn: '2026-08-02' }),
        readingEntry(it.learnerId, { testedOn: '1980-01-01' }),
        readingEntry(it.learnerId, { instrument: 'Another test' }),
      ),
    )
    expect(refusal).toMatchObject({ kind: 'invalidInput' })
    expect(refusal.fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'entries.1.form assessments.formUnknown',
      'entries.1.scoreText assessments.scoreTooLow',
      'entries.2.testedOn assessments.dateInFuture',
      'entries.2.form assessments.sameFormTooSoon',
      'entries.3.instrument assessments.noTableOnDate',
      'entries.3.testedOn assessments.dateBeforeBirth',
      'entries.4.instrument assessments.noTableOnDate',
    ])
    expect(await it.api.assessments.ofLearner({ learnerId: it.learnerId })).toEqual([])
    expect(await actions(it)).toEqual([])
  })

  test('says nothing of the learner in a refusal', async () => {
    const it = await withLearner()
    await it.record(readingEntry(it.learnerId))
    const refusal = await failureOf(it.record(readingEntry(it.learnerId, { testedOn: '2026-07-01' })))
    expect(refusal.fields).toEqual([
      { path: 'entries.0.form', code: 'assessments.sameFormTooSoon', values: { apart: 29, days: 180 } },
    ])
  })

  test('takes the same form too soon only with a reason, and keeps the reason', async () => {
    const it = await withLearner()
    await it.record(readingEntry(it.learnerId))
    const again = readingEntry(it.learnerId, { testedOn: '2026-07-01' })
    await failureOf(it.record(again))
    const [saved] = await it.record({ ...again, sameFormReason: 'The other booklets were lost' })
    expect(saved?.sameFormReason).toBe('The other booklets were lost')
  })

  describe('a post-test before its hours', () => {
    /** A pre-test in May, with so many hours since. */
    async function withHours(hours: number) {
      const it = await withLearner()
      await it.record(readingEntry(it.learnerId, { testedOn: '2026-05-04' }))
      const facts = { component: 'english', periodFrom: '2026-05-05', periodTo: '2026-07-20', hours }
      await it.api.instructionHours.record({ learnerId: it.learnerId, facts })
      return { ...it, post: readingEntry(it.learnerId, { form: '624R', scoreText: '219' }) }
    }

    test('is taken only with a reason, which stays with it', async () => {
      const it = await withHours(39)
      const refusal = await failureOf(it.record(it.post))
      expect(refusal.fields).toEqual([
        {
          path: 'entries.0.testedOn',
          code: 'assessments.earlyTest',
          values: { hours: 39, minimum: 40, since: Date.UTC(2026, 4, 4, 12) },
        },
      ])
      const [saved] = await it.record({ ...it.post, earlyReason: 'Moves to another city' })
      expect(saved?.earlyReason).toBe('Moves to another city')
      const timeline = await it.api.learners.timeline({ learnerId: it.learnerId })
      expect(timeline[0]).toMatchObject({ kind: 'assessment', earlyReason: 'Moves to another city' })
    })

    test('needs none once the hours are there, and none while nobody recorded any', async () => {
      const it = await withHours(40)
      expect(await it.record(it.post)).toMatchObject([{ earlyReason: null }])
      const other = await withLearner()
      await other.record(readingEntry(other.learnerId, { testedOn: '2026-05-04' }))
      await other.record(readingEntry(other.learnerId, { form: '624R' }))
    })

    test('is explained afterwards; a test that is not early is not', async () => {
      const it = await withHours(39)
      const [saved] = await it.record({ ...it.post, earlyReason: 'Leaves' })
      const explained = await it.api.assessments.explainEarly({ id: saved!.id, earlyReason: 'Found work' })
      expect(explained.earlyReason).toBe('Found work')
      const entries = await actions(it)
      expect(entries.at(-1)).toMatchObject({
        action: 'assessments.explainEarly',
        before: { earlyReason: 'Leaves' },
        after: { earlyReason: 'Found work' },
      })
      const [first] = (await it.api.assessments.ofLearner({ learnerId: it.learnerId })).slice(-1)
      const refusal = await failureOf(
        it.api.assessments.explainEarly({ id: first!.id, earlyReason: 'None needed' }),
      )
      expect(refusal.code).toBe('assessments.notEarly')
    })

    test('is found among the rows of one grid too, in whatever order they stand', async () => {
      const it = await withLearner()
      const both = [
        readingEntry(it.learnerId, { form: '624R', testedOn: '2026-07-30' }),
        readingEntry(it.learnerId, { form: '623R', testedOn: '2026-07-28' }),
      ]
      expect((await failureOf(it.record(...both))).fields).toMatchObject([
        { path: 'entries.0.testedOn', code: 'assessments.earlyTest' },
      ])
    })

    test('shows in the grid of a class by the same hours', async () => {
      const it = await withHours(39)
      const { sectionId } = await it.api.sections.create({ code: 'ESL 4', name: 'English' })
      await it.api.sections.addMembers({ sectionId, learnerIds: [it.learnerId] })
      const hours = [{ from: '2026-05-05', to: '2026-07-20', hours: 39 }]
      expect(await it.api.assessments.attended({ learnerId: it.learnerId })).toEqual(hours)
      const { members } = await it.api.assessments.ofSection({ sectionId })
      expect(members[0]?.attended).toEqual(hours)
    })
  })

  test('sees the rows above in the same grid', async () => {
    const it = await withLearner()
    const twice = await failureOf(it.record(readingEntry(it.learnerId), readingEntry(it.learnerId)))
    expect(twice.fields).toMatchObject([{ path: 'entries.1.testedOn', code: 'assessments.alreadyRecorded' }])
  })

  test('refuses a learner or class that is not there, and an empty grid', async () => {
    const it = await withLearner()
    expect(await failureOf(it.record(readingEntry(99)))).toMatchObject({
      kind: 'notFound',
      values: { what: 'learner' },
    })
    const nowhere = it.api.assessments.record({ entries: [readingEntry(it.learnerId)], sectionId: 99 })
    expect(await failureOf(nowhere)).toMatchObject({ kind: 'notFound', values: { what: 'section' } })
    expect((await failureOf(it.record())).fields).toMatchObject([{ path: 'entries', code: 'chooseOne' }])
    expect(await failureOf(it.api.assessments.ofLearner({ learnerId: 99 }))).toMatchObject({
      kind: 'notFound',
    })
  })

  test.each<[Role, boolean]>([
    ['instructor', true],
    ['coordinator', true],
    ['director', true],
    ['administrator', false],
    ['staff', false],
    ['viewer', false],
  ])('as %s: %s', async (role, may) => {
    const it = await withLearner()
    await it.api.program.changeSettings({ instructorScope: 'allLearners' })
    it.core.accountChanged({ ...it.core.caller!, roles: [role] })
    const call = it.record(readingEntry(it.learnerId))
    if (may) expect(await call).toHaveLength(1)
    else expect((await failureOf(call)).kind).toBe('notAllowed')
  })
})

describe('voiding', () => {
  test('takes a test out of the current level and keeps it with its reason; restoring brings it back', async () => {
    const it = await withLearner()
    const [older] = await it.record(
      readingEntry(it.learnerId, { form: '621R', testedOn: '2026-01-10', scoreText: '200' }),
    )
    const [newer] = await it.record(readingEntry(it.learnerId, { scoreText: '230' }))
    expect(await currentLevels(it)).toMatchObject([{ level: 6 }])
    const voided = await it.api.assessments.void({ id: newer!.id, reason: ' Wrong answer sheet ' })
    expect(voided).toMatchObject({ voidReason: 'Wrong answer sheet' })
    expect(voided.voidedAt).not.toBeNull()
    expect(await currentLevels(it)).toMatchObject([{ level: older!.level, testedOn: '2026-01-10' }])
    expect(await it.api.assessments.restore({ id: newer!.id })).toEqual(newer)
    expect(await currentLevels(it)).toMatchObject([{ level: 6 }])
    const audit = await actions(it)
    expect(audit.slice(2).map(({ action }) => action)).toEqual(['assessments.void', 'assessments.restore'])
    expect(audit[2]).toMatchObject({
      before: { voidedAt: null },
      after: { voidReason: 'Wrong answer sheet' },
    })
  })

  test('lets the right score of the same sitting be recorded, after which the wrong one stays voided', async () => {
    const it = await withLearner()
    const [wrong] = await it.record(readingEntry(it.learnerId, { scoreText: '221' }))
    await it.api.assessments.void({ id: wrong!.id, reason: 'Typed wrong' })
    const [right] = await it.record(readingEntry(it.learnerId, { scoreText: '212' }))
    expect(await failureOf(it.api.assessments.restore({ id: wrong!.id }))).toMatchObject({
      kind: 'conflict',
      code: 'assessments.recordedAnew',
    })
    await it.api.assessments.void({ id: right!.id, reason: 'The first was right' })
    expect((await it.api.assessments.restore({ id: wrong!.id })).voidedAt).toBeNull()
  })

  test('is done once, with a reason', async () => {
    const it = await withLearner()
    const [saved] = await it.record(readingEntry(it.learnerId))
    expect(await failureOf(it.api.assessments.restore({ id: saved!.id }))).toMatchObject({
      code: 'assessments.notVoided',
    })
    expect(await failureOf(it.api.assessments.void({ id: saved!.id, reason: '  ' }))).toMatchObject({
      fields: [{ path: 'reason', code: 'required' }],
    })
    await it.api.assessments.void({ id: saved!.id, reason: 'First' })
    expect(await failureOf(it.api.assessments.void({ id: saved!.id, reason: 'Second' }))).toMatchObject({
      kind: 'conflict',
      code: 'assessments.alreadyVoided',
    })
    expect(await failureOf(it.api.assessments.void({ id: 99, reason: 'None' }))).toMatchObject({
      kind: 'notFound',
      values: { what: 'assessment' },
    })
  })
})

describe('the class grid', () => {
  test('has those who sit in the class now, by name, with their tests newest first', async () => {
    const { api } = await opened()
    const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata', 'Álvarez', 'Đặng'])
    const [zapata, alvarez, dang] = learnerIds as [number, number, number]
    await api.sections.removeMembers({ sectionId, learnerIds: [dang] })
    const entries = [
      readingEntry(zapata, { form: '621R', testedOn: '2026-01-10' }),
      readingEntry(zapata),
      readingEntry(alvarez),
      readingEntry(dang),
    ]
    await api.assessments.record({ entries, sectionId })
    const { section, members } = await api.assessments.ofSection({ sectionId })
    expect(section).toMatchObject({ code: 'ESL-4A' })
    expect(members.map(({ familyName }) => familyName)).toEqual(['Álvarez', 'Zapata'])
    expect(members[1]).toMatchObject({ studentId: 'ESL-4A-1', birthDate: '1990-05-02' })
    expect(members[1]!.assessments.map(({ testedOn }) => testedOn)).toEqual(['2026-07-30', '2026-01-10'])
    expect(await failureOf(api.assessments.ofSection({ sectionId: 99 }))).toMatchObject({
      values: { what: 'section' },
    })
  })
})
