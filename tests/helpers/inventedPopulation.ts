import type { CohortRecord } from '../../db/cohorts/cohortRecords.ts'
import { standingOf } from '../../db/cohorts/cohortCounts.ts'
import type { AttemptRow, MemberRow } from '../../db/cohorts/memberRecords.ts'
import { differentPeople, type Counted, type Population } from '../../db/reports/population.ts'
import { memberStatus, type MemberStatus } from '../../shared/rules/completion.ts'
import type { AttemptResult, LeavingReason } from '../../shared/values/vocabulary.ts'

/** So many people alike in one cohort. */
export interface InventedGroup {
  cohort: number
  level: number
  status: MemberStatus
  reason: LeavingReason
  /** The results of the sittings of each part, in order. */
  sittings: readonly (readonly AttemptResult[])[]
  people: number
}

export const inventedParts = ['knowledge', 'skills'] as const
const asOf = '2026-08-01'

const credential: NonNullable<CohortRecord['credential']> = {
  id: 1,
  name: { en: 'Aide', es: 'Auxiliar' },
  parts: inventedParts.map((key) => ({ key, name: { en: key, es: key } })),
  attemptLimit: 3,
  windowMonths: 24,
  noShowUsesAttempt: false,
  source: null,
  active: true,
}

/** Even and odd cohorts stand at two sites. */
export const siteOf = (cohort: number) => (cohort % 2 === 0 ? 'Central' : 'North')

const cohortRecord = (cohort: number): CohortRecord => ({
  id: cohort,
  code: `C${cohort}`,
  trackId: 1,
  trackName: { en: 'Aide', es: 'Auxiliar' },
  trackVersionId: null,
  credential,
  site: siteOf(cohort),
  term: null,
  startDate: `2026-01-0${cohort}`,
  endDate: '2026-05-01',
  seats: null,
  staff: [],
  deliveryFeatures: [],
  lessons: null,
  closedOn: null,
})

function memberOf(group: InventedGroup, id: number): MemberRow {
  const { status, level, reason, cohort } = group
  const attempts = group.sittings.flatMap((results, part) =>
    results.map((result, index): AttemptRow => ({
      id: index,
      part: inventedParts[part]!,
      sequence: index + 1,
      takenOn: `2026-06-0${index + 1}`,
      result,
      resultOn: null,
      overrideReason: null,
    })),
  )
  return {
    memberId: id,
    cohortId: cohort,
    learnerId: id,
    familyName: `Person ${id}`,
    givenName: '',
    preferredName: null,
    studentId: null,
    screeningId: null,
    entryLevel: level,
    startedOn: status === 'notYetStarted' || status === 'didNotStart' ? null : '2026-01-10',
    outcome: status === 'notYetStarted' ? 'stillIn' : status,
    outcomeOn: status === 'stillIn' || status === 'notYetStarted' ? null : '2026-05-01',
    reason: status === 'withdrew' || status === 'excluded' ? reason : null,
    reasonNote: null,
    isErased: false,
    attempts: status === 'completed' ? attempts : [],
  }
}

/** A population for outside use, made up of groups of people alike. */
export function inventedPopulation(groups: readonly InventedGroup[]): Population {
  let id = 0
  const counted = groups.flatMap((group) =>
    Array.from({ length: group.people }, (): Counted => {
      const member = memberOf(group, ++id)
      const cohort = cohortRecord(group.cohort)
      const status = memberStatus(member, asOf)
      return { member, cohort, status, standing: standingOf(member, cohort, asOf) }
    }),
  )
  const people = differentPeople(counted)
  const codes = [...new Set(counted.map(({ cohort }) => cohort.code))]
  return {
    asOf,
    // Without cohorts there are no benchmarks to look up.
    cohorts: [],
    counted,
    scope: {
      asOf,
      audience: 'outside',
      trackName: null,
      cohortCodes: codes,
      startsFrom: null,
      startsTo: null,
      people,
    },
  }
}
