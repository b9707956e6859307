import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import type { CohortOfToday, Overview } from '../../shared/contract/today.ts'
import type { AbsentInARow, DueForPostTest, NeverTested } from '../../shared/contract/workLists.ts'
import type { QueryCall } from '../calls/call.ts'
import { overview } from '../today/overview.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { workLists } from '../today/workLists.ts'
import { count, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.today)['~orpc']['inputSchema']>>
type Call = Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>

const sectionFacts = (sections: readonly string[]): ExplainedFact[] =>
  sections.map((text) => ({ kind: 'text', text }))

const dueBehind = ({
  learnerId,
  skillArea,
  sections,
  hours,
  lastTestedOn,
  lastForm,
}: DueForPostTest): Behind => ({
  id: `${learnerId} ${skillArea}`,
  learnerId,
  facts: [
    { kind: 'word', list: 'skillAreas', word: skillArea },
    { kind: 'day', day: lastTestedOn },
    { kind: 'text', text: lastForm },
    { kind: 'remark', remark: 'hoursSince', number: hours },
    ...sectionFacts(sections),
  ],
})

const untestedBehind = ({ learnerId, sections, hours }: NeverTested): Behind => ({
  id: learnerId,
  learnerId,
  facts: [{ kind: 'remark', remark: 'hoursWithoutTest', number: hours }, ...sectionFacts(sections)],
  source: { subject: 'learner', subjectId: learnerId },
})

const absentBehind = ({ learnerId, sectionId, sectionCode, count: missed, since }: AbsentInARow): Behind => ({
  id: `${learnerId} ${sectionId}`,
  learnerId,
  facts: [
    { kind: 'text', text: sectionCode },
    { kind: 'remark', remark: 'missed', number: missed, day: since },
  ],
})

const cohortBehind = ({
  cohortId,
  code,
  trackName,
  site,
  startDate,
  endDate,
  stillIn,
}: CohortOfToday): Behind => ({
  id: cohortId,
  learnerId: null,
  record: { screen: 'cohort', recordId: cohortId, name: code },
  facts: [
    { kind: 'name', name: trackName },
    { kind: 'text', text: site },
    { kind: 'span', from: startDate, to: endDate },
    { kind: 'remark', remark: 'stillIn', number: stillIn },
  ],
  source: { subject: 'cohort', subjectId: cohortId },
})

type Warning = Overview['warnings'][number]

const warningBehind = (
  { learnerId, cohortId, cohortCode, warning, partName }: Warning,
  index: number,
): Behind => ({
  id: `${learnerId} ${cohortId} ${index}`,
  learnerId,
  facts: [
    { kind: 'text', text: cohortCode },
    ...(partName ? [{ kind: 'name', name: partName } as const] : []),
    warning.kind === 'windowCloses' || warning.kind === 'windowClosed'
      ? { kind: 'remark', remark: 'windowCloses', day: warning.on }
      : { kind: 'remark', remark: warning.kind },
  ],
})

/** Those who wait for a track, or for any; `isDue`: whose day to look again has come. */
async function waiting({ input, db, today, sight }: Call, isDue: boolean): Promise<MadeOf> {
  let line = db
    .selectFrom('waitlistEntries')
    .innerJoin('learners', 'learners.id', 'waitlistEntries.learnerId')
    .innerJoin('tracks', 'tracks.id', 'waitlistEntries.trackId')
    .select(['waitlistEntries.id', 'waitlistEntries.learnerId', 'waitlistEntries.addedOn'])
    .select(['waitlistEntries.lookAgainOn', 'tracks.nameEn', 'tracks.nameEs'])
    .where('waitlistEntries.removedOn', 'is', null)
    .where(learnerInSight(sight, 'waitlistEntries.learnerId'))
    .orderBy('tracks.id')
    .orderBy('waitlistEntries.position')
    .orderBy('waitlistEntries.id')
  if (input.trackId !== null) line = line.where('waitlistEntries.trackId', '=', input.trackId)
  if (isDue) line = line.where('waitlistEntries.lookAgainOn', '<=', today)
  const rows = await line.execute()
  return count(today, rows.length, rows, ({ id, learnerId, addedOn, lookAgainOn, nameEn, nameEs }) => ({
    id,
    learnerId,
    facts: [
      { kind: 'name', name: { en: nameEn, es: nameEs } },
      { kind: 'remark', remark: 'added', day: addedOn },
      ...(lookAgainOn === null ? [] : [{ kind: 'remark', remark: 'lookAgain', day: lookAgainOn } as const]),
    ],
  }))
}

/** What a count of the first screen is made of: the very rows of its list. */
export async function todayMadeOf(call: Call): Promise<MadeOf> {
  const { input, db, today, sight } = call
  const { number } = input
  switch (number) {
    case 'waiting':
      return waiting(call, false)
    case 'lookAgain':
      return waiting(call, true)
    case 'postTests':
    case 'neverTested':
    case 'absences': {
      const { postTests, neverTested, absences } = await workLists(db, today, sight)
      if (number === 'postTests') return count(today, postTests.length, postTests, dueBehind)
      if (number === 'neverTested') return count(today, neverTested.length, neverTested, untestedBehind)
      return count(today, absences.length, absences, absentBehind)
    }
    case 'exams': {
      const { warnings } = await overview(db, today, sight)
      const numbered = warnings.map((warning, index) => ({ warning, index }))
      return count(today, numbered.length, numbered, ({ warning, index }) => warningBehind(warning, index))
    }
    default: {
      const cohorts = (await overview(db, today, sight))[number]
      return count(today, cohorts.length, cohorts, cohortBehind)
    }
  }
}
