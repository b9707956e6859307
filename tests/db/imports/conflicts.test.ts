import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConflictChoice } from '../../../shared/values/imports.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'
import {
  decideAll,
  imported,
  plannedRows,
  previewed,
  resultOf,
  textFile,
  type TestCore,
} from './importing.ts'

let core: TestCore
beforeAll(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterAll(() => core.dispose())

const tables = [
  ...(['importRows', 'currentLevels', 'attempts', 'cohortMembers', 'cohorts', 'assessments'] as const),
  ...(['sectionMembers', 'learnerOtherIds', 'learnerPhones', 'learners', 'sections', 'imports'] as const),
]

/** Each test meets an empty program; setting up a new one for each would take the most time. */
beforeEach(async () => {
  const { writer } = core.core.requireOpen().file
  for (const table of tables) await writer.deleteFrom(table).execute()
})

const roster = (...rows: string[]) =>
  textFile(['Student ID,Last Name,First Name,Birth Date,Phone,Email,Home Language', ...rows].join('\n'))
const ana = '17,Núñez,Ana,1981-03-09,704-555-0101,ana@example.org,Spanish'

async function onlyLearner() {
  const { rows } = await core.api.learners.list({})
  expect(rows).toHaveLength(1)
  return core.api.learners.get({ learnerId: rows[0]!.id })
}

async function typed(values: object) {
  const learner = await onlyLearner()
  const {
    id,
    createdAt: _c,
    sections: _s,
    levels: _l,
    evidence: _e,
    hours: _h,
    interestTrack: _i,
    ...facts
  } = learner
  await core.api.learners.change({ ...facts, ...values, learnerId: id })
}

const conflictsIn = async (previewId: string) =>
  (await plannedRows(core, previewId, 'conflict')).flatMap(({ conflicts }) => conflicts)
const apply = (previewId: string) => resultOf(core.api.imports.apply({ previewId }))

test('what somebody typed since is shown with both values, and nothing is applied before it is decided', async () => {
  await imported(core, roster(ana))
  await typed({ email: 'new@example.org', firstLanguage: 'Mixtec' })
  const { previewId, counts } = await previewed(core, roster(ana.replace('0101', '0102')))
  expect(counts).toMatchObject({ conflict: 1, undecided: 1, changed: 0 })
  const [row] = await plannedRows(core, previewId, 'conflict')
  const typedBy = { typedByName: 'Alma Rivera', typedAt: core.core.now(), choice: null, wasKept: false }
  expect(row!.conflicts).toEqual([
    {
      key: 'learner email',
      values: [{ field: 'email', before: 'new@example.org', after: 'ana@example.org' }],
      ...typedBy,
    },
    {
      key: 'learner firstLanguage',
      values: [{ field: 'firstLanguage', before: 'Mixtec', after: 'Spanish' }],
      ...typedBy,
    },
  ])
  expect(row!.changes).toEqual([{ field: 'phone', before: null, after: '704-555-0102' }])
  expect(await failureOf(apply(previewId))).toMatchObject({
    ...{ kind: 'refused', code: 'imports.conflictsOpen', values: { count: 1 } },
  })
  const one = { previewId, rowNumber: 2, key: 'learner email', choice: 'record' as const }
  expect(await core.api.imports.decide(one)).toMatchObject({ undecided: 1 })
  const other = { ...one, key: 'learner firstLanguage', choice: 'file' as const }
  expect(await core.api.imports.decide(other)).toMatchObject({ undecided: 0 })
  expect((await conflictsIn(previewId)).map(({ choice }) => choice)).toEqual(['record', 'file'])
  const { importId } = await apply(previewId)
  const numbers = [{ number: '704-555-0101' }, { number: '704-555-0102' }]
  const taken = { email: 'new@example.org', firstLanguage: 'Spanish', phones: numbers }
  expect(await onlyLearner()).toMatchObject(taken)
  const { rows } = await core.api.imports.appliedRows({ importId })
  expect(rows.map(({ action, changes }) => [action, changes])).toEqual([
    [
      'changed',
      [
        { field: 'firstLanguage', before: 'Mixtec', after: 'Spanish' },
        { field: 'phone', before: null, after: '704-555-0102' },
      ],
    ],
    ['kept', [{ field: 'email', before: 'new@example.org', after: 'ana@example.org' }]],
  ])
  expect(await failureOf(core.api.imports.decide(one))).toMatchObject({ code: 'imports.alreadyApplied' })

  // The same file again: it was decided. Another value is asked about again.
  const again = await previewed(core, roster(ana.replace('0101', '0102')))
  expect(again.counts).toMatchObject({ conflict: 1, undecided: 0, changed: 0 })
  await apply(again.previewId)
  expect(await onlyLearner()).toMatchObject(taken)
  const third = await previewed(core, roster(ana.replace('ana@', 'third@')))
  expect(third.counts).toMatchObject({ undecided: 1 })

  const { signature } = await resultOf(core.api.imports.undoPreview({ importId }))
  await resultOf(core.api.imports.undo({ importId, signature }))
  expect(await onlyLearner()).toMatchObject({ email: 'new@example.org', firstLanguage: 'Mixtec' })
})

test('values that people emptied or numbers they took away come back only when chosen', async () => {
  await imported(core, roster(ana))
  await typed({ email: null, phones: [] })
  const { previewId, counts } = await previewed(core, roster(ana))
  expect(counts).toMatchObject({ undecided: 1 })
  expect((await conflictsIn(previewId)).map(({ key }) => key)).toEqual([
    'learner email',
    'learner phone 704-555-0101',
  ])
  await decideAll(core, previewId, 'record')
  await apply(previewId)
  expect(await onlyLearner()).toMatchObject({ email: null, phones: [] })
  // Blank since the beginning is nothing that somebody said.
  await core.api.learners.create({ familyName: 'Lê', givenName: 'Thị Ánh', studentId: '18' })
  const filled = await previewed(
    core,
    roster('18,Lê,Thị Ánh,1990-05-02,704-555-0102,thi@example.org,Vietnamese'),
  )
  expect(filled.counts).toMatchObject({ changed: 1, conflict: 0 })
})

test('two rows of a file that say the same are asked about once', async () => {
  await imported(core, roster(ana))
  await typed({ email: 'new@example.org' })
  const { previewId, counts } = await previewed(core, roster(ana, ana))
  expect(counts).toMatchObject({ conflict: 1, undecided: 1, unchanged: 1, refused: 0 })
  await decideAll(core, previewId, 'file')
  await apply(previewId)
  expect(await onlyLearner()).toMatchObject({ email: 'ana@example.org' })
})

const scores = (score: string) =>
  textFile(`Student Code,Student Name,Date,Form,Score\n17,Ana Núñez,10/17/25,625R,${score}`)

test('a score that somebody typed gives way to a file only when chosen; a voided one never comes back', async () => {
  const { learnerId } = await core.api.learners.create({
    familyName: 'Núñez',
    givenName: 'Ana',
    studentId: '17',
  })
  const entry = readingEntry(learnerId, { form: '625R', testedOn: '2025-10-17' })
  const [recorded] = await core.api.assessments.record({ sectionId: null, entries: [entry] })
  expect((await previewed(core, scores('212'))).counts).toMatchObject({ unchanged: 1 })
  const { previewId, counts } = await previewed(core, scores('214'))
  expect(counts).toMatchObject({ undecided: 1 })
  const [conflict] = await conflictsIn(previewId)
  expect(conflict).toMatchObject({ key: 'assessment score' })
  expect(conflict!.values.map(({ before, after }) => [before, after])).toContainEqual(['212', '214'])
  await decideAll(core, previewId, 'file')
  await apply(previewId)
  expect(await core.api.assessments.ofLearner({ learnerId })).toMatchObject([{ score: 214 }])
  // What a file brought gives way to the next file.
  expect((await previewed(core, scores('215'))).counts).toMatchObject({ changed: 1, conflict: 0 })
  await core.api.assessments.void({ id: recorded!.id, reason: 'Another person' })
  expect((await previewed(core, scores('214'))).counts).toMatchObject({ unchanged: 1, valueLeftOut: 0 })
  expect((await previewed(core, scores('219'))).counts).toMatchObject({ unchanged: 1, valueLeftOut: 1 })
})

const history = (outcome: string, knowledge: string) =>
  textFile(
    [
      'Cohort,Site,Start,End,Student ID,Last Name,First Name,Started,Outcome,Outcome Date,Reason,Knowledge 1,Knowledge 1 Result',
      `NA-1,Central,2025-09-01,2025-12-01,17,Núñez,Ana,2025-09-01,${outcome},${knowledge}`,
    ].join('\n'),
    'nurse assistant.csv',
  )

test('typed outcomes and attempts are chosen one by one, and what does not fit together is refused', async () => {
  await core.api.learners.create({ familyName: 'Núñez', givenName: 'Ana', studentId: '17' })
  await imported(core, history('Completed,2025-12-01,', '2026-01-10,fail'))
  const { rows } = await core.api.cohorts.list({})
  const cohortId = rows[0]!.id
  const details = () => core.api.cohorts.get({ cohortId })
  const [member] = (await details()).memberRows
  const change = { memberId: member!.memberId, startedOn: '2025-09-01' }
  await core.api.cohorts.changeMembers({
    cohortId,
    members: [{ ...change, outcome: 'completed', outcomeOn: '2025-11-28', reason: null, reasonNote: null }],
  })
  const attempt = { memberId: member!.memberId, part: 'knowledge', number: 1 }
  await core.api.attempts.record({
    cohortId,
    attempts: [{ ...attempt, takenOn: '2026-01-10', result: 'pass', overrideReason: null }],
  })

  const same = history('Completed,2025-12-01,', '2026-01-10,fail')
  const { previewId, counts } = await previewed(core, same)
  expect(counts).toMatchObject({ undecided: 1, changed: 0 })
  expect((await conflictsIn(previewId)).map(({ key, values }) => [key, values])).toEqual([
    ['cohortMember outcome', [{ field: 'outcomeOn', before: '2025-11-28', after: '2025-12-01' }]],
    ['attempt knowledge 1 sitting', [{ field: 'attempt.knowledge.1', before: 'pass', after: 'fail' }]],
  ])
  await decideAll(core, previewId, 'record')
  const outcome = { previewId, rowNumber: 2, key: 'cohortMember outcome', choice: 'file' as const }
  await core.api.imports.decide(outcome)
  await apply(previewId)
  expect((await details()).memberRows).toMatchObject([{ outcome: 'completed', outcomeOn: '2025-12-01' }])
  const { writer } = core.core.requireOpen().file
  expect(await writer.selectFrom('attempts').select(['takenOn', 'result']).execute()).toEqual([
    { takenOn: '2026-01-10', result: 'pass' },
  ])

  // The file moves the start behind the attempt that stays: only one of the two can be true.
  await core.api.cohorts.changeMembers({
    cohortId,
    members: [
      {
        ...change,
        startedOn: '2025-09-02',
        outcome: 'stillIn',
        outcomeOn: null,
        reason: null,
        reasonNote: null,
      },
    ],
  })
  await core.api.attempts.record({
    cohortId,
    attempts: [{ ...attempt, takenOn: '2025-09-03', result: 'pass', overrideReason: null }],
  })
  const later = history('Completed,2025-12-01,', '2026-01-10,fail').text()
  const moved = textFile(
    (await later).replace(',2025-09-01,Completed', ',2025-10-01,Completed'),
    'nurse assistant.csv',
  )
  const mixed = await previewed(core, moved)
  await decideAll(core, mixed.previewId, 'file')
  const kept = { rowNumber: 2, key: 'attempt knowledge 1 sitting', choice: 'record' as const }
  await core.api.imports.decide({ previewId: mixed.previewId, ...kept })
  const refusal = { code: 'imports.choicesDoNotFit', values: { row: 2 } }
  expect(await failureOf(apply(mixed.previewId))).toMatchObject(refusal)
  await decideAll(core, mixed.previewId, 'file')
  await apply(mixed.previewId)
  expect((await details()).memberRows).toMatchObject([{ outcome: 'completed', startedOn: '2025-10-01' }])
})

const value = fc.constantFrom('Spanish', 'Mixtec', 'Nahuatl', '')
const mail = fc.constantFrom('a@example.org', 'b@example.org', '')
const facts = fc.record({ firstLanguage: value, email: mail })
type Facts = { firstLanguage: string; email: string }

test('no file ever changes a typed value without a choice, whatever came before', async () => {
  const step = fc.oneof(
    fc.record({ typed: facts }),
    fc.record({ file: facts, choice: fc.constantFrom<ConflictChoice>('record', 'file') }),
  )
  const row = ({ firstLanguage, email }: Facts) =>
    roster(`17,Núñez,Ana,1981-03-09,,${email},${firstLanguage}`)
  const fields = ['firstLanguage', 'email'] as const
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      const { writer } = core.core.requireOpen().file
      for (const table of tables) await writer.deleteFrom(table).execute()
      await core.api.learners.create({ familyName: 'Núñez', givenName: 'Ana', studentId: '17' })
      const now: Facts = { firstLanguage: '', email: '' }
      const isTyped = { firstLanguage: false, email: false }
      for (const one of steps) {
        if ('typed' in one) {
          await typed({ email: one.typed.email || null, firstLanguage: one.typed.firstLanguage || null })
          for (const field of fields) {
            // Saving the same value again is no typing of it.
            if (now[field] !== one.typed[field]) isTyped[field] = true
            now[field] = one.typed[field]
          }
          continue
        }
        const { previewId, counts } = await previewed(core, row(one.file))
        const differing = fields.filter((field) => one.file[field] !== '' && one.file[field] !== now[field])
        const contested = differing.filter((field) => isTyped[field])
        const shown = await conflictsIn(previewId)
        expect(shown.map(({ key }) => key).sort()).toEqual(
          contested.map((field) => `learner ${field}`).sort(),
        )
        const open = shown.filter(({ choice }) => choice === null)
        expect(counts.undecided).toBe(Math.min(1, open.length))
        for (const { key } of open) {
          await core.api.imports.decide({ previewId, rowNumber: 2, key, choice: one.choice })
        }
        const decided = new Map((await conflictsIn(previewId)).map(({ key, choice }) => [key, choice]))
        await apply(previewId)
        for (const field of differing) {
          if ((decided.get(`learner ${field}`) ?? 'file') === 'record') continue
          now[field] = one.file[field]
          isTyped[field] = false
        }
        const learner = await onlyLearner()
        expect({ firstLanguage: learner.firstLanguage ?? '', email: learner.email ?? '' }).toEqual(now)
      }
    }),
    { numRuns: 8, interruptAfterTimeLimit: 30_000 },
  )
})
