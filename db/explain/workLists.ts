import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import type { WorkListRows } from '../../shared/contract/workLists.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import type { QueryCall } from '../calls/call.ts'
import { workAskedFor } from '../today/reach.ts'
import { windowOf } from '../today/workLists.ts'
import type { Behind, MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.workList)['~orpc']['inputSchema']>>

const codes = (sections: readonly string[]): ExplainedFact[] =>
  sections.map((text) => ({ kind: 'text', text }))

const examRemark = ({ warning }: WorkListRows['exams']): ExplainedFact =>
  warning.kind === 'windowCloses' || warning.kind === 'windowClosed'
    ? { kind: 'remark', remark: 'windowCloses', day: warning.on }
    : { kind: 'remark', remark: warning.kind }

/** What is said of a row of each list. */
const behindOf: { [List in WorkListId]: (row: WorkListRows[List]) => Behind } = {
  postTests: ({ learnerId, skillArea, sections, hours, lastTestedOn, lastForm }) => ({
    id: `${learnerId} ${skillArea}`,
    learnerId,
    facts: [
      { kind: 'word', list: 'skillAreas', word: skillArea },
      { kind: 'day', day: lastTestedOn },
      { kind: 'text', text: lastForm },
      { kind: 'remark', remark: 'hoursSince', number: hours },
      ...codes(sections),
    ],
  }),
  neverTested: ({ learnerId, sections, hours }) => ({
    id: learnerId,
    learnerId,
    facts: [{ kind: 'remark', remark: 'hoursWithoutTest', number: hours }, ...codes(sections)],
    sources: [{ subject: 'learner', subjectId: learnerId }],
  }),
  absences: ({ learnerId, sectionId, sectionCode, count, since }) => ({
    id: `${learnerId} ${sectionId}`,
    learnerId,
    facts: [
      { kind: 'text', text: sectionCode },
      { kind: 'remark', remark: 'missed', number: count, day: since },
    ],
  }),
  exitNear: ({ learnerId, sections, lastService, hours }) => ({
    id: learnerId,
    learnerId,
    facts: [
      { kind: 'remark', remark: 'lastService', day: lastService },
      { kind: 'hours', hours },
      ...codes(sections),
    ],
  }),
  screeningAsked: ({ learnerId, trackId, trackName, sections }) => ({
    id: `${learnerId} ${trackId}`,
    learnerId,
    facts: [{ kind: 'name', name: trackName }, ...codes(sections)],
    sources: [{ subject: 'learner', subjectId: learnerId }],
  }),
  lookAgain: ({ learnerId, trackId, trackName, addedOn, lookAgainOn }) => ({
    id: `${learnerId} ${trackId}`,
    learnerId,
    facts: [
      { kind: 'name', name: trackName },
      { kind: 'remark', remark: 'added', day: addedOn },
      { kind: 'remark', remark: 'lookAgain', day: lookAgainOn },
    ],
  }),
  exams: (row) => ({
    id: `${row.memberId} ${row.warning.kind} ${row.partName?.en ?? ''}`,
    learnerId: row.learnerId,
    facts: [
      { kind: 'text', text: row.cohortCode },
      ...(row.partName ? [{ kind: 'name', name: row.partName } as const] : []),
      examRemark(row),
    ],
    sources: [{ subject: 'cohortMember', subjectId: row.memberId }],
  }),
  outcomes: ({ cohortId, code, trackName, site, endDate, stillIn }) => ({
    id: cohortId,
    learnerId: null,
    record: { screen: 'cohort', recordId: cohortId, name: code },
    facts: [
      { kind: 'name', name: trackName },
      { kind: 'text', text: site },
      { kind: 'remark', remark: 'ends', day: endDate },
      { kind: 'remark', remark: 'stillIn', number: stillIn },
    ],
  }),
}

/** What the count of a work list is made of: the very rows of the list, a window at a time. */
export async function workListMadeOf(
  call: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight' | 'caller'>,
): Promise<MadeOf> {
  const { list, of, offset, limit } = call.input
  // A list is found as a whole, however little of it is shown: once for the count and the window asked for.
  const { total, rows } = await windowOf(await workAskedFor(call, of), list, offset, limit)
  const behind = behindOf[list] as (row: WorkListRows[WorkListId]) => Behind
  return {
    asOf: call.today,
    value: { kind: 'count', count: total },
    groups: [
      {
        id: 'everyone',
        total,
        sum: null,
        window: () => Promise.resolve(rows.map(behind)),
      },
    ],
  }
}
