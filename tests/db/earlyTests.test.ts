import { afterEach, expect, test } from 'vitest'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { readingEntry } from '../helpers/testedLearners.ts'
import { writeDirectly } from '../helpers/writeDirectly.ts'

const open: Awaited<ReturnType<typeof signedInCore>>[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

test('early post-tests stand in the data check and are counted beside the files that go out', async () => {
  const core = await signedInCore({ today: '2026-06-30' })
  open.push(core)
  const { api } = core
  const { sectionId } = await api.sections.create({ code: 'ESL 4', name: 'English' })
  const learnerIds: number[] = []
  for (const [index, familyName] of ['Abe', 'Báez', 'Cruz', 'Díaz'].entries())
    learnerIds.push(
      (await api.learners.create({ familyName, givenName: 'Ana', studentId: `S-${index}` })).learnerId,
    )
  const [abe, baez, cruz, diaz] = learnerIds as [number, number, number, number]
  await api.sections.addMembers({ sectionId, learnerIds })
  const meeting = (heldOn: string, present: readonly number[]) => ({
    ...{ heldOn, minutes: 600 },
    marks: present.map((learnerId) => ({ learnerId, mark: 'present' as const })),
  })
  // Forty hours of meetings for two, ten and none for others; one of those has the rest as a total.
  await api.attendance.save({
    sectionId,
    meetings: [
      meeting('2025-10-01', [abe, baez, cruz]),
      ...['2025-10-02', '2025-10-03', '2025-10-06'].map((on) => meeting(on, [abe])),
    ],
  })
  const facts = { component: 'english', periodFrom: '2025-10-07', periodTo: '2025-11-30', hours: 30 }
  await api.instructionHours.record({ learnerId: cruz, facts })
  const tests = (learnerId: number, earlyReason: string | null = null) => [
    readingEntry(learnerId, { testedOn: '2025-09-02', scoreText: '205' }),
    readingEntry(learnerId, { testedOn: '2025-12-10', scoreText: '218', form: '624R', earlyReason }),
  ]
  await api.assessments.record({
    sectionId,
    entries: [...tests(abe), ...tests(baez, 'Moved away'), ...tests(cruz), ...tests(diaz)],
  })
  const findings = async () =>
    (await api.dataChecks.findings({ rule: 'earlyTest', show: 'open', offset: 0, limit: 50 })).rows.map(
      ({ learnerId, details }) => [learnerId, details],
    )
  const details = { skillArea: 'reading', testedOn: '2025-12-10', hours: 10, minimum: 40 }
  expect(await findings()).toEqual([[baez, { ...details, isExplained: 'yes', reason: 'Moved away' }]])

  const remarks = async (file: 'testSummary' | 'assessmentUpload') => {
    const choice = { file, from: '2025-07-01', to: '2026-06-30', sectionId: null }
    const { remarks } = await resultOf(api.filesOut.count({ choice }))
    return remarks.filter(({ remark }) => remark.startsWith('early'))
  }
  expect(await remarks('testSummary')).toEqual([{ remark: 'earlyTest', count: 1 }])
  expect(await remarks('assessmentUpload')).toEqual([{ remark: 'earlyTest', count: 1 }])

  await writeDirectly(core.core, (db) => db.updateTable('assessments').set({ earlyReason: null }).execute())
  expect(await findings()).toEqual([[baez, { ...details, isExplained: 'no', reason: '' }]])
  expect(await remarks('testSummary')).toEqual([{ remark: 'earlyWithoutReason', count: 1 }])
})
