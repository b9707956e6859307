import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { newestUsable } from '../../shared/rules/currentLevel.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { readScoreInTable } from '../../shared/rules/scoreText.ts'
import { addLearner, readingEntry } from '../helpers/testedLearners.ts'
import { currentLevels, openedCores } from './openedCores.ts'

const { withLearner, closeAll } = openedCores()
afterEach(closeAll)

test('current levels follow the newest usable test, whatever is recorded, voided and restored', async () => {
  const it = await withLearner()
  const someTest = fc.record({
    day: fc.constantFrom('2026-05-01', '2026-05-02', '2026-06-01'),
    form: fc.constantFrom('621R', '622R', '623R'),
    scoreText: fc.constantFrom('190', '212', '220', '245', '*'),
    voided: fc.boolean(),
  })
  const uniqueTests = fc.uniqueArray(someTest, { maxLength: 6, selector: ({ day, form }) => day + form })
  await fc.assert(
    fc.asyncProperty(uniqueTests, async (tests) => {
      const learnerId = await addLearner(it.api, 'Test')
      for (const { day, form, scoreText, voided } of tests) {
        const [saved] = await it.record(
          readingEntry(learnerId, {
            testedOn: day,
            form,
            scoreText,
            sameFormReason: 'Property',
            earlyReason: 'Property',
          }),
        )
        if (voided) await it.api.assessments.void({ id: saved!.id, reason: 'Property' })
      }
      const history = await it.api.assessments.ofLearner({ learnerId })
      const facts = history.map((record) => ({
        ...record,
        skillArea: 'reading' as const,
        inaccurate: !record.accurate,
        voided: record.voidedAt !== null,
      }))
      const newest = newestUsable(facts, 'reading', '2026-08-01')
      const kept = (await currentLevels(it)).filter((row) => row.learnerId === learnerId)
      expect(kept.map(({ score, testedOn }) => ({ score, testedOn }))).toEqual(
        newest === null ? [] : [{ score: newest.score, testedOn: newest.testedOn }],
      )
    }),
    { numRuns: 40 },
  )
})

test('the level shown while typing is the level stored, in every shipped table', async () => {
  const it = await withLearner('1970-01-01')
  const all = await it.api.instruments.list({})
  const shown = prepareLevelTables(all)
  const typed = fc.record({
    table: fc.constantFrom(...all),
    testedOn: fc.constantFrom('2015-03-02', '2024-07-01', '2025-06-30', '2025-07-01', '2026-07-30'),
    scoreText: fc.oneof(
      fc.integer({ min: 130, max: 280 }).map(String),
      fc.integer({ min: 80, max: 600 }).map(String),
      fc.constantFrom('*', 'N/A', '556*'),
    ),
  })
  await fc.assert(
    fc.asyncProperty(typed, async ({ table, testedOn, scoreText }) => {
      const { instrument, skillArea } = table
      const learnerId = await addLearner(it.api, 'Test', { birthDate: '1970-01-01' })
      const onScreen = readScoreInTable(shown.tableFor(instrument, skillArea, testedOn), scoreText)
      const form = table.forms[0] ?? 'A'
      const call = it.record(readingEntry(learnerId, { instrument, skillArea, form, testedOn, scoreText }))
      const stored = await call.then(
        ([saved]) => saved,
        () => null,
      )
      fc.pre(stored !== null)
      expect(stored).toMatchObject({
        score: onScreen?.score,
        scoreText: onScreen?.text,
        level: onScreen?.level,
      })
    }),
    { numRuns: 100 },
  )
})
