import type { TimelineEntry } from '../../shared/contract/learnerTimeline.ts'
import type { ScreeningResult } from '../../shared/rules/screening/answers.ts'
import type { Decision } from '../../shared/values/vocabulary.ts'
import { isoDateOfLocalDay } from '../localDay.ts'
import { recordOfPerson } from '../merges/standing.ts'
import type { Reader } from '../schema.ts'

type Db = Pick<Reader, 'selectFrom'>

const trackColumns = ['tracks.id as trackId', 'tracks.nameEn', 'tracks.nameEs'] as const

interface TrackColumns {
  trackId: number
  nameEn: string
  nameEs: string
}

export const trackOf = ({ trackId, nameEn, nameEs }: TrackColumns) => ({
  id: trackId,
  name: { en: nameEn, es: nameEs },
})

/** Every screening that the learner was part of, on its as-of date. */
export async function screeningEntries(db: Db, learnerId: number): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('screeningResults')
    .innerJoin('screenings', 'screenings.id', 'screeningResults.screeningId')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
    .select(['screenings.id', 'screenings.asOf', 'screenings.startDate'])
    .select(['screeningResults.result', 'screeningResults.withinReach', ...trackColumns])
    .where(recordOfPerson(learnerId, 'screeningResults.learnerId'))
    .execute()
  return rows.map((row) => ({
    kind: 'screening',
    id: row.id,
    on: row.asOf,
    track: trackOf(row),
    startDate: row.startDate,
    result: row.result as ScreeningResult,
    withinReach: row.withinReach === 1,
  }))
}

/** What people decided beside the results, each on the day of the decision. */
export async function decisionEntries(db: Db, learnerId: number): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('screenings', 'screenings.id', 'decisions.screeningId')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
    .select(['decisions.id', 'decisions.screeningId', 'decisions.decision', 'decisions.reason'])
    .select(['decisions.decidedAt', 'decisions.decidedByName', ...trackColumns])
    .where(recordOfPerson(learnerId, 'decisions.learnerId'))
    .execute()
  return rows.map((row) => ({
    kind: 'decision',
    id: row.id,
    on: isoDateOfLocalDay(new Date(row.decidedAt)),
    track: trackOf(row),
    screeningId: row.screeningId,
    decision: row.decision as Decision,
    reason: row.reason,
    decidedByName: row.decidedByName,
  }))
}

/** Coming onto a waiting list and leaving it are two entries. */
export async function waitlistEntries(db: Db, learnerId: number): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('waitlistEntries')
    .innerJoin('tracks', 'tracks.id', 'waitlistEntries.trackId')
    .select(['waitlistEntries.id', 'waitlistEntries.addedOn', 'waitlistEntries.removedOn'])
    .select(['waitlistEntries.lookAgainOn', 'waitlistEntries.note', 'waitlistEntries.removedReason'])
    .select(trackColumns)
    .where('waitlistEntries.learnerId', '=', learnerId)
    .execute()
  return rows.flatMap((row): TimelineEntry[] => {
    const common = { kind: 'waitlist', id: row.id, track: trackOf(row) } as const
    const added: TimelineEntry = {
      ...common,
      on: row.addedOn,
      change: 'added',
      lookAgainOn: row.lookAgainOn,
      note: row.note,
    }
    if (row.removedOn === null) return [added]
    return [
      { ...common, on: row.removedOn, change: 'removed', lookAgainOn: null, note: row.removedReason },
      added,
    ]
  })
}
