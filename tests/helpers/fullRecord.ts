import type { signedInCore } from './testCore.ts'
import { resultOf } from './resultOf.ts'
import { imported, textFile } from '../db/imports/importing.ts'
import { cohortInput, nurseAssistantTrack } from './nurseAssistant.ts'
import { readingEntry } from './testedLearners.ts'

type TestCore = Pick<Awaited<ReturnType<typeof signedInCore>>, 'core' | 'api'>

/** Words that stand nowhere in a program but in the record of the person below, in every place that takes words. */
export const personalWords = [
  'Zyxwerth',
  'Quillonia',
  'Quibi',
  'ZQ-998877',
  'zq@zyx.example',
  '704-555-9182',
  'Tia Brunhild',
  'Klingonese',
  'Nowherestan',
  'marmalade note',
  'umbrella interest',
  'giraffe schedule',
  'trombone referral',
  'walrus evidence',
  'octopus waiver',
  'pelican decision',
  'narwhal waiting',
  'hedgehog leaving',
  'armadillo sitting',
  'platypus void',
  'flamingo disclosure',
  'meerkat finding',
] as const

/** A person with an entry of every kind, and the cohort, class and track around it. */
export async function fullRecord(test: TestCore) {
  const { api, core } = test
  await imported(
    test,
    textFile(
      'Student ID,Last Name,First Name,Birth Date,Phone,Home Language,Section\n' +
        'ZQ-998877,Zyxwerth,Quillonia,1987-03-14,704-555-9182,Klingonese,ESL-9\n' +
        'AB-100001,Other,Person,1990-01-02,704-555-1111,Spanish,ESL-9\n',
      'roster.csv',
    ),
    { kind: 'roster' },
  )
  const found = await api.learners.list({ text: 'Zyxwerth' })
  const learnerId = found.rows[0]!.id
  const other = (await api.learners.list({ text: 'AB-100001' })).rows[0]!.id
  const tracks = await api.tracks.list({})
  const trackId = tracks[0]!.id
  const record = await api.learners.get({ learnerId })
  await api.learners.change({
    ...record,
    learnerId,
    preferredName: 'Quibi',
    email: 'zq@zyx.example',
    schoolingCountry: 'Nowherestan',
    interestTrackId: trackId,
    interestNote: 'umbrella interest',
    workSchedule: 'giraffe schedule',
    referralSource: 'trombone referral',
    notes: 'marmalade note',
    phones: [
      { number: '704-555-9182', contactName: null },
      { number: '704-555-2222', contactName: 'Tia Brunhild' },
    ],
  })
  const [first] = await api.assessments.record({
    sectionId: null,
    entries: [readingEntry(learnerId), readingEntry(other)],
  })
  await api.assessments.void({ id: first!.id, reason: 'platypus void' })
  await api.assessments.record({
    sectionId: null,
    entries: [readingEntry(learnerId, { scoreText: '214', testedOn: '2026-07-31', form: '624R' })],
  })
  await api.evidence.record({
    learnerId,
    facts: {
      kind: 'document',
      evidenceKey: 'tbTest',
      status: 'met',
      onDate: '2026-07-01',
      seenBy: 'walrus evidence',
    },
  })
  await api.instructionHours.record({
    learnerId,
    facts: { component: 'english', periodFrom: '2026-05-01', periodTo: '2026-05-31', hours: 21 },
  })
  const track = await api.tracks.get({ id: trackId })
  const waivable = track.versions[0]!.requirements.find((one) => one.waivable)!
  await api.waivers.grant({ learnerId, trackId, requirementKey: waivable.key, reason: 'octopus waiver' })
  const { screeningId } = await resultOf(
    api.screenings.run({
      trackId,
      startDate: '2026-08-24',
      asOf: '2026-08-01',
      pool: { kind: 'filter', filters: { text: 'quillonia zyxwerth' } },
    }),
  )
  await api.screenings.decide({
    screeningId,
    whom: { kind: 'chosen', learnerIds: [learnerId] },
    decision: 'waitlist',
    reason: 'pelican decision',
  })
  const waiting = await api.waitlist.list({ trackId })
  await api.waitlist.change({ id: waiting.rows[0]!.id, lookAgainOn: '2026-09-01', note: 'narwhal waiting' })
  const nurse = await nurseAssistantTrack(core)
  const { cohortId } = await api.cohorts.create({
    ...cohortInput(nurse),
    memberLearnerIds: [learnerId, other],
  })
  const { memberRows } = await api.cohorts.get({ cohortId })
  const memberOf = (id: number) => memberRows.find((row) => row.learnerId === id)!.memberId
  const started = { startedOn: '2026-02-02', reason: null, reasonNote: null }
  await api.cohorts.changeMembers({
    cohortId,
    members: [
      {
        ...started,
        memberId: memberOf(learnerId),
        outcome: 'withdrew',
        outcomeOn: '2026-05-05',
        reason: 'other',
        reasonNote: 'hedgehog leaving',
      },
      { ...started, memberId: memberOf(other), outcome: 'completed', outcomeOn: '2026-06-12' },
    ],
  })
  await api.attempts.record({
    cohortId,
    attempts: [
      { memberId: memberOf(learnerId), part: 'knowledge', number: 1, takenOn: '2026-05-01', result: 'pass' },
      { memberId: memberOf(learnerId), part: 'skills', number: 1, takenOn: '2026-05-02', result: 'fail' },
      { memberId: memberOf(other), part: 'knowledge', number: 1, takenOn: '2026-06-20', result: 'pass' },
    ],
  })
  const { rows } = await api.dataChecks.findings({ rule: 'attemptBeforeCompletion' })
  const { rule, subject, subjectId } = rows.find((row) => row.learnerId === learnerId)!
  await api.dataChecks.accept({ rule, subject, subjectId, learnerId, reason: 'meerkat finding' })
  await resultOf(
    api.keep.exportRecord({
      learnerId,
      language: 'en',
      disclosure: {
        audience: 'outside',
        recipient: 'Quillonia Zyxwerth',
        purpose: 'ownRecord',
        note: 'Handed to Quillonia Zyxwerth, flamingo disclosure',
      },
    }),
  )
  // The screens have no field for it; files of other systems may bring one.
  await core
    .requireOpen()
    .file.writer.updateTable('attempts')
    .set({ note: 'armadillo sitting' })
    .where('cohortMemberId', '=', memberOf(learnerId))
    .execute()
  return { learnerId, other, cohortId, screeningId, trackId, nurse, memberId: memberOf(learnerId) }
}
