import fc from 'fast-check'
import { sql } from 'kysely'
import { nameSearchKey } from '../../../shared/values/names.ts'
import type { signedInCore } from '../../helpers/testCore.ts'

export type TestCore = Awaited<ReturnType<typeof signedInCore>>

export const writerOf = (core: TestCore) => core.core.requireOpen().file.writer

/** Everything in the file that is no record of changes, as text: two files with one content read the same. */
export async function contentOf(core: TestCore): Promise<Record<string, string[]>> {
  const db = writerOf(core)
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite%'
      and name not like 'kysely%' and name <> 'auditEntries' order by name`.execute(db)
  const content: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(db)
    content[name] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return content
}

/** What two records can stand in: two classes with meetings, two cohorts, two screenings. */
export async function aProgram(core: TestCore) {
  const db = writerOf(core)
  const tracks = await db.selectFrom('tracks').select('id').orderBy('id').execute()
  const trackIds = tracks.slice(0, 2).map(({ id }) => id)
  const { id: credentialId } = await db
    .selectFrom('credentials')
    .select('id')
    .where('trackId', '=', trackIds[0]!)
    .executeTakeFirstOrThrow()
  const { id: versionId } = await db
    .selectFrom('trackVersions')
    .select('id')
    .where('trackId', '=', trackIds[0]!)
    .executeTakeFirstOrThrow()
  const sectionIds: number[] = []
  const meetingIds: number[] = []
  for (const code of ['ESL-1', 'ESL-2']) {
    const { sectionId } = await core.api.sections.create({ code, name: code })
    sectionIds.push(sectionId)
    for (const heldOn of ['2026-02-02', '2026-02-04', '2026-02-09']) {
      const row = { sectionId, heldOn, minutes: 120 }
      const { id } = await db.insertInto('meetings').values(row).returning('id').executeTakeFirstOrThrow()
      meetingIds.push(id)
    }
  }
  const moment = '2026-01-05T12:00:00.000Z'
  const cohortIds: number[] = []
  for (const code of ['NA-1', 'NA-2']) {
    const { id } = await db
      .insertInto('cohorts')
      .values({
        ...{ code, trackId: trackIds[0]!, trackVersionId: versionId, credentialId, site: 'North' },
        ...{ startDate: '2026-01-10', endDate: '2026-05-20', createdAt: moment, updatedAt: moment },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    cohortIds.push(id)
  }
  const screeningIds: number[] = []
  for (const asOf of ['2026-01-02', '2026-03-02']) {
    const { id } = await db
      .insertInto('screenings')
      .values({
        ...{ trackId: trackIds[0]!, trackVersionId: versionId, startDate: '2026-06-01', asOf },
        ...{ pool: '{"kind":"allActive"}', requirements: '[]', counts: '{}', createdAt: moment },
        createdByName: 'Alma Rivera',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    screeningIds.push(id)
  }
  return { trackIds, sectionIds, meetingIds, cohortIds, screeningIds }
}
export type Program = Awaited<ReturnType<typeof aProgram>>

const day = fc.constantFrom('2026-01-12', '2026-02-09', '2026-03-16', '2026-04-20')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const place = fc.nat({ max: 1 })
const few = <Value>(value: fc.Arbitrary<Value>, by: (value: Value) => string, most = 3) =>
  fc.uniqueArray(value, { maxLength: most, selector: by })

/** One record of a person with anything that can hang on it, by places in the program. */
export const aRecord = fc.record({
  facts: fc.record({
    familyName: fc.constantFrom('García', 'Garcia López', 'Nguyễn'),
    givenName: fc.constantFrom('María', 'Maria', ''),
    preferredName: maybe(fc.constantFrom('Mari')),
    birthDate: maybe(fc.constantFrom('1990-04-05', '1990-05-04')),
    email: maybe(fc.constantFrom('a@example.org', 'b@example.org')),
    firstLanguage: maybe(fc.constantFrom('Spanish', 'Español')),
    notes: maybe(fc.constantFrom('Works nights.', 'Bus 12.')),
    status: fc.constantFrom('active', 'prospect', 'left'),
  }),
  hasId: fc.boolean(),
  phones: few(fc.constantFrom('704-555-0101', '(704) 555 0101', '704-555-0199'), (one) => one),
  otherIds: fc.nat({ max: 1 }),
  seats: few(fc.record({ place, startDate: maybe(day), endDate: maybe(day) }), (one) => String(one.place)),
  tests: few(
    fc.record({
      form: fc.constantFrom('621R', '622R'),
      testedOn: day,
      score: fc.constantFrom(200, 205, 211),
      isVoid: fc.boolean(),
    }),
    (one) => `${one.form} ${one.testedOn}`,
    4,
  ),
  marks: few(
    fc.record({ meeting: fc.nat({ max: 5 }), mark: fc.constantFrom('present', 'late', 'absent') }),
    (one) => String(one.meeting),
    5,
  ),
  hours: few(fc.record({ place: maybe(place), from: day, hours: fc.constantFrom(10, 12) }), (one) =>
    JSON.stringify(one),
  ),
  cohorts: few(
    fc.record({
      place,
      outcome: fc.constantFrom('stillIn', 'completed', 'withdrew', 'didNotStart'),
      attempts: few(
        fc.record({ takenOn: day, result: fc.constantFrom('pass', 'fail', 'waiting') }),
        (one) => one.takenOn,
      ),
    }),
    (one) => String(one.place),
  ),
  screened: few(fc.record({ place, decision: maybe(fc.constantFrom('invite', 'waitlist')) }), (one) =>
    String(one.place),
  ),
  waits: few(fc.record({ place, isOver: fc.boolean() }), (one) => String(one.place)),
  small: fc.record({
    evidence: fc.boolean(),
    waiver: fc.boolean(),
    hold: fc.boolean(),
    contact: fc.boolean(),
  }),
  finding: fc.boolean(),
  isDistinctFromThird: fc.boolean(),
})
export type RecordShape = typeof aRecord extends fc.Arbitrary<infer Shape> ? Shape : never

let written = 0
const moment = '2026-01-06T12:00:00.000Z'

/** Writes a record into the file, as the program's own commands leave it; answers its number. */
export async function writeRecord(
  core: TestCore,
  program: Program,
  shape: RecordShape,
  third: number | null,
): Promise<number> {
  const db = writerOf(core)
  const serial = ++written
  const { id: learnerId } = await db
    .insertInto('learners')
    .values({
      ...shape.facts,
      ...{ foldedName: nameSearchKey(shape.facts), createdAt: moment, updatedAt: moment },
      studentId: shape.hasId ? `S${serial}` : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const insert = async (table: string, rows: readonly object[]) => {
    for (const row of rows) {
      await db
        .insertInto(table as 'evidence')
        .values(row as never)
        .execute()
    }
  }
  await insert(
    'learnerPhones',
    shape.phones.map((number, position) => ({
      ...{ learnerId, position, number, digits: number.replace(/\D/g, '') },
    })),
  )
  await insert(
    'learnerOtherIds',
    Array.from({ length: shape.otherIds }, () => ({ studentId: `O${serial}`, learnerId })),
  )
  await insert(
    'sectionMembers',
    shape.seats.map(({ place: at, ...days }) => ({ learnerId, sectionId: program.sectionIds[at], ...days })),
  )
  await insert(
    'assessments',
    shape.tests.map(({ form, testedOn, score, isVoid }) => ({
      ...{ learnerId, instrument: 'CASAS STEPS', skillArea: 'reading', form, testedOn, score, level: 3 },
      ...{ scoreText: String(score), voidedAt: isVoid ? moment : null, recordedAt: moment },
    })),
  )
  await insert(
    'attendance',
    shape.marks.map(({ meeting, mark }) => ({ learnerId, meetingId: program.meetingIds[meeting], mark })),
  )
  await insert(
    'instructionHours',
    shape.hours.map(({ place: at, from, hours }) => ({
      ...{ learnerId, sectionId: at === null ? null : program.sectionIds[at], component: 'english' },
      ...{ periodFrom: from, periodTo: `${from.slice(0, 8)}28`, hours, recordedAt: moment },
    })),
  )
  for (const seat of shape.cohorts) {
    const { id } = await db
      .insertInto('cohortMembers')
      .values({
        ...{ cohortId: program.cohortIds[seat.place]!, learnerId, outcome: seat.outcome, updatedAt: moment },
        startedOn: '2026-01-10',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const inTurn = seat.attempts.toSorted((one, two) => (one.takenOn < two.takenOn ? -1 : 1))
    await insert(
      'attempts',
      inTurn.map(({ takenOn, result }, index) => ({
        ...{ cohortMemberId: id, partKey: 'knowledge', number: index + 1, takenOn, result },
        recordedAt: moment,
      })),
    )
  }
  for (const { place: at, decision } of shape.screened) {
    const screeningId = program.screeningIds[at]
    await insert('screeningResults', [
      {
        ...{ screeningId, learnerId, learnerName: 'As it was', foldedName: 'as it was', result: 'notYet' },
        ...{ withinReach: 0, answers: '[]', facts: '{}' },
      },
    ])
    await insert('screeningOpenAnswers', [
      { screeningId, requirementKey: 'reading', learnerId, state: 'notMet' },
    ])
    if (decision !== null) {
      const by = { decidedAt: moment, decidedByName: 'Alma Rivera' }
      await insert('decisions', [{ screeningId, learnerId, decision, ...by }])
    }
  }
  await insert(
    'waitlistEntries',
    shape.waits.map(({ place: at, isOver }) => ({
      ...{ trackId: program.trackIds[at], learnerId, position: serial, addedOn: '2026-01-06' },
      removedOn: isOver ? '2026-02-01' : null,
    })),
  )
  const { evidence, waiver, hold, contact } = shape.small
  if (evidence) {
    const kind = { kind: 'document', evidenceKey: 'tbTest', status: 'met', onDate: '2026-01-06' }
    await insert('evidence', [{ learnerId, ...kind, recordedAt: moment }])
  }
  if (waiver) {
    const about = { trackId: program.trackIds[0], requirementKey: 'reading', reason: 'Interview' }
    await insert('waivers', [{ learnerId, ...about, grantedByName: 'A', grantedOn: '2026-01-06' }])
  }
  if (hold)
    await insert('learnerHolds', [{ learnerId, reason: 'Audit', placedOn: '2026-01-06', placedByName: 'A' }])
  if (contact) {
    const about = {
      occasion: 'absences',
      aboutOn: '2026-02-09',
      contactedOn: '2026-02-10',
      result: 'reached',
    }
    await insert('contacts', [{ learnerId, ...about, recordedAt: moment, recordedByName: 'A' }])
  }
  if (shape.finding) {
    const about = { rule: 'noBirthDate', subject: 'learner', subjectId: learnerId, details: '{}' }
    const by = { acceptedOn: '2026-01-06', acceptedByName: 'A' }
    await insert('acceptedFindings', [{ learnerId, ...about, reason: 'Asked', ...by }])
  }
  if (shape.isDistinctFromThird && third !== null) {
    const [first, second] = [learnerId, third].toSorted((one, two) => one - two)
    await insert('distinctPeople', [{ learnerId: first, otherLearnerId: second, decidedAt: moment }])
  }
  await refreshLevels(core, learnerId)
  return learnerId
}

async function refreshLevels(core: TestCore, learnerId: number) {
  const { refreshCurrentLevels } = await import('../../../db/assessments/currentLevels.ts')
  await writerOf(core)
    .transaction()
    .execute((transaction) => refreshCurrentLevels(transaction as never, [learnerId]))
}
