import { attemptEntries } from '../../learners/timelineCohorts.ts'
import type { TimelineEntry } from '../../../shared/contract/learnerTimeline.ts'
import { inLanguage, recordSheet, word, type RecordCall, type RecordSheet } from './recordSheet.ts'

export async function cohorts(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const rows = await db
    .selectFrom('cohortMembers')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .innerJoin('tracks', 'tracks.id', 'cohorts.trackId')
    .select(['cohorts.code', 'cohorts.site', 'tracks.nameEn', 'tracks.nameEs'])
    .select(['entryLevel', 'startedOn', 'outcome', 'outcomeOn', 'reason', 'reasonNote'])
    .where('learnerId', '=', learnerId)
    .orderBy('cohorts.startDate')
    .execute()
  return recordSheet(
    'cohorts',
    rows,
    [
      { key: 'cohort', width: 16, value: (row) => row.code },
      { key: 'track', width: 30, value: (row) => inLanguage(call, { en: row.nameEn, es: row.nameEs }) },
      { key: 'site', width: 20, value: (row) => row.site },
      { key: 'entryLevel', kind: 'number', width: 12, value: (row) => row.entryLevel },
      { key: 'from', kind: 'date', width: 13, value: (row) => row.startedOn },
      { key: 'outcome', width: 16, value: (row) => word(t, 'memberOutcomes', row.outcome) },
      { key: 'outcomeOn', kind: 'date', width: 13, value: (row) => row.outcomeOn },
      { key: 'reason', width: 22, value: (row) => word(t, 'leavingReasons', row.reason) },
      { key: 'note', width: 40, wraps: true, value: (row) => row.reasonNote },
    ],
    t,
  )
}

type AttemptEntry = Extract<TimelineEntry, { kind: 'attempt' }>

export async function attempts(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const entries = (await attemptEntries(db, learnerId)).filter(
    (entry): entry is AttemptEntry => entry.kind === 'attempt',
  )
  const words = await db
    .selectFrom('attempts')
    .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
    .select(['attempts.id', 'attempts.overrideReason', 'attempts.note'])
    .where('cohortMembers.learnerId', '=', learnerId)
    .execute()
  const said = new Map(words.map((row) => [row.id, row]))
  return recordSheet(
    'attempts',
    entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id)),
    [
      { key: 'on', kind: 'date', width: 13, value: (row) => row.on },
      { key: 'cohort', width: 16, value: (row) => row.cohortCode },
      { key: 'part', width: 30, value: (row) => inLanguage(call, row.partName) },
      { key: 'attempt', kind: 'number', width: 10, value: (row) => row.number },
      { key: 'result', width: 12, value: (row) => word(t, 'attemptResults', row.result) },
      { key: 'reason', width: 40, wraps: true, value: (row) => said.get(row.id)?.overrideReason ?? null },
      { key: 'note', width: 40, wraps: true, value: (row) => said.get(row.id)?.note ?? null },
    ],
    t,
  )
}
