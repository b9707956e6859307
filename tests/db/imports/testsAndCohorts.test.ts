import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { imported, plannedRows, previewed, resultOf, textFile, type TestCore } from './importing.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
  await core.api.learners.create({
    familyName: 'Núñez',
    givenName: 'Ana',
    studentId: '17',
    birthDate: '1981-03-09',
  })
})
afterEach(() => core.dispose())

const refusals = async (previewId: string) =>
  (await plannedRows(core, previewId, 'refused')).map(({ number, refusals: all }) => [number, all[0]!.code])
const tests = (...rows: string[]) =>
  textFile(
    ['Student Code,Student Name,Date,Form,Score,Is Accurate,Class Code,Class Description', ...rows].join(
      '\n',
    ),
  )
const good = '17,Ana Núñez,10/17/25,625R,212,Yes,300,ESL-5'

test('tests that cannot be are refused, each with its reason; repeated ones are recorded once', async () => {
  const { previewId, counts } = await previewed(
    core,
    tests(
      good,
      good,
      '17,Ana Núñez,10/17/25,625R,213,Yes,300,ESL-5',
      '99,Eva Soto,10/17/25,625R,212,Yes,300,ESL-5',
      '17,Mamadou Diallo,10/17/25,627L,212,Yes,300,ESL-5',
      '17,Ana Núñez,10/17/26,625R,212,Yes,300,ESL-5',
      '17,Ana Núñez,10/17/25,999Z,212,Yes,300,ESL-5',
      '17,Ana Núñez,10/17/25,627L,12,Yes,300,ESL-5',
      '17,Ana Núñez,10/17/25,627L,many,Yes,300,ESL-5',
      '17,Ana Núñez,10/18/80,625R,212,Yes,300,ESL-5',
    ),
  )
  expect(counts).toMatchObject({ new: 1, unchanged: 1, refused: 8 })
  const own = (code: string) => `imports.row.${code}`
  expect(await refusals(previewId)).toEqual([
    [4, own('testTwiceInFile')],
    [5, own('unknownStudent')],
    [6, own('nameDoesNotFit')],
    [7, own('inFuture')],
    [8, own('formUnknown')],
    [9, own('scoreImpossible')],
    [10, own('scoreNotUnderstood')],
    [11, own('testBeforeBirth')],
  ])
})

test('a corrected score changes the test; one that somebody voided stays void; unknown students can be added', async () => {
  await imported(core, tests(good))
  const corrected = tests(good.replace('212', '214'), '99,Eva Soto,10/17/25,625R,*,No,300,ESL-5')
  const { counts } = await imported(core, corrected, { unknownStudents: 'add' })
  expect(counts).toMatchObject({ changed: 1, new: 1 })
  const { rows } = await core.api.learners.list({})
  expect(rows.map(({ familyName, givenName }) => `${givenName} ${familyName}`)).toEqual([
    'Ana Núñez',
    'Eva Soto',
  ])
  const [recorded] = await core.api.assessments.ofLearner({ learnerId: rows[0]!.id })
  expect(recorded).toMatchObject({ score: 214, level: 4, accurate: true })
  expect(rows[0]!.levels).toMatchObject([{ skillArea: 'reading', level: 4 }])
  await core.api.assessments.void({ id: recorded!.id, reason: 'wrong person' })
  expect((await previewed(core, tests(good))).counts).toMatchObject({ unchanged: 1 })
})

const history = (...rows: string[]) =>
  textFile(
    [
      'Cohort,Site,Start,End,Student ID,Last Name,First Name,Entry Level,Started,Outcome,Outcome Date,Reason,Knowledge 1,Knowledge 1 Result,Skills 1,Skills 1 Result',
      ...rows,
    ].join('\n'),
    'nurse assistant.csv',
  )
const member =
  'NA-1,Central,2025-09-01,2025-12-01,17,Núñez,Ana,ESL 5,2025-09-01,Completed,2025-12-01,,2026-01-10,pass,2026-01-10,fail'

test('a cohort history in Spanish words, with a reason that fits none of ours', async () => {
  const row =
    'NA-1,Central,2025-09-01,2025-12-01,17,Núñez,Ana,5,2025-09-01,Se retiró,2025-10-01,la mudanza de su hermana,,,,'
  const { counts } = await imported(core, history(row))
  expect(counts).toMatchObject({ new: 1, refused: 0 })
  const { rows } = await core.api.cohorts.list({})
  expect((await core.api.cohorts.get({ cohortId: rows[0]!.id })).memberRows).toMatchObject([
    { outcome: 'withdrew', reason: 'other', reasonNote: 'la mudanza de su hermana', entryLevel: 5 },
  ])
})

test('members that contradict their cohort, themselves or the exam are refused', async () => {
  const { previewId } = await previewed(
    core,
    history(
      member,
      member,
      member.replace('NA-1', 'NA-2').replace(',2025-12-01,17', ',2025-08-01,17'),
      member.replace('NA-1', 'NA-3').replace('ESL 5,2025-09-01', 'ESL 5,2025-08-01'),
      member.replace('NA-1', 'NA-4').replace('2026-01-10,pass', ',pass'),
      member.replace('NA-1', 'NA-5').replace('Completed', 'perhaps'),
      member.replace('NA-1', 'NA-6').replace('2026-01-10,pass', '2025-01-10,pass'),
    ),
  )
  expect(await refusals(previewId)).toEqual([
    [3, 'imports.row.memberTwiceInFile'],
    [4, 'cohorts.endsBeforeStart'],
    [5, 'cohorts.startedBeforeCohort'],
    [6, 'imports.row.attemptWithoutDate'],
    [7, 'imports.row.unknownWordNeeded'],
    [8, 'attempts.beforeStart'],
  ])
})

test('a closed cohort is not changed, and a track is needed', async () => {
  await imported(core, history(member))
  const { rows } = await core.api.cohorts.list({})
  await core.api.cohorts.close({
    cohortId: rows[0]!.id,
    closedOn: '2026-07-01',
    lessons: { whatFailed: 'Nothing', whatToChange: 'Nothing' },
  })
  expect((await previewed(core, history(member))).counts).toMatchObject({ unchanged: 1 })
  const { previewId } = await previewed(core, history(member.replace('fail', 'no-show')))
  expect(await refusals(previewId)).toEqual([[2, 'imports.row.cohortClosed']])
  const failure = await failureOf(previewed(core, history(member), { trackId: null }))
  expect(failure.fields).toContainEqual({ path: 'trackId', code: 'imports.trackMissing', values: {} })
})

test('a later file adds the next attempt to the member on record', async () => {
  await imported(core, history(member))
  const { rows } = await core.api.cohorts.list({})
  const next = textFile(
    [
      'Cohort,Site,Start,End,Student ID,Started,Outcome,Outcome Date,Skills 2,Skills 2 Result',
      'NA-1,Central,2025-09-01,2025-12-01,17,2025-09-01,Completed,2025-12-01,2026-02-10,pass',
    ].join('\n'),
    'nurse assistant.csv',
  )
  const { previewId, counts } = await previewed(core, next)
  expect(counts).toMatchObject({ changed: 1, new: 0 })
  await resultOf(core.api.imports.apply({ previewId }))
  const summary = (await core.api.cohorts.list({})).rows.find(({ id }) => id === rows[0]!.id)!
  expect(summary.certification).toMatchObject({ certified: 1, passedAllFirst: 0 })
})

test('columns left empty between two attempts do not count, also the second time', async () => {
  const heading =
    'Cohort,Site,Start,End,Student ID,Started,Outcome,Outcome Date,Skills 1,Skills 1 Result,Skills 3,Skills 3 Result'
  const row =
    'NA-1,Central,2025-09-01,2025-12-01,17,2025-09-01,Completed,2025-12-01,2026-01-10,fail,2026-02-10,pass'
  const file = () => textFile(`${heading}\n${row}`, 'nurse assistant.csv')
  expect((await imported(core, file())).counts).toMatchObject({ new: 1, refused: 0 })
  expect((await previewed(core, file())).counts).toMatchObject({ unchanged: 1, changed: 0 })
})
