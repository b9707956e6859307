/** Runs before every file of tests: no test of the rules and the core may leave this machine. */
import { afterEach, expect } from 'vitest'
import { forbidNetwork, reachedOutside } from './noNetwork.ts'

forbidNetwork()
afterEach(() => {
  expect(reachedOutside, 'where a test reached for the network').toEqual([])
})
