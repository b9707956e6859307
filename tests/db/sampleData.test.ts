import { expect, test } from 'vitest'
import { signedInCore } from '../helpers/testCore.ts'

test('sample data fill a program with learners, levels and cohorts, the same for the same day', async () => {
  const counts = async () => {
    const { api, dispose } = await signedInCore({ startWith: 'sampleData' })
    const learners = await api.learners.list({})
    const cohorts = await api.cohorts.list({})
    await dispose()
    return {
      learners: learners.total,
      first: learners.rows[0],
      enrolled: cohorts.rows.map(({ completion }) => completion.enrolled),
      certified: cohorts.rows.map(({ certification }) => certification?.certified ?? null),
    }
  }
  const first = await counts()
  expect(first.learners).toBe(180)
  expect(first.enrolled).toHaveLength(7)
  expect(first.certified.some((count) => count !== null && count > 0)).toBe(true)
  expect(await counts()).toEqual(first)
})

test('the newest sample cohort is still running', async () => {
  const { api, dispose } = await signedInCore({ startWith: 'sampleData' })
  const { rows } = await api.cohorts.list({ order: 'newestFirst' })
  expect(rows[0]?.state).toBe('running')
  expect(rows[0]?.completion.stillIn).toBeGreaterThan(0)
  await dispose()
})

test('older sample cohorts are closed with their lessons, in the language of the program', async () => {
  const { api, dispose } = await signedInCore({ startWith: 'sampleData', language: 'es' })
  const closed = await api.cohorts.list({ state: 'closed' })
  expect(closed.total).toBeGreaterThan(0)
  for (const { id } of closed.rows) {
    const { lessons, staff, deliveryFeatures } = await api.cohorts.get({ cohortId: id })
    expect(lessons?.whatFailed).toMatch(/[áéíóúñ]/)
    expect(staff.length * deliveryFeatures.length).toBeGreaterThan(0)
  }
  expect((await api.cohorts.list({ state: 'ended' })).total).toBeGreaterThan(0)
  expect(await api.benchmarks.list({})).toMatchObject([{ kind: 'regularClass' }, { kind: 'regularClass' }])
  await dispose()
})
