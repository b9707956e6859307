import { contract } from '../../shared/contract/index.ts'
import { programYearOf, programYearSpan } from '../../shared/values/dates.ts'
import { longQuery, query } from '../calls/useCase.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import { federalFigures } from './federalFigures.ts'
import { gainLines, gainsOfYear } from './gainLines.ts'
import { learnerYears } from './learnerYears.ts'
import { wayToTrack } from './wayToTrack.ts'

/** Program years from the first test to today's, the newest first. */
async function programYears(db: Reader, today: string): Promise<number[]> {
  const first = await db
    .selectFrom('assessments')
    .select((row) => row.fn.min<string | null>('testedOn').as('testedOn'))
    .executeTakeFirst()
  const newest = programYearOf(today)
  const oldest = first?.testedOn ? programYearOf(first.testedOn) : newest
  return Array.from({ length: Math.max(1, newest - oldest + 1) }, (_, back) => newest - back)
}

export const gains = {
  report: query(contract.gains.report, async ({ input, db, today, sight }) => {
    const programYear = input.programYear ?? programYearOf(today)
    return {
      programYear,
      ...programYearSpan(programYear),
      asOf: today,
      programYears: await programYears(db, today),
      lines: gainLines(await gainsOfYear(db, programYear, today, sight)),
    }
  }),

  ofLearner: query(contract.gains.ofLearner, async ({ input, db, today, sight }) => {
    await requireLearner(db, input.learnerId, sight)
    return learnerYears(db, input.learnerId, today)
  }),

  wayToTrack: query(contract.gains.wayToTrack, async ({ input, db, today, sight }) => {
    await requireLearner(db, input.learnerId, sight)
    return wayToTrack(db, input, today)
  }),

  federal: longQuery(contract.gains.federal, async ({ input, db, today, sight, progress }) =>
    federalFigures(db, input.programYear, today, sight, progress),
  ),
}
