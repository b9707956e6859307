import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { belongings } from '../../../db/imports/undo/laterEntries.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { signInAs } from '../../helpers/signInAs.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { readingEntry } from '../../helpers/testedLearners.ts'
import { imported, resultOf, sample, textFile, type TestCore } from './importing.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

/** What an import writes about itself. */
const bookkeeping = new Set(['auditEntries', 'imports', 'importRows', 'importMappings'])
/** Columns that say when a record was last written. */
const stamps = new Set(['updatedAt', 'recordedAt'])

/** Everything in the file but the record of changes, the import's own notes, and when a record was written. */
async function contents() {
  const { writer } = core.core.requireOpen().file
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' order by name
  `.execute(writer)
  const dump: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    if (bookkeeping.has(name)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(writer)
    dump[name] = rows
      .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !stamps.has(column))))
      .sort()
  }
  return dump
}

const previewOf = (importId: number) => resultOf(core.api.imports.undoPreview({ importId }))

async function undone(importId: number) {
  const { signature } = await previewOf(importId)
  return resultOf(core.api.imports.undo({ importId, signature }))
}

const samples = ['esl-roster.csv', 'student-test-summary.xlsx', 'nurse-assistant-cohorts.xlsx'] as const

test('import and undo of each sample give back the identical content, in whatever state it was', async () => {
  // Backwards too: the later files change records of the earlier ones.
  const before: Awaited<ReturnType<typeof contents>>[] = []
  const importIds: number[] = []
  for (const name of samples) {
    before.push(await contents())
    const { importId, counts } = await imported(core, sample(name))
    importIds.push(importId)
    expect(await contents()).not.toEqual(before.at(-1))
    const { removed, kept } = await undone(importId)
    expect(removed).toBeGreaterThan(counts.new / 2)
    expect(kept).toBe(0)
    expect(await contents()).toEqual(before.at(-1))
    const again = await imported(core, sample(name))
    expect(again.counts).toEqual(counts)
    importIds[importIds.length - 1] = again.importId
  }
  for (const [index, importId] of [...importIds.entries()].toReversed()) {
    expect((await undone(importId)).kept).toBe(0)
    expect(await contents()).toEqual(before[index])
  }
})

const heading = 'Student ID,Last Name,First Name,Birth Date,Phone,Email,Home Language,Section'
const roster = (...rows: string[]) => textFile([heading, ...rows].join('\n'))
const ana = '17,Núñez,Ana,1981-03-09,704-555-0101,ana@example.org,Spanish,ESL-5'
const thi = '18,Lê,Thị Ánh,1990-05-02,704-555-0102,thi@example.org,Vietnamese,ESL-5'

async function learnerByNumber(studentId: string) {
  const { rows } = await core.api.learners.list({ limit: 500 })
  const row = rows.find((one) => one.studentId === studentId)
  return row ? core.api.learners.get({ learnerId: row.id }) : null
}
test('it is undone once, by those who bring files, and only what was looked at', async () => {
  const { importId } = await imported(core, roster(ana, thi))
  const { signature, counts } = await previewOf(importId)
  expect(counts).toEqual({ removed: 5, putBack: 0, kept: 0 })
  await core.api.learners.setStatus({ learnerIds: [(await learnerByNumber('17'))!.id], status: 'paused' })
  const before = await contents()
  expect(await failureOf(resultOf(core.api.imports.undo({ importId, signature })))).toMatchObject({
    kind: 'conflict',
    code: 'imports.undoChanged',
  })
  expect(await contents()).toEqual(before)
  expect(await undone(importId)).toEqual({ removed: 4, putBack: 0, kept: 1 })
  expect(await failureOf(previewOf(importId))).toMatchObject({ code: 'imports.alreadyUndone' })
  expect((await core.api.imports.list({})).rows[0]).toMatchObject({
    undoneAt: core.core.now(),
    undoneByName: 'Alma Rivera',
  })
  const { rows } = await core.api.imports.appliedRows({ importId, limit: 100 })
  const fates = rows.map(({ label, subject, undone: fate }) => `${subject} ${label} ${fate}`)
  expect(fates).toContain('learner  removed')
  expect(fates).toContain('learner Ana Núñez kept')
  expect(await failureOf(previewOf(999))).toMatchObject({ kind: 'notFound' })
  await signInAs(core.api, 'Noor Instructor', ['instructor'])
  expect(await failureOf(previewOf(importId))).toMatchObject({ kind: 'notAllowed' })
})

test('stopped while it works, nothing is undone, and the next try works', async () => {
  const { importId } = await imported(core, roster(ana, thi))
  const before = await contents()
  const { signature } = await previewOf(importId)
  for (const stage of ['comparingRecords', 'puttingBack', 'writingRows']) {
    const working = new AbortController()
    const call = async () => {
      const events = await core.api.imports.undo({ importId, signature }, { signal: working.signal })
      for await (const event of events) {
        if (event.type === 'progress' && event.stage === stage) working.abort()
      }
    }
    await expect(call()).rejects.toThrow()
    expect(await contents()).toEqual(before)
  }
  expect(await resultOf(core.api.imports.undo({ importId, signature }))).toMatchObject({ removed: 5 })
})

test('the number of a removed learner shows nothing of them to its next owner', async () => {
  const { importId } = await imported(core, roster(ana))
  const former = (await learnerByNumber('17'))!.id
  await undone(importId)
  const { learnerId } = await core.api.learners.create({ familyName: 'Diallo', givenName: 'Awa' })
  expect(learnerId).toBe(former)
  const { rows } = await core.api.audit.ofLearner({ learnerId, language: 'en' })
  expect(rows).toHaveLength(1)
  const past = await core.api.imports.appliedRows({ importId, limit: 100 })
  expect(past.rows.map(({ label }) => label).join()).not.toContain('Diallo')
})

test('rows about learners who are removed keep nothing of them, and the record of changes still holds', async () => {
  const { importId: first } = await imported(core, roster(ana))
  const news = ana.replace('Spanish', 'Quechua')
  const { importId: second } = await imported(core, roster(news, thi))
  await undone(second)
  await undone(first)
  const { writer } = core.core.requireOpen().file
  const rows = await writer
    .selectFrom('importRows')
    .select(['importId', 'subject', 'learnerId', 'before', 'after', 'salt', 'undone'])
    .execute()
  const personal = rows.filter(({ learnerId }) => learnerId !== null)
  expect(new Set(personal.map(({ importId }) => importId))).toEqual(new Set([first, second]))
  for (const row of personal)
    expect(row).toMatchObject({ before: null, after: null, salt: null, undone: 'gone' })
  expect(JSON.stringify(rows)).not.toMatch(/Núñez|Ánh|Quechua|704-555/)
  expect(await resultOf(core.api.audit.verify({}))).toMatchObject({ state: 'intact' })
  const past = await core.api.imports.appliedRows({ importId: second, limit: 100 })
  const learners = past.rows.filter(({ subject }) => subject === 'learner')
  expect(learners.map(({ label, undone: fate, changes }) => [label, fate, changes])).toEqual([
    ['', 'removed', []],
    ['', 'removed', []],
  ])
  // Contents that are missing elsewhere are still found out.
  await imported(core, roster(ana))
  const emptied = { before: null, after: null, salt: null, undone: 'gone' }
  const { newest } = await writer
    .selectFrom('importRows')
    .select((row) => row.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  await writer.updateTable('importRows').set(emptied).where('id', '=', newest).execute()
  expect(await resultOf(core.api.audit.verify({}))).toMatchObject({ fault: 'importRowsChanged' })
})

test('the history of somebody whose values are put back says so', async () => {
  const { learnerId } = await core.api.learners.create({
    familyName: 'Núñez',
    givenName: 'Ana',
    studentId: '17',
  })
  const { importId } = await imported(core, roster(ana))
  await undone(importId)
  const { rows } = await core.api.audit.ofLearner({ learnerId, language: 'en' })
  expect(rows.map(({ action }) => action).slice(0, 4)).toEqual([
    ...['Undid an import', 'Undid an import', 'Imported a file', 'Imported a file'],
  ])
  const email = rows.slice(0, 2).flatMap(({ changes }) => changes.filter(({ field }) => field === 'Email'))
  expect(email).toEqual([{ field: 'Email', before: 'ana@example.org', after: null }])
})

test('every table that names a learner, class or cohort holds it up, or is told apart', async () => {
  const { rows } = await sql<{ table: string; column: string; parent: string }>`
    select m.name as "table", f."from" as "column", f."table" as parent
    from sqlite_master m, pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" in
      ('learners', 'sections', 'sectionMembers', 'meetings', 'assessments', 'cohorts', 'cohortMembers',
       'attempts')
  `.execute(core.core.requireOpen().file.writer)
  const held = Object.values(belongings).flatMap((some) =>
    some.map(({ table, column }) => `${table}.${column}`),
  )
  const apart = [
    ...['learnerPhones.learnerId', 'learnerOtherIds.learnerId', 'currentLevels.learnerId'],
    ...['currentLevels.assessmentId', 'distinctPeople.learnerId', 'distinctPeople.otherLearnerId'],
    // Whoever was merged since stays as a whole.
    ...['learners.mergedIntoId', 'learnerMerges.keptId', 'learnerMerges.mergedId'],
  ]
  const named = rows.map(({ table, column }) => `${table}.${column}`)
  expect([...new Set(named)].sort()).toEqual([...new Set([...held, ...apart])].sort())
})

const edits = ['none', 'status', 'email', 'name', 'ownTest', 'ownClass'] as const
type Edit = (typeof edits)[number]

/** What somebody does to a learner after the import. */
async function edit(what: Edit, studentId: string, sectionId: number) {
  const learner = (await learnerByNumber(studentId))!
  const { id: learnerId, familyName, givenName, birthDate, phones, email, firstLanguage, updatedAt } = learner
  const same = { studentId, familyName, givenName, birthDate, phones, email, firstLanguage }
  const change = (changed: object) => core.api.learners.change({ ...same, ...changed, learnerId, updatedAt })
  if (what === 'status') await core.api.learners.setStatus({ learnerIds: [learnerId], status: 'paused' })
  if (what === 'email') await change({ email: 'later@example.org' })
  if (what === 'name') await change({ familyName: 'Otra' })
  if (what === 'ownTest') {
    await core.api.assessments.record({ sectionId: null, entries: [readingEntry(learnerId)] })
  }
  if (what === 'ownClass') await core.api.sections.addMembers({ sectionId, learnerIds: [learnerId] })
}

const tables = [
  ...(['importRows', 'currentLevels', 'assessments', 'sectionMembers', 'learnerPhones'] as const),
  ...(['learners', 'sections', 'importMappings', 'imports'] as const),
]

/** A learner's record without the moment of its last change and without the class of the file. */
async function recordOf(studentId: string) {
  const learner = await learnerByNumber(studentId)
  if (!learner) return null
  const { updatedAt: _, sections, ...facts } = learner
  return { ...facts, sections: sections.filter(({ code }) => code !== 'ESL-5') }
}

test('whatever is edited after an import stays, and everything else goes back', async () => {
  const one = fc.constantFrom(...edits)
  await fc.assert(
    fc.asyncProperty(one, one, one, async (ofAna, ofThi, ofIda) => {
      const { writer } = core.core.requireOpen().file
      for (const table of tables) await writer.deleteFrom(table).execute()
      const { sectionId } = await core.api.sections.create({ code: 'OWN', name: 'Own' })
      await core.api.learners.create({ familyName: 'Lê', givenName: 'Thị Ánh', studentId: '18' })
      const first = (await recordOf('18'))!
      const ida = '19,Diallo,Ida,1979-01-02,704-555-0103,ida@example.org,French,ESL-5'
      const { importId } = await imported(core, roster(ana, thi, ida))
      await edit(ofAna, '17', sectionId)
      await edit(ofThi, '18', sectionId)
      await edit(ofIda, '19', sectionId)
      const [anaEdited, thiEdited, idaEdited] = [
        await recordOf('17'),
        await recordOf('18'),
        await recordOf('19'),
      ]

      const { counts, kept, signature } = await previewOf(importId)
      expect(await resultOf(core.api.imports.undo({ importId, signature }))).toEqual(counts)
      expect(await recordOf('17')).toEqual(ofAna === 'none' ? null : anaEdited)
      expect(await recordOf('19')).toEqual(ofIda === 'none' ? null : idaEdited)
      const { email, familyName, status, levels, sections } = thiEdited!
      expect(await recordOf('18')).toEqual({
        ...{ ...first, familyName, status, levels, sections },
        email: ofThi === 'email' ? email : null,
      })
      const stays = [ofAna, ofIda].filter((what) => what !== 'none').length
      expect(kept).toHaveLength(stays + (ofThi === 'email' ? 1 : 0))
      const again = await imported(core, roster(ana, thi, ida))
      expect(again.counts).toMatchObject({ refused: 0, new: 2 - stays })
    }),
    { numRuns: 10, interruptAfterTimeLimit: 30_000 },
  )
})

test('attempts and members of a cohort closed since stay, and so does the cohort', async () => {
  for (const name of samples) await imported(core, sample(name))
  const { rows: past } = await core.api.imports.list({})
  const { writer } = core.core.requireOpen().file
  const closed = await writer
    .selectFrom('cohorts')
    .select(['id', 'endDate'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await writer.updateTable('cohorts').set({ closedOn: closed.endDate }).where('id', '=', closed.id).execute()
  const members = await writer
    .selectFrom('cohortMembers')
    .select('id')
    .where('cohortId', '=', closed.id)
    .execute()
  const { kept, counts } = await previewOf(past[0]!.id)
  const { kept: after } = await undone(past[0]!.id)
  expect(after).toBe(counts.kept)
  expect(kept.filter(({ subject }) => subject === 'cohortMember')).toHaveLength(members.length)
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['cohortClosed']))
  expect((await core.api.cohorts.list({})).total).toBe(1)
})
