import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptTable, personTables } from '../../../db/merges/personTables.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { mergeAtRandom } from './mergeAtRandom.ts'
import { aProgram, aRecord, writeRecord, writerOf, type Program, type TestCore } from './twoRecords.ts'

let core: TestCore
let program: Program
beforeAll(async () => {
  core = await signedInCore({ today: '2026-05-01' })
  program = await aProgram(core)
})
afterAll(() => core.dispose())

const tables = [...Object.values(personTables), attemptTable].filter(({ key }) => key[0] === 'id')

/** The rows of both records by table, each with its learner and what it says. */
async function rowsOf(learnerIds: readonly number[]) {
  const rows = new Map<string, { owner: number; says: string }>()
  for (const { table } of tables) {
    const owned =
      table === 'attempts'
        ? sql`select a.*, m.learnerId as owner from attempts a join cohortMembers m on m.id = a.cohortMemberId`
        : sql`select *, learnerId as owner from ${sql.table(table)}`
    const found = await sql<{ id: number; owner: number }>`
      select * from (${owned}) where owner in (${sql.join(learnerIds)})`.execute(writerOf(core))
    for (const { id, owner, ...says } of found.rows)
      rows.set(`${table} ${id}`, { owner, says: JSON.stringify(says) })
  }
  return rows
}

/** A row that says the same in the same table, whatever its number and its place in a line. */
function likeIt(
  rows: Awaited<ReturnType<typeof rowsOf>>,
  key: string,
  { owner, says }: { owner: number; says: string },
) {
  const plain = (text: string) => text.replace(/"(number|cohortMemberId)":\d+/g, '')
  const [table] = key.split(' ')
  return [...rows].find(
    ([other, row]) => other.startsWith(`${table} `) && row.owner === owner && plain(row.says) === plain(says),
  )?.[1]
}

type Edit = (keptId: number, dice: number) => Promise<void>

/** What people do with the one record before they find out that it was two people after all. */
const edits: readonly Edit[] = [
  async (learnerId, dice) => {
    const { facts } = await factsOf(learnerId)
    await core.api.learners.change({ ...facts, learnerId, firstLanguage: `Language ${dice}` })
  },
  async (learnerId, dice) => {
    const { facts } = await factsOf(learnerId)
    await core.api.learners.change({ ...facts, learnerId, familyName: `Later ${dice}`, phones: [] })
  },
  async (learnerId) => {
    const [test] = await core.api.assessments.ofLearner({ learnerId })
    if (test && test.voidedAt === null) await core.api.assessments.void({ id: test.id, reason: 'Wrong form' })
  },
  async (learnerId) => {
    const { hours } = await core.api.learners.get({ learnerId })
    if (hours[0]) await core.api.instructionHours.withdraw({ hoursId: hours[0].id })
  },
  async (learnerId, dice) => {
    const row = { kind: 'document', evidenceKey: `later${dice}`, status: 'met', onDate: '2026-04-30' }
    await writerOf(core)
      .insertInto('evidence')
      .values({ learnerId, ...row, recordedAt: '2026-05-01T12:00:00.000Z' })
      .execute()
  },
  async (learnerId, dice) => {
    const seat = await writerOf(core)
      .selectFrom('cohortMembers')
      .select('id')
      .where('learnerId', '=', learnerId)
      .executeTakeFirst()
    if (!seat) return
    const last = await writerOf(core)
      .selectFrom('attempts')
      .select((row) => row.fn.max('number').as('number'))
      .where('cohortMemberId', '=', seat.id)
      .executeTakeFirstOrThrow()
    const attempt = { partKey: 'knowledge', number: Number(last.number ?? 0) + 1, result: 'fail' }
    await writerOf(core)
      .insertInto('attempts')
      .values({ cohortMemberId: seat.id, ...attempt, takenOn: '2026-04-30', recordedAt: `later ${dice}` })
      .execute()
  },
]

async function factsOf(learnerId: number) {
  const { id: _, ...facts } = await core.api.learners.get({ learnerId })
  return { facts }
}

test('what is recorded between a merge and taking it apart stays, and nothing of either record is lost', async () => {
  const throws = fc.array(fc.nat({ max: edits.length - 1 }), { minLength: 1, maxLength: 4 })
  const coins = fc.array(fc.boolean(), { minLength: 5, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(aRecord, aRecord, coins, throws, async (one, two, sides, chosen) => {
      const keptId = await writeRecord(core, program, one, null)
      const otherId = await writeRecord(core, program, two, null)
      const before = await rowsOf([keptId, otherId])
      const mergeId = await mergeAtRandom(core, [keptId, otherId], sides)
      const merged = await rowsOf([keptId, otherId])
      for (const [dice, index] of chosen.entries()) await edits[index]!(keptId, dice)
      const edited = await rowsOf([keptId, otherId])
      const facts = await core.api.learners.get({ learnerId: keptId })
      const { signature, staying, lost } = await core.api.merges.unmergePreview({ mergeId })
      await core.api.merges.unmerge({ mergeId, signature })
      const after = await rowsOf([keptId, otherId])

      // A row that was left out may have lost its number to a newer one: it comes back under another.
      const isGivenAgain = (key: string) => !merged.has(key) && edited.has(key)
      let missing = 0
      for (const [key, row] of before) {
        const wasRemoved = merged.has(key) && !edited.has(key)
        if (wasRemoved) continue
        const now = isGivenAgain(key) ? likeIt(after, key, row) : after.get(key)
        if (now === undefined) {
          missing++
          continue
        }
        expect(now.owner, key).toBe(row.owner)
      }
      expect(missing, 'rows that could not come back are counted before').toBeLessThanOrEqual(lost)
      // What is new since stays with the record that was kept, as it was written.
      for (const [key, row] of edited)
        if (!merged.has(key) && !before.has(key)) {
          expect(after.has(key), key).toBe(true)
          // A sitting goes with its seat in the cohort.
          if (!key.startsWith('attempts ')) expect(after.get(key)!.owner, key).toBe(row.owner)
        }
      // A fact that somebody changed stays as changed, and is named before.
      const now = await core.api.learners.get({ learnerId: keptId })
      const isEdited = (field: string) =>
        staying.some((one) => one.table === 'learners' && one.field === field)
      if (isEdited('familyName')) expect(now.familyName).toBe(facts.familyName)
      if (isEdited('firstLanguage')) expect(now.firstLanguage).toBe(facts.firstLanguage)
      await core.api.learners.get({ learnerId: otherId })
      const broken = await sql`pragma foreign_key_check`.execute(writerOf(core))
      expect(broken.rows).toEqual([])
    }),
    { numRuns: 15 },
  )
})
