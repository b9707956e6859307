import { afterEach, expect, test } from 'vitest'
import type { LearnerFactsInput } from '../../shared/contract/learnerFacts.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { signInAs } from '../helpers/signInAs.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
const opened = async (options: Parameters<typeof signedInCore>[0] = {}) => {
  const core = await signedInCore(options)
  open.push(core)
  return core
}
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

const people: LearnerFactsInput[] = [
  {
    familyName: 'Núñez',
    givenName: 'María José',
    studentId: '1041',
    birthDate: '1990-05-02',
    phones: [{ number: '(704) 555-6374' }],
  },
  { familyName: 'Đặng', givenName: 'Thị Ánh', studentId: 'A-1042', status: 'paused' },
  {
    familyName: "O'Farrill",
    givenName: 'Jean-Baptiste',
    preferredName: 'JB',
    phones: [{ number: '704 555 9526', contactName: 'Rosa' }],
  },
  { familyName: 'Aye', birthDate: '1985-01-09' },
]

async function withPeople(options?: Parameters<typeof signedInCore>[0]) {
  const core = await opened(options)
  const ids: number[] = []
  for (const person of people) ids.push((await core.api.learners.create(person)).learnerId)
  return { ...core, ids }
}

const familyNames = (rows: readonly { familyName: string }[]) => rows.map(({ familyName }) => familyName)

test.each([
  ['nunez', ['Núñez']],
  ['jose nuñ', ['Núñez']],
  ['anh dang', ['Đặng']],
  ['ofarrill', ["O'Farrill"]],
  ['baptiste', ["O'Farrill"]],
  ['jb', ["O'Farrill"]],
  ['a-1042', ['Đặng']],
  ['104', ['Đặng', 'Núñez']],
  ['704-555-6374', ['Núñez']],
  ['5559526', ["O'Farrill"]],
  ['maria 7045556', ['Núñez']],
  ['maria 9526', []],
  ['100%', []],
  ['_', ['Aye', 'Đặng', 'Núñez', "O'Farrill"]],
])('the list finds %j', async (text, expected) => {
  const { api } = await withPeople()
  const { rows, total } = await api.learners.list({ text })
  expect(familyNames(rows)).toEqual(expected)
  expect(total).toBe(expected.length)
})

test('the list comes in windows, sorted by name without accents, with the number of all', async () => {
  const { api } = await withPeople()
  const { rows, total } = await api.learners.list({ offset: 1, limit: 2 })
  expect(familyNames(rows)).toEqual(['Đặng', 'Núñez'])
  expect(total).toBe(4)
  const backwards = await api.learners.list({ sort: { by: 'name', descending: true } })
  expect(familyNames(backwards.rows)).toEqual(["O'Farrill", 'Núñez', 'Đặng', 'Aye'])
})

test('learners without a value stand last in both directions', async () => {
  const { api } = await withPeople()
  const up = await api.learners.list({ sort: { by: 'studentId' } })
  expect(up.rows.map(({ studentId }) => studentId)).toEqual(['1041', 'A-1042', null, null])
  const down = await api.learners.list({ sort: { by: 'studentId', descending: true } })
  expect(down.rows.map(({ studentId }) => studentId)).toEqual(['A-1042', '1041', null, null])
})

const tests = [
  [0, 'reading', 220, '2026-03-01'],
  [0, 'listening', 205, '2026-04-01'],
  [1, 'reading', 230, '2026-02-01'],
] as const

async function withLevels() {
  const core = await withPeople()
  for (const [person, skillArea, score, testedOn] of tests) {
    const learnerId = core.ids[person]!
    await core.core
      .requireOpen()
      .file.writer.transaction()
      .execute(async (db) => {
        const level = score < 210 ? 3 : score < 225 ? 4 : 5
        const { id } = await db
          .insertInto('assessments')
          .values({
            learnerId,
            instrument: 'CASAS STEPS',
            skillArea,
            form: '621R',
            testedOn,
            score,
            scoreText: String(score),
            level,
            passed: null,
            voidedAt: null,
            voidReason: null,
            sameFormReason: null,
            sectionId: null,
            importId: null,
            recordedAt: core.core.now(),
            recordedBy: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await db
          .insertInto('currentLevels')
          .values({ learnerId, skillArea, assessmentId: id, level, score, testedOn })
          .execute()
      })
  }
  return core
}

test('the list filters by level in an area, by lowest level, and by tested or not', async () => {
  const { api } = await withLevels()
  const found = async (filters: Parameters<typeof api.learners.list>[0]) =>
    familyNames((await api.learners.list(filters)).rows)
  expect(await found({ skillArea: 'reading', levels: [4, 5] })).toEqual(['Đặng', 'Núñez'])
  expect(await found({ skillArea: 'listening', levels: [4, 5] })).toEqual([])
  expect(await found({ levels: [3] })).toEqual(['Núñez'])
  expect(await found({ tested: false })).toEqual(['Aye', "O'Farrill"])
  expect(await found({ tested: false, skillArea: 'listening' })).toEqual(['Aye', 'Đặng', "O'Farrill"])
  expect(await found({ tested: true, skillArea: 'listening' })).toEqual(['Núñez'])
  expect(await found({ status: ['paused'] })).toEqual(['Đặng'])
})

test('the list sorts by lowest level, by level in the chosen area and by last test', async () => {
  const { api } = await withLevels()
  const found = async (input: Parameters<typeof api.learners.list>[0]) =>
    familyNames((await api.learners.list(input)).rows)
  expect(await found({ sort: { by: 'level' } })).toEqual(['Núñez', 'Đặng', 'Aye', "O'Farrill"])
  expect(await found({ sort: { by: 'level', descending: true }, skillArea: 'listening' })).toEqual([
    'Núñez',
    'Aye',
    'Đặng',
    "O'Farrill",
  ])
  expect(await found({ sort: { by: 'lastTestedOn' } })).toEqual(['Đặng', 'Núñez', 'Aye', "O'Farrill"])
})

test('a row shows current levels, the last test and the classes of today', async () => {
  const { api, ids } = await withLevels()
  const { sectionId } = await api.sections.create({ code: 'ESL-5 EVE', name: 'ESL 5, evening' })
  await api.sections.addMembers({ sectionId, learnerIds: [ids[0]!] })
  const { rows } = await api.learners.list({ text: 'nunez' })
  expect(rows[0]).toMatchObject({
    sections: [{ id: sectionId, code: 'ESL-5 EVE', name: 'ESL 5, evening' }],
    levels: [
      { skillArea: 'reading', level: 4, score: 220, testedOn: '2026-03-01' },
      { skillArea: 'listening', level: 3, score: 205, testedOn: '2026-04-01' },
    ],
    lastTestedOn: '2026-04-01',
  })
})

test('the search puts names that begin with what was typed first and finds nobody for nothing', async () => {
  const { api } = await withPeople()
  await api.learners.create({ familyName: 'Bernánhez', givenName: 'Luz' })
  expect(familyNames(await api.learners.search({ text: 'an' }))).toEqual(['Đặng', 'Bernánhez', "O'Farrill"])
  expect(await api.learners.search({ text: '  ' })).toEqual([])
})

test('a learner is added with phones and a trusted contact, and read back', async () => {
  const { api, ids } = await withPeople()
  const learner = await api.learners.get({ learnerId: ids[2]! })
  expect(learner).toMatchObject({
    familyName: "O'Farrill",
    preferredName: 'JB',
    status: 'active',
    phones: [{ number: '704 555 9526', contactName: 'Rosa' }],
    levels: [],
    evidence: [],
  })
})

test('facts that contradict the records are refused at their fields', async () => {
  const { api } = await withPeople()
  const refusal = await failureOf(
    api.learners.create({
      familyName: 'Sosa',
      studentId: '1041',
      birthDate: '2026-08-02',
      interestTrackId: 999,
    }),
  )
  expect(refusal.kind).toBe('invalidInput')
  expect(refusal.fields.map(({ path, code }) => [path, code])).toEqual([
    ['birthDate', 'learners.birthDateUnlikely'],
    ['studentId', 'learners.studentIdTaken'],
    ['interestTrackId', 'learners.trackGone'],
  ])
  const typed = await failureOf(
    api.learners.create({ familyName: ' ', email: 'luz@', phones: [{ number: '555' }] }),
  )
  expect(typed.fields.map(({ path, code }) => [path, code])).toEqual([
    ['familyName', 'required'],
    ['email', 'learners.emailInvalid'],
    ['phones.0.number', 'learners.phoneTooShort'],
  ])
})

test('two people who change one record: the second is told, and nothing is overwritten', async () => {
  let minute = 0
  const clock = () => new Date(Date.UTC(2026, 7, 1, 12, minute++))
  const { api, ids } = await withPeople({ clock })
  const learnerId = ids[0]!
  const { updatedAt, ...facts } = await api.learners.get({ learnerId })
  const first = await api.learners.change({
    learnerId,
    updatedAt,
    ...facts,
    workSchedule: 'nights',
  })
  expect(first.updatedAt).not.toBe(updatedAt)
  const second = await failureOf(
    api.learners.change({ learnerId, updatedAt, ...facts, workSchedule: 'days' }),
  )
  expect(second).toMatchObject({ kind: 'conflict', code: 'learners.changedMeanwhile' })
  expect(await api.learners.get({ learnerId })).toMatchObject({ workSchedule: 'nights' })
})

test('a changed name is found by the new one, with its audit row', async () => {
  const { api, core, ids } = await withPeople()
  const learnerId = ids[0]!
  const { updatedAt, ...facts } = await api.learners.get({ learnerId })
  await api.learners.change({ learnerId, updatedAt, ...facts, familyName: 'Żółkiewska' })
  expect(familyNames(await api.learners.search({ text: 'zolkiewska' }))).toEqual(['Żółkiewska'])
  const audit = await core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'learners.change')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(audit.before!)).toMatchObject({ familyName: 'Núñez' })
  expect(JSON.parse(audit.after!)).toMatchObject({ familyName: 'Żółkiewska' })
})

test('the status of many is set at once, and the answer is enough to undo it', async () => {
  const { api, ids } = await withPeople()
  const { changed } = await api.learners.setStatus({ learnerIds: ids, status: 'paused' })
  expect(changed).toHaveLength(3)
  expect(changed).not.toContainEqual({ learnerId: ids[1], before: 'active' })
  expect(
    await failureOf(api.learners.setStatus({ learnerIds: [ids[0]!, 999], status: 'left' })),
  ).toMatchObject({ kind: 'notFound' })
  expect((await api.learners.list({ status: ['left'] })).total).toBe(0)
})

test('records that look like the person being typed are shown with the reasons', async () => {
  const { api, ids } = await withPeople()
  const found = await api.learners.similar({
    familyName: 'Nunez',
    givenName: 'Maria Jose',
    birthDate: '1990-02-05',
  })
  expect(found).toMatchObject([{ id: ids[0], reasons: ['dayAndMonthSwapped', 'sameName'] }])
  expect(await api.learners.similar({ familyName: 'Dang', givenName: 'Thi Anh' })).toMatchObject([
    { id: ids[1] },
  ])
  expect(
    await api.learners.similar({ familyName: 'Dang', givenName: 'Thi Anh', exceptLearnerId: ids[1]! }),
  ).toEqual([])
  expect(await api.learners.similar({ familyName: 'Somebody', givenName: 'Else' })).toEqual([])
  expect(await api.learners.similar({})).toEqual([])
})

test('a second student number finds its person everywhere, and nobody else gets it', async () => {
  const { api, core, ids } = await withPeople()
  const second = { studentId: 'B-7733', learnerId: ids[2]! }
  await core.requireOpen().file.writer.insertInto('learnerOtherIds').values(second).execute()
  for (const text of ['b-7733', '7733', 'farrill b-77']) {
    expect(familyNames((await api.learners.list({ text })).rows)).toEqual(["O'Farrill"])
    expect(familyNames(await api.learners.search({ text }))).toEqual(["O'Farrill"])
  }
  expect((await api.learners.list({ text: 'nunez 7733' })).total).toBe(0)
  const typed = { familyName: 'Farrill', givenName: 'Jean', studentId: 'B-7733' }
  expect(await api.learners.similar(typed)).toMatchObject([
    { id: ids[2], reasons: ['sameId', 'similarName'] },
  ])
  expect(await failureOf(api.learners.create(typed))).toMatchObject({
    fields: [{ path: 'studentId', code: 'learners.studentIdTaken' }],
  })
})

test('roles: a viewer reads and changes nothing', async () => {
  const { api, ids } = await withPeople()
  await signInAs(api, 'Vera', ['viewer'])
  expect((await api.learners.list({})).total).toBe(4)
  const calls = [
    api.learners.create({ familyName: 'Sosa' }),
    api.learners.setStatus({ learnerIds: ids, status: 'left' }),
    api.sections.create({ code: 'X', name: 'X' }),
    api.sections.addMembers({ sectionId: 1, learnerIds: ids }),
    api.evidence.record({
      learnerId: ids[0]!,
      facts: { kind: 'component', evidenceKey: 'workReadiness', status: 'done', onDate: '2026-07-01' },
    }),
    api.instructionHours.record({
      learnerId: ids[0]!,
      facts: { component: 'esl', periodFrom: '2026-06-01', periodTo: '2026-06-30', hours: 20 },
    }),
  ]
  for (const call of calls) expect(await failureOf(call)).toMatchObject({ kind: 'notAllowed' })
})
