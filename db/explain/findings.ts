import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import { isIsoDate } from '../../shared/values/dates.ts'
import type { QueryCall } from '../calls/call.ts'
import { findingsOf } from '../dataChecks/findings.ts'
import { count, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.findings)['~orpc']['inputSchema']>>

function factOf([name, value]: [string, string | number]): ExplainedFact {
  if (name === 'skillArea') return { kind: 'word', list: 'skillAreas', word: String(value) }
  if (name === 'fromLevel' || name === 'toLevel') return { kind: 'level', level: Number(value) }
  return typeof value === 'string' && isIsoDate(value)
    ? { kind: 'day', day: value }
    : { kind: 'text', text: String(value) }
}

const screens = { class: 'class', attendance: 'attendance', cohort: 'cohort', learner: null } as const

/** What the number of findings of one rule is made of, each with the values that it rests on. */
export async function findingsMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  const { rule, show } = input
  const shown = (await findingsOf(db, rule, today, sight)).filter(
    ({ acceptance }) => (acceptance !== null) === (show === 'accepted'),
  )
  return count(today, shown.length, shown, ({ subject, subjectId, learnerId, place, details }) => {
    const screen = screens[place.screen]
    const name = String(details.code ?? details.classCode ?? '')
    return {
      id: `${subject} ${subjectId} ${learnerId ?? ''}`,
      learnerId,
      record: screen === null || learnerId !== null ? null : { screen, recordId: place.id, name },
      facts: Object.entries(details)
        .filter(([key]) => learnerId !== null || key !== 'code')
        .map(factOf),
      sources: subject === 'section' ? [] : [{ subject, subjectId }],
    }
  })
}
