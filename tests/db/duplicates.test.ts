import { afterAll, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { openWorkbook, recordsOf } from '../helpers/reportWorkbooks.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
const ids: Record<string, number> = {}

beforeAll(async () => {
  core = await signedInCore({ today: '2026-11-20' })
  const people = {
    elba: { familyName: 'Soto', givenName: 'Elba', birthDate: '1990-05-04', phone: '704-555-0100' },
    elbaAgain: { familyName: 'Soto Cruz', givenName: 'ELBA', birthDate: '1990-05-04', phone: '704-555-0100' },
    paco: { familyName: 'Ruiz', givenName: 'Francisco', birthDate: '1988-03-02', phone: '704-555-0101' },
    pacoAgain: { familyName: 'Ruiz', givenName: 'Paco', birthDate: '1988-03-02', phone: '704-555-0102' },
    twin: { familyName: 'Ruiz', givenName: 'Marta', birthDate: '1988-03-02', phone: '704-555-0101' },
    alone: { familyName: 'Tesfaye', givenName: 'Hiwot', birthDate: '1971-07-09', phone: '704-555-0103' },
  }
  for (const [name, { phone, ...facts }] of Object.entries(people)) {
    const { learnerId } = await core.api.learners.create({ ...facts, phones: [{ number: phone }] })
    ids[name] = learnerId
  }
})
afterAll(() => core.dispose())

const open = async () =>
  (await core.api.duplicates.list({})).rows.map(({ first, second, evidence }) => ({
    pair: [first.id, second.id],
    evidence,
  }))
const elbas = () => ({ pair: [ids.elba, ids.elbaAgain], evidence: 'birthDateAndPhone' })
const pacos = () => ({ pair: [ids.paco, ids.pacoAgain], evidence: 'birthDate' })

test('every pair on record that looks alike is listed, the strongest first, with what it shares', async () => {
  expect(await open()).toEqual([elbas(), pacos()])
  const { rows, total, counts } = await core.api.duplicates.list({ limit: 1 })
  expect([rows.length, total]).toEqual([1, 2])
  expect(counts).toMatchObject({ birthDateAndPhone: 1, birthDate: 1, phone: 0 })
  expect(rows[0]).toMatchObject({
    reasons: ['sameBirthDate', 'samePhone', 'partialName'],
    first: { familyName: 'Soto', phones: ['704-555-0100'], tests: 0, cohortCodes: [] },
  })
  const filtered = await core.api.duplicates.list({ evidence: 'birthDate' })
  expect(filtered.rows.map(({ first }) => first.id)).toEqual([ids.paco])
  expect(await resultOf(core.api.duplicates.count({}))).toEqual({ open: 2 })
})

test('the same people are found while somebody is being typed', async () => {
  const typed = { familyName: 'Ruiz', givenName: 'Paco', birthDate: '1988-03-02' }
  const similar = await core.api.learners.similar(typed)
  expect(similar.map(({ id }) => id).sort()).toEqual([ids.paco, ids.pacoAgain].sort())
  const own = await core.api.learners.similar({ ...typed, exceptLearnerId: ids.paco! })
  expect(own.map(({ id }) => id)).toEqual([ids.pacoAgain])
})

test('two different people leave the list with the answer on record, until it is taken back', async () => {
  const pair = { firstId: ids.pacoAgain!, secondId: ids.paco! }
  await core.api.duplicates.tellApart(pair)
  expect(await open()).toEqual([elbas()])
  expect(await resultOf(core.api.duplicates.count({}))).toEqual({ open: 1 })
  const { total, rows } = await core.api.duplicates.toldApart({})
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({
    ...{ first: { id: ids.paco }, second: { id: ids.pacoAgain } },
    ...{ decidedByName: 'Alma Rivera', decidedAt: '2026-11-20T12:00:00.000Z' },
  })
  expect((await failureOf(core.api.duplicates.tellApart(pair))).code).toBe('duplicates.alreadyToldApart')
  const entries = (await core.api.audit.list({ language: 'en', limit: 2 })).rows
  expect(entries.map(({ action }) => action)).toEqual(
    Array(2).fill('Said that two similar records are two people'),
  )
  await core.api.duplicates.takeBack(pair)
  expect(await open()).toEqual([elbas(), pacos()])
  expect((await failureOf(core.api.duplicates.takeBack(pair))).code).toBe('duplicates.notToldApart')
})

test('a pair is of two records that are there', async () => {
  const self = { firstId: ids.elba!, secondId: ids.elba! }
  expect((await failureOf(core.api.duplicates.tellApart(self))).code).toBe('duplicates.onePerson')
  const nobody = { firstId: ids.elba!, secondId: 99_999 }
  expect((await failureOf(core.api.duplicates.tellApart(nobody))).kind).toBe('notFound')
})

test('changes to a record are seen at once, and an erased person is in no pair', async () => {
  const facts = { familyName: 'Tesfay', givenName: 'Hiwot', birthDate: '1971-07-09' }
  const { learnerId } = await core.api.learners.create(facts)
  expect((await open()).map(({ pair }) => pair)).toContainEqual([ids.alone, learnerId])
  const { updatedAt } = await core.api.learners.get({ learnerId })
  await core.api.learners.change({ ...facts, learnerId, updatedAt, givenName: 'Dawit' })
  expect(await open()).toEqual([elbas(), pacos()])
  await core.api.learners.change({
    ...{ ...facts, learnerId },
    updatedAt: (await core.api.learners.get({ learnerId })).updatedAt,
  })
  expect(await resultOf(core.api.duplicates.count({}))).toEqual({ open: 3 })
  await core.api.duplicates.tellApart({ firstId: ids.alone!, secondId: learnerId })
  await resultOf(
    core.api.keep.erase({ learnerIds: [learnerId], reason: 'personAsked', confirmation: 'Tesfay' }),
  )
  expect(await open()).toEqual([elbas(), pacos()])
  expect((await core.api.duplicates.toldApart({})).total).toBe(0)
})

test('the list goes out as a workbook, recorded with everybody in it', async () => {
  const { fileId } = await resultOf(core.api.duplicates.export({ language: 'en' }))
  const file = await core.api.files.take({ fileId })
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()))
  expect(recordsOf(workbook.getWorksheet('Possible duplicates')!)).toMatchObject([
    {
      'What they share': 'same date of birth, same phone, part of the name',
      ...{ 'Family name 1': 'Soto', 'Family name 2': 'Soto Cruz', 'Phones 1': '704-555-0100' },
    },
    { 'Given name 1': 'Francisco', 'Given name 2': 'Paco' },
  ])
  const [disclosed] = (await core.api.audit.disclosures({})).rows
  expect(disclosed).toMatchObject({ content: 'duplicates', learnerCount: 4 })
})

test('instructors and viewers see no pairs; an administrator answers none', async () => {
  const pair = { firstId: ids.elba!, secondId: ids.elbaAgain! }
  const own = core.core.caller!
  for (const role of ['instructor', 'viewer'] as const) {
    core.core.accountChanged({ ...own, roles: [role] })
    expect((await failureOf(core.api.duplicates.list({}))).kind).toBe('notAllowed')
  }
  core.core.accountChanged({ ...own, roles: ['administrator'] })
  expect((await core.api.duplicates.list({})).total).toBe(2)
  expect((await failureOf(core.api.duplicates.tellApart(pair))).kind).toBe('notAllowed')
  core.core.accountChanged(own)
})
