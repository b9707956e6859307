import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { CohortFacts } from '../../shared/contract/cohortValues.ts'
import { memberProblems } from '../../shared/rules/memberProblems.ts'
import { dateInMessage, type IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { invalidFields, refused } from '../failure.ts'
import type { CohortRecord, Reads } from './cohortRecords.ts'
import { seatsLeft } from './cohortCounts.ts'
import type { MemberRow } from './memberRecords.ts'

const field = (path: string, code: string, values: FieldProblem['values'] = {}): FieldProblem => ({
  path,
  code,
  values,
})

/** Refuses to change what is closed. */
export function refuseClosed(cohort: CohortRecord): void {
  if (cohort.closedOn !== null) throw refused('cohorts.closed', { day: dateInMessage(cohort.closedOn) })
}

async function codeProblems(db: Reads, code: string, ownId: number | null): Promise<FieldProblem[]> {
  const rows = await db.selectFrom('cohorts').select(['id', 'code']).execute()
  const taken = rows.some((row) => row.id !== ownId && foldForSearch(row.code) === foldForSearch(code))
  return taken ? [field('code', 'cohorts.codeTaken')] : []
}

async function trackProblems(db: Reads, facts: CohortFacts, today: IsoDate): Promise<FieldProblem[]> {
  const track = await db
    .selectFrom('tracks')
    .select(['id', 'status'])
    .where('id', '=', facts.trackId)
    .executeTakeFirst()
  if (!track) return [field('trackId', 'cohorts.noSuchTrack')]
  // What happened before a track was paused can still be written down.
  if (track.status === 'paused' && facts.startDate >= today) return [field('trackId', 'cohorts.trackPaused')]
  if (facts.credentialId === null) return []
  const credential = await db
    .selectFrom('credentials')
    .select('id')
    .where('id', '=', facts.credentialId)
    .where('trackId', '=', facts.trackId)
    .executeTakeFirst()
  return credential ? [] : [field('credentialId', 'cohorts.credentialOfOtherTrack')]
}

function featureProblems(facts: CohortFacts): FieldProblem[] {
  const problems: FieldProblem[] = []
  facts.deliveryFeatures.forEach(({ feature, detail }, index) => {
    const path = `deliveryFeatures.${index}`
    if (facts.deliveryFeatures.findIndex((other) => other.feature === feature) < index) {
      problems.push(field(`${path}.feature`, 'cohorts.featureTwice'))
    }
    if (feature === 'otherFeature' && detail === null) problems.push(field(`${path}.detail`, 'required'))
  })
  return problems
}

/** Throws what is wrong with a cohort's own facts, each at its field. */
export async function checkFacts(
  db: Reads,
  facts: CohortFacts,
  ownId: number | null,
  today: IsoDate,
): Promise<void> {
  const problems = [
    ...(await codeProblems(db, facts.code, ownId)),
    ...(await trackProblems(db, facts, today)),
    ...featureProblems(facts),
  ]
  if (facts.endDate < facts.startDate) problems.push(field('endDate', 'cohorts.endsBeforeStart'))
  if (problems.length > 0) throw invalidFields(problems)
}

/** Throws what a change of facts would break for the members there are. */
export function checkFactsFitMembers(
  before: CohortRecord,
  facts: CohortFacts,
  members: readonly MemberRow[],
  today: IsoDate,
): void {
  const problems: FieldProblem[] = []
  const anyAttempt = members.some(({ attempts }) => attempts.length > 0)
  if (facts.trackId !== before.trackId && members.length > 0)
    problems.push(field('trackId', 'cohorts.trackHasMembers'))
  if (facts.credentialId !== (before.credential?.id ?? null) && anyAttempt) {
    problems.push(field('credentialId', 'cohorts.credentialHasAttempts'))
  }
  const outside = members.filter((member) =>
    memberProblems(member, facts, today).some((found) => found.field === 'startedOn'),
  )
  if (outside.length > 0)
    problems.push(field('startDate', 'cohorts.membersOutsideDates', { count: outside.length }))
  const left = seatsLeft(facts.seats, members)
  if (facts.seats !== before.seats && left !== null && left < 0) {
    problems.push(field('seats', 'cohorts.fewerSeatsThanMembers', { taken: (facts.seats ?? 0) - left }))
  }
  if (problems.length > 0) throw invalidFields(problems)
}
