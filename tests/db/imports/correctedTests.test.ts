import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInCore } from '../../helpers/testCore.ts'
import { imported, sample, type TestCore } from './importing.ts'

let core: TestCore
beforeAll(async () => {
  core = await signedInCore({ today: '2026-08-01' })
  await imported(core, sample('esl-roster.csv'))
  await imported(core, sample('student-test-summary.xlsx'))
})
afterAll(() => core.dispose())

test('a score corrected by hand stays corrected when the file comes again', async () => {
  const { api } = core
  const { rows } = await api.learners.list({ text: '1041364' })
  const learnerId = rows[0]!.id
  const wrong = (await api.assessments.ofLearner({ learnerId })).find(({ score }) => score !== null)!
  await api.assessments.void({ id: wrong.id, reason: 'Misread on the score sheet' })
  const { instrument, skillArea, form, testedOn } = wrong
  const scoreText = String(wrong.score! + 1)
  const entry = { learnerId, instrument, skillArea: skillArea as 'reading', form, testedOn, scoreText }
  await api.assessments.record({ entries: [{ ...entry, sameFormReason: null }], sectionId: null })

  const before = await api.assessments.ofLearner({ learnerId })
  const { counts } = await imported(core, sample('student-test-summary.xlsx'))
  expect(counts).toMatchObject({ new: 0, changed: 0 })
  expect(await api.assessments.ofLearner({ learnerId })).toEqual(before)
})
