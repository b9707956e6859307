import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptUntilChange } from '../../db/calls/keptUntilChange.ts'
import { signedInCore } from '../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  core = await signedInCore()
})
afterAll(() => core.dispose())

test('an answer is worked out once for all that ask, anew after a change, and after it failed', async () => {
  const db = core.core.requireOpen().file.reader
  let times = 0
  const ask = (year: number) => keptUntilChange(db, ['people', year], async () => [year, ++times])
  expect(await Promise.all([ask(2026), ask(2026)])).toEqual([
    [2026, 1],
    [2026, 1],
  ])
  expect(await ask(2025)).toEqual([2025, 2])
  expect(await ask(2026)).toEqual([2026, 1])
  await core.api.learners.create({ familyName: 'Soto', givenName: 'Elba' })
  expect(await ask(2026)).toEqual([2026, 3])

  const failing = () => keptUntilChange(db, ['failing'], () => Promise.reject(new Error('no')))
  await expect(failing()).rejects.toThrow('no')
  expect(await keptUntilChange(db, ['failing'], async () => 'worked out')).toBe('worked out')
})
