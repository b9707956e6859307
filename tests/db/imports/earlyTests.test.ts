import { afterEach, expect, test } from 'vitest'
import { signedInCore } from '../../helpers/testCore.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'
import { imported, plannedRows, previewed, textFile, type TestCore } from './importing.ts'

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

/** A learner with a pre-test in September and thirty hours since. */
async function withPreTest() {
  const core = await signedInCore({ today: '2026-06-30' })
  open.push(core)
  const { api } = core
  const { learnerId } = await api.learners.create({
    ...{ familyName: 'Soto', givenName: 'Ana', studentId: '1001' },
  })
  const facts = { component: 'english', periodFrom: '2025-09-10', periodTo: '2025-11-30', hours: 30 }
  await api.instructionHours.record({ learnerId, facts })
  await api.assessments.record({
    entries: [readingEntry(learnerId, { testedOn: '2025-09-02', scoreText: '205' })],
    sectionId: null,
  })
  return { core, api, learnerId }
}

const file = (...lines: string[]) => textFile(lines.join('\n'), 'tests.csv')
const heading = 'Student Code,Student Name,Date,Form,Score'
const post = '1001,Ana Soto,12/10/2025,624R,218'

test('a post-test before its hours stays out without a reason, and the row says why and what to do', async () => {
  const { core, api, learnerId } = await withPreTest()
  const { previewId, counts } = await previewed(core, file(heading, post))
  expect(counts).toMatchObject({ new: 0, refused: 1 })
  const [row] = await plannedRows(core, previewId)
  expect(row?.refusals).toMatchObject([
    { code: 'imports.row.earlyTest', values: { hours: 30, minimum: 40, since: Date.UTC(2025, 8, 2, 12) } },
  ])
  expect(await api.assessments.ofLearner({ learnerId })).toHaveLength(1)
})

test('the reason of a column is kept with the test, else that of the whole file; a plain test takes none', async () => {
  const { core, api, learnerId } = await withPreTest()
  const tests = async () =>
    (await api.assessments.ofLearner({ learnerId })).map(({ form, earlyReason }) => [form, earlyReason])
  await imported(core, file(`${heading},Early Reason`, `${post},Moved away`))
  expect(await tests()).toEqual([
    ['624R', 'Moved away'],
    ['623R', null],
  ])

  const other = await withPreTest()
  const list = file(heading, post, '1001,Ana Soto,06/20/2024,625R,200')
  await imported(other.core, list, { earlyReason: 'End of the grant' })
  const kept = await other.api.assessments.ofLearner({ learnerId: other.learnerId })
  expect(kept.map(({ form, earlyReason }) => [form, earlyReason])).toEqual([
    ['624R', 'End of the grant'],
    ['623R', null],
    ['625R', null],
  ])
  // The same file again changes nothing, with or without the reason.
  expect((await imported(other.core, list)).counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
})

test('the order of the rows does not matter: the test before may stand below', async () => {
  const { core } = await withPreTest()
  const list = file(heading, '1001,Ana Soto,01/20/2026,626R,219', '1001,Ana Soto,01/19/2026,625R,218')
  const { counts } = await previewed(core, list)
  expect(counts).toMatchObject({ refused: 2, new: 0 })
  const { counts: explained } = await previewed(core, list, { earlyReason: 'Two tests in a row' })
  expect(explained).toMatchObject({ refused: 0, new: 2 })
})

test('where nobody recorded hours it cannot be said, and the test is taken', async () => {
  const { core, api } = await withPreTest()
  await api.learners.create({ familyName: 'Abe', givenName: 'Lin', studentId: '1002' })
  const list = file(heading, '1002,Lin Abe,09/02/2025,623R,205', '1002,Lin Abe,12/10/2025,624R,218')
  expect((await previewed(core, list)).counts).toMatchObject({ new: 2, refused: 0 })
})
