import { daysFrom } from './days.ts'
import type { Rows } from './plainRows.ts'
import { levelOf, newestByArea, type ByLearner } from './recountTests.ts'

type Answer = 'met' | 'notMet' | 'unknown'

/**
 * How the active learners stand against the required rules of the nurse-assistant track: reading and listening at
 * level 5 by a newest test of the last 365 days, and eighteen years on the first day of the course.
 */
export function nurseAssistantResults(
  rows: Rows,
  of: ByLearner,
  active: readonly number[],
  { asOf, startDate }: { asOf: string; startDate: string },
) {
  const births = new Map(rows.learners.map(({ id, birthDate }) => [id, birthDate]))
  const results = { eligible: 0, notYet: 0, needsInformation: 0 }
  for (const learnerId of active) {
    const newest = newestByArea(of.tests.get(learnerId) ?? [], asOf)
    const level = (area: string): Answer => {
      const test = newest.find(({ skillArea }) => skillArea === area)
      const reached = test && levelOf(rows.tables, test)
      if (reached === undefined || daysFrom(test!.testedOn, asOf) > 365) return 'unknown'
      return reached >= 5 ? 'met' : 'notMet'
    }
    const birthDate = births.get(learnerId) ?? null
    const eighteenOn = birthDate && `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`
    const age: Answer = eighteenOn === null ? 'unknown' : eighteenOn <= startDate ? 'met' : 'notMet'
    const answers = [level('reading'), level('listening'), age]
    const result = answers.includes('notMet')
      ? 'notYet'
      : answers.includes('unknown')
        ? 'needsInformation'
        : 'eligible'
    results[result]++
  }
  return results
}
