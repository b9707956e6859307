import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import { countCompletion } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Sight } from '../sight/sight.ts'
import { countsWithNames, standingsOf } from './cohortCounts.ts'
import { comparedOf } from './cohortDetails.ts'
import { readCohorts, type Reads } from './cohortRecords.ts'
import { readMembers } from './memberRecords.ts'

type Compared = z.input<NonNullable<(typeof contract.cohorts.compare)['~orpc']['outputSchema']>>

/** Cohorts side by side in the order asked for, and all of them as one group. */
export async function compareCohorts(
  db: Reads,
  ids: readonly number[],
  asOf: IsoDate,
  sight: Sight,
): Promise<Compared> {
  const cohorts = await readCohorts(db, [...new Set(ids)], sight)
  const byCohort = await readMembers(
    db,
    cohorts.map(({ id }) => id),
    sight,
  )
  const membersOf = (id: number) => byCohort.get(id) ?? []
  const credential = cohorts[0]?.credential ?? null
  const oneCredential = cohorts.every((cohort) => cohort.credential?.id === credential?.id)
  const standings = cohorts.flatMap((cohort) => standingsOf(membersOf(cohort.id), cohort, asOf))
  return {
    asOf,
    cohorts: cohorts.map((cohort) => comparedOf(cohort, membersOf(cohort.id), asOf, sight)),
    together: {
      completion: countCompletion(
        cohorts.flatMap(({ id }) => membersOf(id)),
        asOf,
      ),
      certification: credential !== null && oneCredential ? countsWithNames(standings, credential) : null,
    },
  }
}
