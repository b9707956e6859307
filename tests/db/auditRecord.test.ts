import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { methods } from '../../shared/contract/methods.ts'
import { coreTexts } from '../../shared/texts/index.ts'
import { languages, type Language } from '../../shared/values/vocabulary.ts'
import { hasText } from '../../db/texts/translator.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { signedInCore, testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { readingEntry } from '../helpers/testedLearners.ts'
import { imported, textFile } from './imports/importing.ts'

/** What leaves no entry: it happens before anybody is signed in, or changes nothing on record. */
const withoutEntry = new Set(['session.signOut', 'session.lock', 'session.noteActivity', 'backups.open'])

test.each(languages)('whatever leaves an entry is said in words: %s', (language) => {
  const left = methods
    .filter(({ name, meta }) => meta.nature === 'command' || /\.(export|rowsNotTaken)/.test(name))
    .map(({ name }) => name)
    .filter((name) => !withoutEntry.has(name) && !hasText(`audit.actions.${name}`, language))
  expect(left).toEqual([])
})

/** Deeds of every other kind that leave entries. */
async function workAsInAYear(
  { api }: Awaited<ReturnType<typeof signedInCore>>,
  { cohortId, learnerId }: { cohortId: number; learnerId: number },
): Promise<void> {
  const tracks = await api.tracks.list({})
  const { id: trackId } = tracks.find(({ requirementCount }) => requirementCount > 0)!
  const screening = {
    trackId,
    startDate: '2026-08-24',
    asOf: '2026-08-01',
    pool: { kind: 'allActive' },
  } as const
  const { screeningId } = await resultOf(api.screenings.run(screening))
  await api.screenings.decide({
    screeningId,
    whom: { kind: 'chosen', learnerIds: [learnerId] },
    decision: 'refer',
    reason: 'Moves away',
  })
  await api.waitlist.add({ trackId, learnerIds: [learnerId], lookAgainOn: '2026-10-01' })
  const [waiting] = (await api.waitlist.list({ trackId })).rows
  await api.waitlist.remove({ id: waiting!.id, reason: 'Found work' })
  await api.instructionHours.record({
    learnerId,
    facts: { component: 'clinical', periodFrom: '2026-07-01', periodTo: '2026-07-31', hours: 12.5 },
  })
  const interview = { kind: 'interview', evidenceKey: String(trackId), status: 'passed' } as const
  await api.evidence.record({ learnerId, facts: { ...interview, onDate: '2026-07-20' } })
  const shared = { kind: 'state', measure: 'completionRate', label: 'State', source: 'Report' } as const
  await api.benchmarks.create({ trackId, ...shared, ratePercent: 70, validOn: '2026-01-01' })
  const { versions, credentials, ...fields } = await api.tracks.get({ id: trackId })
  await api.tracks.change({ ...fields, seats: 12, notes: 'Evening seats' })
  const requirements = versions[0]?.requirements ?? []
  await api.tracks.saveVersion({ trackId, effectiveFrom: '2026-09-01', requirements, note: 'New term' })
  const { id: credentialId, ...credential } = credentials[0]!
  await api.tracks.saveCredential({ ...credential, id: credentialId, trackId, windowMonths: 18 })
  const [table] = await api.instruments.list({})
  await api.instruments.saveTable({ ...table!, minimumHours: 50 })
  const lessons = { whatFailed: 'Evening childcare', whatToChange: 'Ask earlier' }
  await api.cohorts.writeLessons({ cohortId, lessons })
  await api.keep.hold({ learnerId, reason: 'Audit' })
  await api.keep.liftHold({ learnerId })
  await api.session.prefer({ theme: 'dark' })
  const person = { name: 'Ines', roles: ['instructor'], language: 'en', passphrase: testPassphrase } as const
  const { id } = await api.accounts.create({ ...person, roles: [...person.roles] })
  await api.accounts.change({ id, roles: ['viewer'], active: false })
  await resultOf(api.backups.make({}))
}

describe('in a program where much happened', () => {
  let program: Awaited<ReturnType<typeof signedInCore>>
  let learnerId: number

  beforeAll(async () => {
    program = await signedInCore()
    const { api } = program
    const { cohortIds } = await enterSampleCohorts(program)
    const created = await api.learners.create({
      familyName: 'Núñez',
      givenName: 'José',
      phones: [{ number: '555 010 2030', contactName: 'Rosa' }],
    })
    ;({ learnerId } = created)
    const { updatedAt, ...facts } = await api.learners.get({ learnerId })
    await api.learners.change({
      learnerId,
      updatedAt,
      ...facts,
      familyName: 'Żółkiewska',
      schooling: 'primary',
    })
    const { sectionId } = await api.sections.create({ code: 'ESL-4', name: 'English 4' })
    await api.sections.addMembers({ sectionId, learnerIds: [learnerId] })
    const [test] = await api.assessments.record({ entries: [readingEntry(learnerId)], sectionId: null })
    await api.assessments.void({ id: test!.id, reason: 'Wrong learner' })
    await api.attendance.save({
      sectionId,
      meetings: [{ heldOn: '2026-07-30', minutes: 90, marks: [{ learnerId, mark: 'late', minutes: 60 }] }],
    })
    await imported(program, textFile('Student ID,Last name,First name\n77,Tran,Lan\n'))
    await api.program.changeSettings({ instructorScope: 'allLearners', idleMinutes: 20 })
    await workAsInAYear(program, { cohortId: cohortIds.get('NA-C1')!, learnerId })
    await resultOf(
      api.learners.export({
        language: 'en',
        disclosure: { audience: 'outside', recipient: 'State office', purpose: 'programEvaluation' },
      }),
    )
  }, 60_000)
  afterAll(() => program.dispose())

  const list = (
    input: Partial<Parameters<typeof program.api.audit.list>[0]> = {},
    language: Language = 'en',
  ) => program.api.audit.list({ language, limit: 500, ...input })

  test('an entry says who, what and from what to what', async () => {
    const { rows } = await list({ text: 'Núñez', kind: 'changed' })
    expect(rows).toMatchObject([
      {
        who: testAccountName,
        action: 'Changed a learner’s record',
        about: 'José Żółkiewska',
        changes: [
          { field: 'Family name', before: 'Núñez', after: 'Żółkiewska' },
          { field: 'Schooling', before: null, after: 'Primary school' },
        ],
      },
    ])
    const spanish = await list({ text: 'Núñez', kind: 'changed' }, 'es')
    expect(spanish.rows[0]).toMatchObject({
      action: 'Cambió el expediente de un estudiante',
      changes: [{ field: 'Apellidos' }, { field: 'Escolaridad', after: 'Primaria' }],
    })
  })

  test.each(languages)('every entry is said in words and not in data: %s', async (language) => {
    const fields = new Set<string>(Object.values(coreTexts[language].audit.fields))
    const { rows, total } = await list({}, language)
    expect(rows).toHaveLength(total)
    const changes = rows.flatMap((row) => row.changes)
    expect(changes.length).toBeGreaterThan(300)
    expect(changes.map(({ field }) => field).filter((field) => !fields.has(field))).toEqual([])
    const said = changes.flatMap(({ before, after }) => [before, after]).filter((text) => text !== null)
    expect(said.filter((text) => /[{}]|\[object|undefined|\d{4}-\d\d-\d\d/.test(text))).toEqual([])
    const unnamed = rows.filter(
      ({ about, subject }) => about === null && !['program', 'backup', null].includes(subject),
    )
    expect(unnamed).toEqual([])
  })

  test('a window, the newest first', async () => {
    const all = await list()
    const ids = all.rows.map(({ entryId }) => entryId)
    expect(ids).toEqual(ids.toSorted((one, other) => other - one))
    const window = await list({ offset: 3, limit: 2 })
    expect(window.rows.map(({ entryId }) => entryId)).toEqual(ids.slice(3, 5))
    expect(window.total).toBe(all.total)
  })

  test('found by words, by kind, by what it is about, by person and by day', async () => {
    const byName = await list({ text: 'zolkiewska' })
    expect(new Set(byName.rows.map((row) => row.learnerId))).toEqual(new Set([learnerId]))
    expect((await list({ text: 'Wrong learner' })).rows).toMatchObject([{ action: 'Marked a test as void' }])
    expect((await list({ text: '%' })).rows).toEqual([])
    expect((await list({ kind: 'handedOut' })).rows).toMatchObject([{ about: 'List of learners' }])
    const access = await list({ kind: 'access' })
    expect(access.rows.every(({ subject }) => subject === 'account' || subject === 'keys')).toBe(true)
    const [{ id: accountId } = { id: 0 }] = await program.api.audit.people({})
    expect((await list({ accountId })).total).toBe((await list()).total)
    expect((await list({ to: '2026-07-31' })).total).toBe(0)
    expect((await list({ from: '2026-08-01', to: '2026-08-01' })).total).toBe((await list()).total)
  })

  test('a learner’s own list holds changes, imports and what was handed out', async () => {
    const { rows } = await program.api.audit.ofLearner({ learnerId, language: 'en' })
    expect(rows.map(({ action }) => action)).toEqual([
      'Exported the list of learners',
      'Lifted a hold',
      'Held a record back from erasing',
      'Recorded a document, component or interview',
      'Recorded hours',
      'Took a learner off a waiting list',
      'Put a learner on a waiting list',
      'Decided on a screened learner',
      'Recorded attendance',
      'Marked a test as void',
      'Recorded a test',
      'Added a learner to a class',
      'Changed a learner’s record',
      'Added a learner',
    ])
    expect(rows[8]!.changes).toContainEqual({ field: 'Attendance', before: null, after: 'Late' })
    expect(rows[11]!.changes).toEqual([{ field: 'Class', before: null, after: 'ESL-4' }])
    const [tran] = await program.api.learners.search({ text: 'Tran' })
    const ofTran = await program.api.audit.ofLearner({ learnerId: tran!.id, language: 'en' })
    expect(ofTran.rows.at(-1)).toMatchObject({ action: 'Imported a file', about: 'list.csv' })
    expect(ofTran.rows.at(-1)!.changes).toContainEqual({ field: 'Family name', before: null, after: 'Tran' })
    expect(await failureOf(program.api.audit.ofLearner({ learnerId: 99_999, language: 'en' }))).toMatchObject(
      { kind: 'notFound' },
    )
  })

  test('what was handed out is found by words, audience and learner, with whose data was in it', async () => {
    const { api } = program
    const [row] = (await api.audit.disclosures({ text: 'state', audience: 'outside', learnerId })).rows
    expect(row).toMatchObject({ recipient: 'State office', purpose: 'programEvaluation' })
    expect((await api.audit.disclosures({ audience: 'inside' })).total).toBe(0)
    expect((await api.audit.disclosures({ text: 'nobody' })).total).toBe(0)
    const learners = await api.audit.disclosedLearners({ disclosureId: row!.id, limit: 5 })
    expect(learners.total).toBe(row!.learnerCount)
    expect(learners.rows).toHaveLength(5)
  })

  test('the export says the same, with a fingerprint that fits until the record is changed', async () => {
    const { api, core } = program
    const ticket = await resultOf(api.audit.export({ language: 'en', learnerId }))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await (await api.files.take({ fileId: ticket.fileId })).arrayBuffer())
    const [entries, about] = workbook.worksheets
    const changed = entries!.getColumn(6).values.map(String)
    expect(changed).toContain('Family name: Núñez → Żółkiewska\nSchooling: Primary school')
    const labels = about!.getColumn(1).values
    const fingerprint = String(about!.getRow(labels.indexOf('Fingerprint of the record')).getCell(2).value)
    expect(await resultOf(api.audit.verify({ fingerprint }))).toMatchObject({
      ...{ state: 'intact', comparedWith: [{ kind: 'typed', fingerprint }, { kind: 'backup' }] },
    })
    const typed = fingerprint.toLowerCase().replaceAll('-', ' ')
    expect(await resultOf(api.audit.verify({ fingerprint: typed }))).toMatchObject({ state: 'intact' })
    expect(await failureOf(resultOf(api.audit.verify({ fingerprint: 'abc' })))).toMatchObject({
      fields: [{ path: 'fingerprint', code: 'audit.noFingerprint' }],
    })

    await core
      .requireOpen()
      .file.writer.updateTable('auditEntries')
      .set({ accountName: 'Somebody Else' })
      .where('id', '=', 9)
      .execute()
    expect(await resultOf(api.audit.verify({ fingerprint }))).toMatchObject({
      ...{ state: 'broken', fault: 'edited', entryId: 9 },
    })
  })

  test('the disclosures leave as a workbook too', async () => {
    const ticket = await resultOf(program.api.audit.exportDisclosures({ language: 'es' }))
    expect(ticket.name).toBe('entregas-2026-08-01.xlsx')
  })
})
