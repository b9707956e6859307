import { afterEach, beforeEach, expect, test } from 'vitest'
import { cohortInput, nurseAssistantTrack } from '../../helpers/nurseAssistant.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'
import { imported, resultOf, textFile } from '../imports/importing.ts'
import { writerOf, type TestCore } from './twoRecords.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

async function merge(keptId: number, otherId: number) {
  const { signature } = await core.api.merges.preview({ keptId, otherId })
  return core.api.merges.merge({ keptId, otherId, signature })
}

async function takeApart(mergeId: number) {
  const { signature } = await core.api.merges.unmergePreview({ mergeId })
  await core.api.merges.unmerge({ mergeId, signature })
}

const idOf = async (text: string) => (await core.api.learners.search({ text }))[0]!.id

test('a file finds the one record by either number, and undoing the first file waits for the merge to come apart', async () => {
  const { api } = core
  const roster = (lines: string) => textFile(`Student ID,Last Name,First Name,Email\n${lines}`, 'roster.csv')
  const { importId } = await imported(core, roster('A-1,Quispe,Ana,\nB-2,Kebede,Sara,'))
  const added = await api.learners.create({ familyName: 'Quispe', givenName: 'Ana María', studentId: 'C-3' })
  const { mergeId } = await merge(added.learnerId, await idOf('A-1'))

  const { counts } = await imported(core, roster('A-1,Quispe,Ana,ana@example.org'))
  expect(counts).toMatchObject({ new: 0, refused: 0 })
  expect(await api.learners.get({ learnerId: added.learnerId })).toMatchObject({ email: 'ana@example.org' })

  const look = () => resultOf(api.imports.undoPreview({ importId }))
  const merged = await look()
  expect(merged.counts).toMatchObject({ removed: 1, kept: 1 })
  expect(merged.kept).toMatchObject([{ subject: 'learner', reason: 'merged' }])
  await takeApart(mergeId)
  expect((await look()).counts).toMatchObject({ removed: 2, kept: 0 })
})

test('the age of the one record is that of both', async () => {
  const { api } = core
  const old = await api.learners.create({ familyName: 'Old' })
  const tested = await api.learners.create({ familyName: 'Tested' })
  const ids = [old.learnerId, tested.learnerId]
  await writerOf(core)
    .updateTable('learners')
    .set({ createdAt: '2014-02-03T12:00:00.000Z' })
    .where('id', 'in', ids)
    .execute()
  await api.assessments.record({
    sectionId: null,
    entries: [readingEntry(tested.learnerId, { testedOn: '2025-07-30' })],
  })
  await api.keep.changeRetention({ retentionYears: 5 })
  const due = async () => (await api.keep.list({ show: 'due' })).rows.map(({ familyName }) => familyName)
  expect(await due()).toEqual(['Old'])
  const { mergeId } = await merge(old.learnerId, tested.learnerId)
  expect(await due()).toEqual([])
  await takeApart(mergeId)
  expect(await due()).toEqual(['Old'])
})

test('a person with two seats in one cohort is counted twice before, once after, and twice again', async () => {
  const { api } = core
  const nurse = await nurseAssistantTrack(core.core)
  const names = ['Quispe', 'Quispe Flores', 'Kebede']
  const ids: number[] = []
  for (const familyName of names) ids.push((await api.learners.create({ familyName })).learnerId)
  const { cohortId } = await api.cohorts.create({
    ...cohortInput(nurse, { startDate: '2026-01-12', endDate: '2026-05-15' }),
    memberLearnerIds: ids,
  })
  await writerOf(core)
    .updateTable('cohortMembers')
    .set({ outcome: 'completed', startedOn: '2026-01-12', outcomeOn: '2026-05-15' })
    .where('learnerId', '!=', ids[1]!)
    .execute()
  const reports = async () => [await api.reports.completion({}), await api.reports.certification({})]
  const seats = async () => {
    const rows = await writerOf(core)
      .selectFrom('cohortMembers')
      .select('outcome')
      .where('cohortId', '=', cohortId)
      .orderBy('outcome')
      .execute()
    return rows.map(({ outcome }) => outcome)
  }
  const before = await reports()
  const { mergeId } = await merge(ids[1]!, ids[0]!)
  // The seat that says how it ended counts.
  expect(await seats()).toEqual(['completed', 'completed'])
  expect(await reports()).not.toEqual(before)
  await takeApart(mergeId)
  expect(await seats()).toEqual(['completed', 'completed', 'stillIn'])
  expect(await reports()).toEqual(before)
})
