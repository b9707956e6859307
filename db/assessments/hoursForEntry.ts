import type { HoursAttended } from '../../shared/rules/hours.ts'
import { testDaysOf } from '../../shared/rules/programYearGains.ts'
import { programYearOf, type IsoDate } from '../../shared/values/dates.ts'
import { hoursOfLearners } from '../attendance/hoursOfLearners.ts'
import type { Reader } from '../schema.ts'

type Db = Pick<Reader, 'selectFrom'>
type HoursByLearner = ReadonlyMap<number, HoursAttended[]>

/**
 * The hours of learners that may lie between an earlier test and one of a day or later, absences too: a post-test
 * is compared with tests since the look-back of its program year, never with older ones.
 */
export function hoursForTestsFrom(
  db: Db,
  learnerIds: readonly number[],
  earliest: IsoDate,
): Promise<HoursByLearner> {
  const { from } = testDaysOf(programYearOf(earliest))
  return hoursOfLearners(db, learnerIds, { from, to: null })
}

/** The hours of learners since their first test, whatever day the next one will be typed for. */
export async function hoursSinceFirstTests(
  db: Db,
  tests: readonly { readonly learnerId: number; readonly testedOn: IsoDate }[],
): Promise<HoursByLearner> {
  const first = new Map<number, IsoDate>()
  for (const { learnerId, testedOn } of tests) {
    const earlier = first.get(learnerId)
    if (earlier === undefined || testedOn < earlier) first.set(learnerId, testedOn)
  }
  const earliest = [...first.values()].toSorted()[0]
  if (earliest === undefined) return new Map()
  const hours = await hoursForTestsFrom(db, [...first.keys()], earliest)
  return new Map(
    [...hours].map(([learnerId, rows]) => [
      learnerId,
      rows
        .filter(({ to }) => to > first.get(learnerId)!)
        .map(({ from, to, hours: some }) => ({ from, to, hours: some })),
    ]),
  )
}
