/** Runs before every file of tests: no test of the rules and the core may leave this machine. */
import fc from 'fast-check'
import { afterEach, expect } from 'vitest'
import { forbidNetwork, reachedOutside } from './noNetwork.ts'

forbidNetwork()
// Chance finds new cases at a desk; where a change is judged, what fails must be the change's.
if (process.env.CI) fc.configureGlobal({ seed: 20261122 })
afterEach(() => {
  expect(reachedOutside, 'where a test reached for the network').toEqual([])
})
