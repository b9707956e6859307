import { afterEach, describe, expect, test } from 'vitest'
import { refreshCurrentLevels } from '../../db/assessments/currentLevels.ts'
import type { LevelTableRecord } from '../../shared/contract/instruments.ts'
import { levelOfScore, prepareLevelTables } from '../../shared/rules/levels.ts'
import { failureOf } from '../helpers/failureOf.ts'
import type { signedInCore } from '../helpers/testCore.ts'
import { addLearner, readingEntry } from '../helpers/testedLearners.ts'
import { openedCores } from './openedCores.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const { opened, closeAll } = openedCores()
afterEach(closeAll)

const steps = async ({ api }: Pick<Test, 'api'>) =>
  (await api.instruments.list({})).find(({ instrument }) => instrument === 'CASAS Reading STEPS')!

/** The same chart with every level that many points higher. */
const raised = (levels: LevelTableRecord['levels'], points: number) =>
  levels!.map(({ level, minScore, maxScore }) => ({
    level,
    minScore: minScore === null ? null : minScore + points,
    maxScore: maxScore === null ? null : maxScore + points,
  }))

test('a new program has the known instruments, some with a chart and some that ask for one', async () => {
  const { api } = await opened()
  const tables = await api.instruments.list({})
  const charted = tables.filter(({ levels }) => levels !== null).map(({ instrument }) => instrument)
  expect(charted).toEqual([
    'CASAS Reading STEPS',
    'CASAS Listening STEPS',
    'CASAS Life and Work Reading',
    'CASAS Life and Work Listening',
    'BEST Plus 2.0',
  ])
  expect(tables).toHaveLength(17)
  expect(tables[0]).toMatchObject({ effectiveFrom: '2023-07-13', forms: expect.arrayContaining(['630R']) })
})

test('saving a chart looks every score up again and says how many changed', async () => {
  const it = await opened()
  const [first, second] = [await addLearner(it.api, 'Rivera'), await addLearner(it.api, 'Soto')]
  const entries = [
    readingEntry(first, { scoreText: '217' }),
    readingEntry(second, { scoreText: '220' }),
    readingEntry(second, { scoreText: '*', form: '621R' }),
  ]
  await it.api.assessments.record({ entries, sectionId: null })
  const table = await steps(it)
  const { table: saved, relevelled } = await it.api.instruments.saveTable({
    ...table,
    levels: raised(table.levels, 2),
  })
  expect(relevelled).toBe(1)
  expect(saved.id).toBe(table.id)
  expect(await it.api.instruments.list({})).toContainEqual(saved)
  const levelsOf = async (learnerId: number) =>
    (await it.api.assessments.ofLearner({ learnerId })).map(({ level }) => level)
  expect(await levelsOf(first)).toEqual([4])
  expect(await levelsOf(second)).toEqual([null, 5])
  const current = await it.core
    .requireOpen()
    .file.reader.selectFrom('currentLevels')
    .select('level')
    .orderBy('learnerId')
    .execute()
  expect(current).toEqual([{ level: 4 }, { level: 5 }])
})

test('entering the publisher’s chart gives its level to scores that had none', async () => {
  const it = await opened()
  const learnerId = await addLearner(it.api, 'Rivera')
  const entry = readingEntry(learnerId, { instrument: 'TABE CLAS-E C/D', form: 'C2', scoreText: '480' })
  await it.api.assessments.record({ entries: [entry], sectionId: null })
  const table = (await it.api.instruments.list({})).find(
    ({ instrument, skillArea }) => instrument === 'TABE CLAS-E C/D' && skillArea === 'reading',
  )!
  const levels = [
    { level: 1 as const, minScore: null, maxScore: 399 },
    { level: 2 as const, minScore: 400, maxScore: 500 },
  ]
  const { relevelled } = await it.api.instruments.saveTable({ ...table, levels, source: 'Publisher' })
  expect(relevelled).toBe(1)
  expect(await it.api.assessments.ofLearner({ learnerId })).toMatchObject([{ level: 2 }])
})

test('a later table counts from its first day, beside the older one', async () => {
  const it = await opened()
  const table = await steps(it)
  await it.api.instruments.saveTable({ ...table, effectiveTo: '2026-06-30' })
  const next = { ...table, id: null, effectiveFrom: '2026-07-01', levels: raised(table.levels, 10) }
  const { table: added } = await it.api.instruments.saveTable(next)
  expect(added.id).not.toBe(table.id)
  const learnerId = await addLearner(it.api, 'Rivera')
  const entries = [
    readingEntry(learnerId, { form: '621R', testedOn: '2026-06-30', scoreText: '217' }),
    readingEntry(learnerId, { testedOn: '2026-07-01', scoreText: '217', earlyReason: 'Another table' }),
  ]
  const saved = await it.api.assessments.record({ entries, sectionId: null })
  expect(saved.map(({ level }) => level)).toEqual([5, 4])
})

describe('a table that cannot be', () => {
  test.each<[string, (table: LevelTableRecord) => Partial<LevelTableRecord>, string]>([
    [
      'ends before it begins',
      () => ({ effectiveTo: '2020-01-01' }),
      'effectiveTo instruments.endBeforeStart',
    ],
    [
      'recommends hours upside down',
      () => ({ recommendedHours: { from: 100, to: 70 } }),
      'recommendedHours.to instruments.hoursUpsideDown',
    ],
    [
      'has its scores upside down',
      () => ({ possibleScores: { min: 280, max: 130 } }),
      'possibleScores.max instruments.scoresUpsideDown',
    ],
    [
      'leaves a gap between two levels',
      ({ levels }) => ({
        levels: levels!.map((band) => (band.level === 3 ? { ...band, minScore: 198 } : band)),
      }),
      'levels.2.minScore instruments.bandGap',
    ],
    [
      'leaves a level out',
      ({ levels }) => ({ levels: levels!.filter(({ level }) => level !== 3) }),
      'levels.2.minScore instruments.bandGap',
    ],
    [
      'has a level without an end below another',
      ({ levels }) => ({
        levels: levels!.map((band) => (band.level === 3 ? { ...band, maxScore: null } : band)),
      }),
      'levels.3.minScore instruments.bandGap',
    ],
    [
      'has a level that ends before it begins',
      ({ levels }) => ({
        levels: levels!.map((band) => (band.level === 6 ? { ...band, maxScore: 200 } : band)),
      }),
      'levels.5.minScore instruments.bandUpsideDown',
    ],
  ])('%s', async (_what, change, expected) => {
    const it = await opened()
    const table = await steps(it)
    const refusal = await failureOf(it.api.instruments.saveTable({ ...table, ...change(table) }))
    expect(refusal.fields.map(({ path, code }) => `${path} ${code}`)).toEqual([expected])
    expect(await steps(it)).toEqual(table)
  })

  test('shares days with another table of the instrument and skill', async () => {
    const it = await opened()
    const table = await steps(it)
    const overlapping = { ...table, id: null, effectiveFrom: '2031-06-30', effectiveTo: null }
    const refusal = await failureOf(it.api.instruments.saveTable(overlapping))
    expect(refusal.fields).toMatchObject([{ path: 'effectiveFrom', code: 'instruments.datesOverlap' }])
    await it.api.instruments.saveTable({ ...overlapping, effectiveFrom: '2031-07-01' })
  })

  test('takes another name once scores know it by this one', async () => {
    const it = await opened()
    const table = await steps(it)
    const { table: renamed } = await it.api.instruments.saveTable({ ...table, instrument: 'CASAS R' })
    const learnerId = await addLearner(it.api, 'Rivera')
    const entry = readingEntry(learnerId, { instrument: 'CASAS R' })
    await it.api.assessments.record({ entries: [entry], sectionId: null })
    const again = it.api.instruments.saveTable({ ...renamed, instrument: 'Something else' })
    expect((await failureOf(again)).fields).toMatchObject([
      { path: 'instrument', code: 'instruments.hasScores' },
    ])
    const moved = it.api.instruments.saveTable({ ...renamed, skillArea: 'writing' })
    expect((await failureOf(moved)).fields).toMatchObject([{ path: 'skillArea' }])
  })

  test('is not there', async () => {
    const it = await opened()
    const table = await steps(it)
    expect(await failureOf(it.api.instruments.saveTable({ ...table, id: 999 }))).toMatchObject({
      kind: 'notFound',
      values: { what: 'scoreTable' },
    })
  })
})

test('only an administrator changes tables; everybody reads them', async () => {
  const it = await opened()
  const table = await steps(it)
  for (const role of ['director', 'coordinator', 'instructor', 'staff', 'viewer'] as const) {
    it.core.accountChanged({ ...it.core.caller!, roles: [role] })
    expect((await failureOf(it.api.instruments.saveTable(table))).kind).toBe('notAllowed')
    expect(await it.api.instruments.list({})).toHaveLength(17)
  }
})

test('every change leaves the table before and after', async () => {
  const it = await opened()
  const table = await steps(it)
  await it.api.instruments.saveTable({ ...table, sameFormDays: 90 })
  const row = await it.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'instruments.saveTable')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(row.before!)).toMatchObject({ sameFormDays: 180 })
  expect(JSON.parse(row.after!)).toMatchObject({ sameFormDays: 90 })
})

test('relevelling gives each test the level that its score has in the table of its day', async () => {
  const it = await opened()
  const table = await steps(it)
  const later = raised(table.levels, 10)
  const days = ['2023-07-12', '2023-07-13', '2026-06-30', '2026-07-01', '2026-07-30']
  const learnerIds: number[] = []
  for (const name of ['A', 'B', 'C']) learnerIds.push(await addLearner(it.api, name))
  // Tests of any day and score, as an import brings them: the levels are wrong until they are looked up.
  const rows = learnerIds.flatMap((learnerId, person) =>
    days.map((testedOn, index) => ({
      ...readingEntry(learnerId, { testedOn, form: `62${index}R` }),
      score: 175 + person * 37 + index * 8,
      level: 1,
      recordedAt: '2026-08-01',
    })),
  )
  const writer = it.core.requireOpen().file.writer
  await writer.transaction().execute(async (db) => {
    await db.insertInto('assessments').values(rows).execute()
    await refreshCurrentLevels(db, learnerIds)
  })

  await it.api.instruments.saveTable({ ...table, effectiveTo: '2026-06-30' })
  const { relevelled } = await it.api.instruments.saveTable({
    ...{ ...table, id: null, effectiveFrom: '2026-07-01', effectiveTo: null, levels: later },
  })
  expect(relevelled).toBeGreaterThan(0)
  const tables = prepareLevelTables(await it.api.instruments.list({}))
  const kept = await writer.selectFrom('assessments').selectAll().execute()
  for (const { testedOn, score, level } of kept) {
    expect(level).toBe(levelOfScore(tables.tableFor(table.instrument, 'reading', testedOn), score))
  }
  const current = await writer.selectFrom('currentLevels').selectAll().execute()
  expect(current).toHaveLength(3)
  for (const { assessmentId, level } of current) {
    expect(level).toBe(kept.find(({ id }) => id === assessmentId)!.level)
  }
})
