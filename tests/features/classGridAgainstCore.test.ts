import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classEntries, classRow, type ClassDraft } from '../../renderer/features/assessments/classRow.ts'
import { tableOf } from '../../renderer/features/assessments/testChoice.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { addClass, readingEntry } from '../helpers/testedLearners.ts'

const today = '2026-08-01'
let core: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  core = await signedInCore({ today })
})
afterAll(() => core.dispose())

/** Mostly what people type, and sometimes what they should not. */
const mostly = (good: fc.Arbitrary<string>, ...odd: string[]) =>
  fc.oneof({ arbitrary: good, weight: 9 }, { arbitrary: fc.constantFrom(...odd), weight: 1 })

const row = fc.record({
  form: mostly(fc.constantFrom('622r', ' 623R', '621R'), '', '625L'),
  scoreText: mostly(fc.integer({ min: 130, max: 280 }).map(String), '', '*', 'n/a', '12', '300', 'x'),
  reason: fc.constantFrom('', 'Only booklet left'),
  earlyReason: fc.constantFrom('', 'Leaves on Friday'),
})
const typedClass = fc.record({
  rows: fc.array(row, { minLength: 3, maxLength: 3 }),
  classForm: fc.constantFrom('', '624R'),
  classEarlyReason: fc.constantFrom('', 'End of the term'),
  testedOn: mostly(
    fc.constantFrom('2026-07-30', '2026-08-01'),
    '2026-07-29',
    '2023-07-12',
    '1990-05-02',
    '2026-08-02',
  ),
})

test('the grid and the core agree: what may be saved, and the level of every score', async () => {
  const lookUp = prepareLevelTables(await core.api.instruments.list({}))
  let classNumber = 0
  let saved = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(typedClass, async ({ rows, classForm, classEarlyReason, testedOn }) => {
      const { sectionId, learnerIds } = await addClass(core.api, `C${classNumber++}`, ['A', 'B', 'C'])
      await core.api.assessments.record({
        entries: [readingEntry(learnerIds[0]!, { form: '621R', testedOn: '2026-07-29' })],
        sectionId,
      })
      const { members } = await core.api.assessments.ofSection({ sectionId })
      const draft: ClassDraft = {
        choice: { instrument: 'CASAS Reading STEPS', skillArea: 'reading', testedOn },
        classForm,
        classEarlyReason,
        rows: Object.fromEntries(members.map(({ learnerId }, index) => [learnerId, rows[index]!])),
      }
      const table = tableOf(draft.choice, lookUp)
      const shown = members.map((member) =>
        classRow(member, draft, { table, tables: lookUp, today, isSent: true }),
      )
      const entries = classEntries(shown, draft.choice)
      fc.pre(entries.length > 0)
      const isFine =
        table !== null && testedOn <= today && shown.every(({ problems }) => problems.length === 0)
      const call = core.api.assessments.record({ entries, sectionId })
      if (!isFine) {
        refused++
        expect((await failureOf(call)).kind).toBe('invalidInput')
        return
      }
      saved++
      const filled = shown.filter(({ isBlank }) => !isBlank)
      expect(
        (await call).map(({ learnerId, form, scoreText, level }) => ({ learnerId, form, scoreText, level })),
      ).toEqual(
        filled.map(({ member, form, reading }) => ({
          learnerId: member.learnerId,
          form,
          scoreText: reading!.text,
          level: reading!.level,
        })),
      )
    }),
    { numRuns: 150 },
  )
  // Both ways must have been tried, or the property says nothing.
  expect(Math.min(saved, refused)).toBeGreaterThan(10)
})
