import { afterAll, beforeAll, expect, test } from 'vitest'
import { methods } from '../../../shared/contract/methods.ts'
import { holdsNoLearnerData } from './holdsNoLearnerData.ts'
import { probesOfClasses } from './probesOfClasses.ts'
import { probesOfCohorts } from './probesOfCohorts.ts'
import { probesOfLearners } from './probesOfLearners.ts'
import { probesOfSheets } from './probesOfSheets.ts'
import { probesOfNumbers } from './probesOfNumbers.ts'
import { seenProgram, type Probes, type SeenProgram } from './seenProgram.ts'

let it: SeenProgram
let probes: Probes
beforeAll(async () => {
  it = await seenProgram()
  probes = {
    ...probesOfLearners(it),
    ...probesOfClasses(it),
    ...probesOfCohorts(it),
    ...probesOfSheets(it),
    ...probesOfNumbers(it),
  }
}, 30_000)
afterAll(() => it.dispose())

/** Everything that an instructor may call, whatever else they are. */
const callable = methods
  .filter(({ meta }) => typeof meta.mayCall === 'string' || meta.mayCall.includes('instructor'))
  .map(({ name }) => name)

test.each(callable.filter((name) => !(name in holdsNoLearnerData)))(
  '%s keeps to the classes of an instructor',
  async (name) => {
    const prove = probes[name]
    if (!prove) throw new Error(`${name} needs a probe, or its place among those that hold no learner data`)
    await prove()
  },
)

test('no probe and no exception is left over', () => {
  const known = new Set(callable)
  const named = [...Object.keys(probes), ...Object.keys(holdsNoLearnerData)]
  expect(named.filter((name) => !known.has(name))).toEqual([])
  expect(Object.keys(probes).filter((name) => name in holdsNoLearnerData)).toEqual([])
  console.info(`${Object.keys(probes).length} methods proved to keep to an instructor's classes`)
})
