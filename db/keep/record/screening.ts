import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { sentenceFor, type SentenceWords } from '../../../shared/rules/screening/sentenceFor.ts'
import { recordOfPerson } from '../../merges/standing.ts'
import { answersStored } from '../../screening/storedAnswers.ts'
import { requirementsOf } from '../../tracks/trackRows.ts'
import {
  dayOf,
  inLanguage,
  recordSheet,
  word,
  yesOrNo,
  type RecordCall,
  type RecordSheet,
} from './recordSheet.ts'

const trackName = (call: RecordCall, row: { nameEn: string; nameEs: string }) =>
  inLanguage(call, { en: row.nameEn, es: row.nameEs })

async function resultsOf({ db, learnerId }: RecordCall) {
  return db
    .selectFrom('screeningResults')
    .innerJoin('screenings', 'screenings.id', 'screeningResults.screeningId')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
    .select(['tracks.nameEn', 'tracks.nameEs', 'screenings.asOf', 'screenings.startDate'])
    .select(['screenings.requirements', 'screenings.createdByName'])
    .select(['screeningResults.result', 'screeningResults.withinReach', 'screeningResults.answers'])
    .where(recordOfPerson(learnerId, 'screeningResults.learnerId'))
    .orderBy('screenings.asOf')
    .orderBy('screenings.id')
    .execute()
}

export async function screenings(call: RecordCall): Promise<RecordSheet> {
  const { t } = call
  return recordSheet(
    'screenings',
    await resultsOf(call),
    [
      { key: 'asOf', kind: 'date', width: 13, value: (row) => row.asOf },
      { key: 'track', width: 30, value: (row) => trackName(call, row) },
      { key: 'courseStart', kind: 'date', width: 15, value: (row) => row.startDate },
      { key: 'result', width: 20, value: (row) => word(t, 'screeningResults', row.result) },
      { key: 'withinReach', width: 14, value: (row) => yesOrNo(t, row.withinReach) },
      { key: 'by', width: 24, value: (row) => row.createdByName },
    ],
    t,
  )
}

/** Every requirement of every screening, with what was found, in words. */
export async function answers(call: RecordCall): Promise<RecordSheet> {
  const { t, language } = call
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const words: SentenceWords = { language, t, date: (day) => days.format(new Date(`${day}T00:00:00Z`)) }
  const rows = (await resultsOf(call)).flatMap((row) => {
    const asked: Requirement[] = requirementsOf(row)
    return answersStored(row.answers, asked).map((answer, index) => ({ row, answer, asked: asked[index]! }))
  })
  return recordSheet(
    'answers',
    rows,
    [
      { key: 'asOf', kind: 'date', width: 13, value: ({ row }) => row.asOf },
      { key: 'track', width: 30, value: ({ row }) => trackName(call, row) },
      { key: 'requirement', width: 40, wraps: true, value: ({ asked }) => inLanguage(call, asked.message) },
      { key: 'strength', width: 12, value: ({ answer }) => word(t, 'requirementStrengths', answer.strength) },
      { key: 'answer', width: 12, value: ({ answer }) => word(t, 'answerStates', answer.state) },
      {
        key: 'found',
        width: 60,
        wraps: true,
        value: ({ answer, asked }) => sentenceFor(answer, asked, words),
      },
    ],
    t,
  )
}

export async function decisions(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('screenings', 'screenings.id', 'decisions.screeningId')
    .innerJoin('tracks', 'tracks.id', 'screenings.trackId')
    .select(['tracks.nameEn', 'tracks.nameEs', 'screenings.asOf'])
    .select(['decisions.decision', 'decisions.reason', 'decisions.decidedAt', 'decisions.decidedByName'])
    .where(recordOfPerson(learnerId, 'decisions.learnerId'))
    .orderBy('decisions.id')
    .execute()
  return recordSheet(
    'decisions',
    rows,
    [
      { key: 'on', kind: 'date', width: 13, value: (row) => dayOf(row.decidedAt) },
      { key: 'track', width: 30, value: (row) => trackName(call, row) },
      { key: 'screeningAsOf', kind: 'date', width: 15, value: (row) => row.asOf },
      { key: 'decision', width: 16, value: (row) => word(t, 'decisions', row.decision) },
      { key: 'reason', width: 50, wraps: true, value: (row) => row.reason },
      { key: 'by', width: 24, value: (row) => row.decidedByName },
    ],
    t,
  )
}

export async function waivers(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const rows = await db
    .selectFrom('waivers')
    .innerJoin('tracks', 'tracks.id', 'waivers.trackId')
    .selectAll('waivers')
    .select(['tracks.nameEn', 'tracks.nameEs'])
    .where('learnerId', '=', learnerId)
    .orderBy('waivers.id')
    .execute()
  return recordSheet(
    'waivers',
    rows,
    [
      { key: 'on', kind: 'date', width: 13, value: (row) => row.grantedOn },
      { key: 'track', width: 30, value: (row) => trackName(call, row) },
      { key: 'requirement', width: 26, value: (row) => row.requirementKey },
      { key: 'reason', width: 50, wraps: true, value: (row) => row.reason },
      { key: 'by', width: 24, value: (row) => row.grantedByName },
      { key: 'withdrawnOn', kind: 'date', width: 13, value: (row) => row.withdrawnOn },
    ],
    t,
  )
}

export async function waitingLists(call: RecordCall): Promise<RecordSheet> {
  const { db, learnerId, t } = call
  const rows = await db
    .selectFrom('waitlistEntries')
    .innerJoin('tracks', 'tracks.id', 'waitlistEntries.trackId')
    .selectAll('waitlistEntries')
    .select(['tracks.nameEn', 'tracks.nameEs'])
    .where('learnerId', '=', learnerId)
    .orderBy('waitlistEntries.id')
    .execute()
  return recordSheet(
    'waitingLists',
    rows,
    [
      { key: 'track', width: 30, value: (row) => trackName(call, row) },
      { key: 'from', kind: 'date', width: 13, value: (row) => row.addedOn },
      { key: 'lookAgainOn', kind: 'date', width: 14, value: (row) => row.lookAgainOn },
      { key: 'note', width: 40, wraps: true, value: (row) => row.note },
      { key: 'to', kind: 'date', width: 13, value: (row) => row.removedOn },
      { key: 'reason', width: 40, wraps: true, value: (row) => row.removedReason },
    ],
    t,
  )
}
