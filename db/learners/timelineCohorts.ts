import type { TimelineEntry } from '../../shared/contract/learnerTimeline.ts'
import type { AttemptResult, LeavingReason, MemberOutcome } from '../../shared/values/vocabulary.ts'
import type { Reader } from '../schema.ts'
import { trackOf } from './timelineScreenings.ts'

type Db = Pick<Reader, 'selectFrom'>

const cohortColumns = [
  'cohorts.id as cohortId',
  'cohorts.code as cohortCode',
  'tracks.id as trackId',
  'tracks.nameEn',
  'tracks.nameEs',
] as const

/** A seat in a cohort, and how it ended; a cohort still running has no end. */
export async function cohortEntries(db: Db, learnerId: number): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .innerJoin('tracks', 'tracks.id', 'cohorts.trackId')
    .select(['cohortMembers.id', 'cohortMembers.startedOn', 'cohortMembers.outcome'])
    .select(['cohortMembers.outcomeOn', 'cohortMembers.reason'])
    .select(['cohorts.site', 'cohorts.startDate', 'cohorts.endDate', ...cohortColumns])
    .where('cohortMembers.learnerId', '=', learnerId)
    .execute()
  return rows.flatMap((row): TimelineEntry[] => {
    const { id, cohortId, cohortCode } = row
    const outcome = row.outcome as MemberOutcome
    const ofCohort = { id, cohortId, cohortCode, track: trackOf(row) }
    const start: TimelineEntry = {
      kind: 'cohortStart',
      ...ofCohort,
      on: row.startedOn ?? row.startDate,
      site: row.site,
      started: row.startedOn !== null,
    }
    if (outcome === 'stillIn') return [start]
    const reason = row.reason as LeavingReason | null
    const on = row.outcomeOn ?? (outcome === 'didNotStart' ? row.startDate : row.endDate)
    return [{ kind: 'cohortEnd', ...ofCohort, on, outcome, reason }, start]
  })
}

interface ExamPart {
  key: string
  name: { en: string; es: string }
}

/** Every sitting of an exam part, with the part's name as the cohort's credential has it. */
export async function attemptEntries(db: Db, learnerId: number): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .innerJoin('tracks', 'tracks.id', 'cohorts.trackId')
    .leftJoin('credentials', 'credentials.id', 'cohorts.credentialId')
    .select(['attempts.id', 'attempts.partKey', 'attempts.number', 'attempts.takenOn', 'attempts.result'])
    .select(['credentials.parts', ...cohortColumns])
    .where('cohortMembers.learnerId', '=', learnerId)
    .execute()
  return rows.map((row) => {
    const parts = row.parts === null ? [] : (JSON.parse(row.parts) as ExamPart[])
    const { partKey } = row
    return {
      kind: 'attempt',
      id: row.id,
      on: row.takenOn,
      cohortId: row.cohortId,
      cohortCode: row.cohortCode,
      track: trackOf(row),
      partKey,
      // A part that was taken out of the credential later keeps its key.
      partName: parts.find(({ key }) => key === partKey)?.name ?? { en: partKey, es: partKey },
      number: row.number,
      result: row.result as AttemptResult,
    }
  })
}
