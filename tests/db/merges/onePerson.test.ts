import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personTables, staysOrFollows } from '../../../db/merges/personTables.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { signInAs } from '../../helpers/signInAs.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { twiceOnRecord } from '../../helpers/twiceOnRecord.ts'
import { writerOf, type TestCore } from './twoRecords.ts'

let core: TestCore
let keptId: number
let otherId: number
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
  const ids = await twiceOnRecord(core.api)
  keptId = ids.keptId
  otherId = ids.otherId
})
afterEach(() => core.dispose())

async function merge(doubles: 'kept' | 'other' | 'asIs' = 'kept') {
  const { api } = core
  const preview = await api.merges.preview({ keptId, otherId })
  const facts = Object.fromEntries(preview.facts.map(({ fact, proposed }) => [fact, proposed]))
  const sides = doubles === 'asIs' ? {} : Object.fromEntries(preview.doubles.map(({ key }) => [key, doubles]))
  const { signature } = preview
  return api.merges.merge({ keptId, otherId, signature, facts, doubles: sides })
}

/** What lists, searches and counts say of how many people there are. */
async function counted() {
  const { api } = core
  const list = await api.learners.list({})
  const { learners } = await api.today.overview({})
  const chosen = await api.learners.matching({})
  return [list.total, learners.active + learners.neverTested, chosen.learnerIds.length]
}

test('every table that knows a learner moves with the person, or says why not', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct m.name as "table" from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and c.name = 'learnerId' order by 1
  `.execute(writerOf(core))
  const known = [...Object.keys(personTables), ...Object.keys(staysOrFollows)]
  expect(rows.map(({ table }) => table).sort()).toEqual(known.sort())
})

test('two people before, one after, two again', async () => {
  const { api } = core
  await api.learners.setStatus({ learnerIds: [otherId], status: 'active' })
  const before = await counted()
  const { mergeId } = await merge('other')
  expect(await counted()).toEqual(before.map((count) => count - 1))
  expect((await api.learners.search({ text: 'Quispe' })).map(({ id }) => id)).toEqual([keptId])
  // Either number, and the old address, lead to the one record.
  for (const text of ['S-1001', 'S-2002'])
    expect((await api.learners.search({ text })).map(({ id }) => id)).toEqual([keptId])
  expect((await api.learners.get({ learnerId: otherId })).id).toBe(keptId)
  expect((await api.sections.get({ sectionId: 1 })).members).toHaveLength(1)
  expect(await api.assessments.ofLearner({ learnerId: keptId })).toMatchObject([
    { scoreText: '207' },
    { scoreText: '211' },
  ])
  expect(await failureOf(api.learners.timeline({ learnerId: otherId }))).toMatchObject({
    code: 'merges.mergedAway',
  })
  const [past] = await api.merges.ofLearner({ learnerId: keptId })
  expect(past).toMatchObject({ mergeId, isNewest: true, other: { studentId: 'S-2002' } })

  const { signature } = await api.merges.unmergePreview({ mergeId })
  await api.merges.unmerge({ mergeId, signature })
  expect(await counted()).toEqual(before)
  expect(await api.learners.get({ learnerId: otherId })).toMatchObject({
    ...{ id: otherId, studentId: 'S-2002', notes: 'Takes bus 12.' },
  })
})

test('what differs is asked, what one record lacks is filled, and notes and phones are united', async () => {
  const { api } = core
  expect(await failureOf(merge('asIs'))).toMatchObject({ code: 'merges.undecided', values: { count: 1 } })
  await merge()
  expect(await api.learners.get({ learnerId: keptId })).toMatchObject({
    ...{ familyName: 'Quispe Flores', studentId: 'S-1001', firstLanguage: 'Spanish', status: 'active' },
    notes: 'Works nights.\nTakes bus 12.',
    phones: [{ number: '704-555-0101' }, { number: '704-555-0199' }],
  })
})

test('more phones than a learner may have stop a merge in words; a record of a file that holds more is readable', async () => {
  const { api } = core
  const numbers = (from: number) => Array.from({ length: 6 }, (_, at) => `704-555-02${from + at}`)
  const give = async (learnerId: number, phones: readonly string[]) => {
    const rows = phones.map((number, at) => ({
      ...{ learnerId, number, digits: number.replaceAll('-', ''), contactName: null, position: 5 + at },
    }))
    await writerOf(core).insertInto('learnerPhones').values(rows).execute()
  }
  await give(keptId, numbers(10))
  // Two numbers are in both records; eleven remain.
  await give(otherId, numbers(14).slice(0, 5))
  const { warnings } = await api.merges.preview({ keptId, otherId })
  expect(warnings).toContainEqual({ code: 'tooManyPhones', names: [], count: 11 })
  expect(await failureOf(merge())).toMatchObject({
    ...{ code: 'merges.tooManyPhones', values: { count: 11, most: 10 } },
  })
  expect((await api.learners.get({ learnerId: otherId })).id).toBe(otherId)

  const { phones, updatedAt } = await api.learners.get({ learnerId: otherId })
  const other = { familyName: 'Quispe', givenName: 'María', phones: phones.slice(1) }
  await api.learners.change({ ...other, learnerId: otherId, updatedAt })
  await merge()
  expect((await api.learners.get({ learnerId: keptId })).phones).toHaveLength(10)
  await give(keptId, numbers(30))
  expect((await api.learners.get({ learnerId: keptId })).phones).toHaveLength(16)
})

test('records that changed since they were looked at are not merged unseen', async () => {
  const { api } = core
  const { signature } = await api.merges.preview({ keptId, otherId })
  await api.learners.setStatus({ learnerIds: [otherId], status: 'left' })
  expect(await failureOf(api.merges.merge({ keptId, otherId, signature }))).toMatchObject({
    code: 'merges.recordsChanged',
  })
  expect(await failureOf(api.merges.preview({ keptId, otherId: keptId }))).toMatchObject({
    code: 'merges.sameRecord',
  })
})

test('merges of one record come apart newest first, and those merged earlier lead to the record that is kept', async () => {
  const { api } = core
  const third = await api.learners.create({ familyName: 'Quispe', givenName: 'M.', studentId: 'S-3' })
  const chain = await api.merges.preview({ keptId: otherId, otherId: third.learnerId })
  const first = await api.merges.merge({
    ...{ keptId: otherId, otherId: third.learnerId, signature: chain.signature },
  })
  const second = await merge()
  expect((await api.learners.get({ learnerId: third.learnerId })).id).toBe(keptId)
  expect((await api.learners.search({ text: 'S-3' })).map(({ id }) => id)).toEqual([keptId])
  expect(await failureOf(api.merges.unmergePreview({ mergeId: first.mergeId }))).toMatchObject({
    code: 'merges.laterFirst',
  })
  const { signature } = await api.merges.unmergePreview(second)
  await api.merges.unmerge({ ...second, signature })
  expect((await api.learners.get({ learnerId: third.learnerId })).id).toBe(otherId)
})

test('the record that goes out holds both, erasing takes both, and the record of changes holds together', async () => {
  const { api } = core
  await merge()
  const written = await api.audit.ofLearner({ learnerId: keptId, language: 'en' })
  expect(written.rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['Merged two records of one person', 'Added a learner']),
  )
  // Both were added, and the merge is told on both.
  expect(written.rows.filter(({ action }) => action === 'Added a learner')).toHaveLength(2)
  await resultOf(api.keep.exportRecord({ learnerId: keptId, language: 'en' }))
  const { confirmation, goes } = await api.keep.previewErase({ learnerIds: [keptId] })
  expect(goes).toMatchObject({ people: 1, assessments: 2 })
  await resultOf(api.keep.erase({ learnerIds: [keptId], reason: 'personAsked', confirmation }))
  const left = await sql<{ text: string }>`
    select group_concat(coalesce(familyName, '') || coalesce(studentId, '') || coalesce(notes, '')) as text
    from learners where id in (${keptId}, ${otherId})`.execute(writerOf(core))
  expect(left.rows[0]!.text).not.toMatch(/Quispe|S-|bus/)
  const steps = await writerOf(core).selectFrom('learnerMergeSteps').selectAll().execute()
  expect(steps).toEqual([])
  expect((await resultOf(api.audit.verify({}))).state).toBe('intact')
})

test('who looks after no learners merges none', async () => {
  await signInAs(core.api, 'Nobody of these', ['instructor', 'viewer'])
  expect(await failureOf(core.api.merges.preview({ keptId, otherId }))).toMatchObject({ code: 'notAllowed' })
})
