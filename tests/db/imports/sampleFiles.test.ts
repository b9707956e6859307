import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportCounts } from '../../../shared/contract/importPlan.ts'
import { groupBy } from '../../../shared/rules/groups.ts'
import { skillAreas } from '../../../shared/values/vocabulary.ts'
import expected from '../../fixtures/samples/expected.json' with { type: 'json' }
import { signedInCore } from '../../helpers/testCore.ts'
import { imported, plannedRows, previewed, resultOf, sample, type TestCore } from './importing.ts'

const resultWords = {
  eligible: 'eligible',
  needsInformation: 'needs information',
  notYet: 'not yet',
} as const
const files = ['esl-roster.csv', 'student-test-summary.xlsx', 'nurse-assistant-cohorts.xlsx']

let core: TestCore
beforeAll(async () => {
  core = await signedInCore({ today: expected.screeningDate })
})
afterAll(() => core.dispose())

// One story: each test goes on from the one before, as a director would.

test('the roster: 180 learners, three possible duplicates, three rows refused with their reasons', async () => {
  const { previewId, counts } = await previewed(core, sample(files[0]!))
  expect(counts).toMatchObject({
    rows: expected.rosterRows,
    new: expected.learners,
    changed: 0,
    unchanged: 0,
  })
  const alike = await plannedRows(core, previewId, 'possibleDuplicate')
  expect(alike.map(({ candidates }) => candidates[0]!.studentId).sort()).toEqual(
    expected.rosterDuplicatesProposed.toSorted(),
  )
  for (const row of alike) {
    expect(row.choice).toBe('same')
    expect(row.candidates[0]!.reasons).toEqual(['sameBirthDate', 'samePhone', 'sameName'])
  }
  const refused = await plannedRows(core, previewId, 'refused')
  const reasons = refused.map((row) => [
    row.number,
    row.studentId,
    row.refusals[0]!.code,
    row.refusals[0]!.column!.heading,
  ])
  expect(reasons).toEqual([
    [21, '1999003', 'imports.row.inFuture', 'Birth Date'],
    [72, '1999002', 'imports.row.noFamilyName', 'Last Name'],
    [139, '1999001', 'imports.row.noSuchDay', 'Birth Date'],
  ])
  await resultOf(core.api.imports.apply({ previewId }))
  const { total, rows } = await core.api.learners.list({ limit: 500 })
  expect(total).toBe(expected.learners)
  const ids = rows.map(({ studentId }) => studentId!)
  expect(ids.toSorted()).toEqual(Object.keys(expected.nurseAssistantScreeningByStudent).sort())
  expect((await core.api.sections.list({})).rows.map(({ code }) => code)).toEqual([
    ...['ESL-2 MW', 'ESL-3 TTh', 'ESL-4 MW', 'ESL-5 EVE', 'ESL-6 EVE'],
  ])
  const ana = rows.find(({ studentId }) => studentId === '1041364')!
  expect(await core.api.learners.get({ learnerId: ana.id })).toMatchObject({
    familyName: 'de la Cruz',
    givenName: 'Rosa Elena',
    birthDate: '1965-10-24',
    firstLanguage: 'Spanish',
    schooling: 'none',
    equivalency: 'none',
    interestTrack: { name: { en: 'Nurse assistant' } },
    phones: [{ number: '704-555-5099' }],
    sections: [{ code: 'ESL-4 MW' }],
  })
})

test('the test summary: every test, starred and civics ones included; classes keep their names', async () => {
  const { counts } = await imported(core, sample(files[1]!))
  expect(counts).toMatchObject({ rows: expected.testRows, new: expected.testRows, refused: 0 })
  const { rows } = await core.api.learners.list({ limit: 500 })
  const tests = (
    await Promise.all(rows.map(({ id }) => core.api.assessments.ofLearner({ learnerId: id })))
  ).flat()
  expect(tests).toHaveLength(expected.testRows)
  const starred = tests.filter(({ scoreText }) => scoreText === '*')
  expect(starred).toHaveLength(expected.testRowsStarred)
  expect(starred.every(({ accurate, score, level }) => !accurate && score === null && level === null)).toBe(
    true,
  )
  const civics = tests.filter(({ skillArea }) => skillArea === 'civics')
  expect(civics).toHaveLength(expected.testRowsCivics)
  expect(civics.every(({ form, score }) => form === '285C' && score === null)).toBe(true)
  const sections = await core.api.sections.list({})
  expect(sections.rows.map(({ code, startDate }) => [code, startDate])).toContainEqual([
    'ESL-2 MW',
    '2025-08-18',
  ])
  expect(sections.total).toBe(5)
})

test('the newest level of each learner', async () => {
  const { rows } = await core.api.learners.list({ limit: 500 })
  for (const area of skillAreas.slice(0, 2) as ('reading' | 'listening')[]) {
    const levels = rows.flatMap(({ levels: all }) => all.filter(({ skillArea }) => skillArea === area))
    const counts = [...groupBy(levels, ({ level }) => String(level))].map(([level, all]) => [
      level,
      all.length,
    ])
    expect(Object.fromEntries(counts)).toEqual(expected.newestLevel[area])
  }
})

test('the screening of all of them for nurse assistant', async () => {
  const { rows: tracks } = { rows: await core.api.tracks.list({}) }
  const { id: trackId } = tracks.find(({ name }) => name.en === 'Nurse assistant')!
  const { screeningId, counts } = await resultOf(
    core.api.screenings.run({
      trackId,
      startDate: expected.cohortStart,
      asOf: expected.screeningDate,
      pool: { kind: 'allActive' },
    }),
  )
  const { eligible, needsInformation, notYet } = counts
  expect({ eligible, 'needs information': needsInformation, 'not yet': notYet }).toEqual(
    expected.nurseAssistantScreening,
  )
  const { rows } = await core.api.screenings.results({ screeningId, limit: 500 })
  const byStudent = Object.fromEntries(rows.map(({ studentId, result }) => [studentId, resultWords[result]]))
  expect(byStudent).toEqual(expected.nurseAssistantScreeningByStudent)
})

test('the cohort history: members, outcomes, attempts and certification of each cohort', async () => {
  const { counts } = await imported(core, sample(files[2]!))
  expect(counts).toMatchObject({ rows: 96, new: 96, refused: 0, valueLeftOut: 0 })
  const { rows } = await core.api.cohorts.list({ asOf: expected.screeningDate })
  const found = rows.map(({ code, completion, certification }) => {
    const [knowledge, skills] = certification!.parts
    return [
      code,
      {
        enrolled: completion.enrolled,
        notStarted: completion.didNotStart,
        completed: completion.completed,
        withdrew: completion.withdrew,
        excluded: completion.excluded,
        active: completion.stillIn,
        testedKnowledge: knowledge!.tested,
        testedSkills: skills!.tested,
        firstKnowledge: knowledge!.passedFirst,
        firstSkills: skills!.passedFirst,
        testedBoth: certification!.testedAll,
        firstBoth: certification!.passedAllFirst,
        certified: certification!.certified,
        completersNotTested: certification!.completersNotTested,
      },
    ] as const
  })
  expect(Object.fromEntries(found)).toEqual(expected.cohorts)
  const { id } = rows.find(({ code }) => code === 'NA-C1')!
  const cohort = await core.api.cohorts.get({ cohortId: id })
  expect(cohort).toMatchObject({ site: 'Central', startDate: '2024-09-09', endDate: '2024-12-13' })
  const moved = cohort.memberRows.filter(({ reason }) => reason === 'movedAway')
  expect(moved).toHaveLength(2)
})

test('the same files again change nothing, and their columns are remembered', async () => {
  const nothing: Partial<ImportCounts> = { new: 0, changed: 0, possibleDuplicate: 0, valueLeftOut: 0 }
  for (const [index, name] of files.entries()) {
    const { counts, openId } = await previewed(core, sample(name))
    expect(counts, name).toMatchObject({ ...nothing, refused: index === 0 ? 3 : 0 })
    expect((await core.api.imports.columns({ openId, sheet: 0 })).isRemembered).toBe(true)
  }
})

test('applied files are listed with what each row did', async () => {
  const { total, rows } = await core.api.imports.list({})
  expect(total).toBe(3)
  expect(rows.map(({ kind }) => kind)).toEqual(['cohortHistory', 'testSummary', 'roster'])
  expect(rows[2]).toMatchObject({ fileName: files[0], counts: { new: 180, refused: 3 } })
  const all = await core.api.imports.appliedRows({ importId: rows[2]!.id, limit: 500 })
  const row75 = all.rows.filter(({ rowNumber }) => rowNumber === 75)
  expect(row75.map(({ action, subject, label }) => [action, subject, label])).toContainEqual([
    ...['created', 'learner', 'Beatriz Quiñones'],
  ])
  expect(all.rows.filter(({ action }) => action === 'refused').map(({ rowNumber }) => rowNumber)).toEqual([
    21, 72, 139,
  ])
})
