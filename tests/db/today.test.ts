import { expect, test } from 'vitest'
import { workListRows } from '../helpers/workList.ts'
import { signedInCore } from '../helpers/testCore.ts'

test('an empty program has nothing waiting', async () => {
  const { api, dispose } = await signedInCore()
  expect(await api.today.overview({})).toEqual({
    learners: { active: 0, neverTested: 0 },
    running: [],
    upcoming: [],
    waitlists: [],
  })
  const { lists } = await api.today.counts({})
  expect(lists.map(({ count }) => count)).toEqual(lists.map(() => 0))
  await dispose()
})

test('counts agree with the lists they lead to', async () => {
  const { api, dispose } = await signedInCore({ startWith: 'sampleData' })
  const overview = await api.today.overview({})
  expect(overview.learners.active).toBe((await api.learners.list({ status: ['active'] })).total)
  expect(overview.learners.neverTested).toBe(
    (await api.learners.list({ status: ['active'], tested: false })).total,
  )
  expect(overview.running.map(({ code }) => code)).toEqual(
    (await api.cohorts.list({ state: 'running', order: 'oldestFirst' })).rows.map(({ code }) => code),
  )
  await dispose()
})

test('warnings name people still on the way, what closes first at the top', async () => {
  const { api, dispose } = await signedInCore({ startWith: 'sampleData' })
  const warnings = await workListRows(api, 'exams')
  for (const { cohortId, learnerId, warning } of warnings) {
    const { memberRows } = await api.cohorts.get({ cohortId })
    const member = memberRows.find((row) => row.learnerId === learnerId)!
    expect(member.certifiedOn).toBeNull()
    expect(member.warnings).toContainEqual(warning)
  }
  const daysLeft = warnings.flatMap(({ warning }) =>
    warning.kind === 'windowCloses' ? [warning.daysLeft] : [],
  )
  expect(daysLeft).toEqual([...daysLeft].sort((a, b) => a - b))
  expect(warnings.length).toBeGreaterThan(0)
  await dispose()
})
