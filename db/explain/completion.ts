import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import type { CompletionNumber } from '../../shared/contract/reports.ts'
import { completionRate, countCompletion, rateOfThoseFinished } from '../../shared/rules/completion.ts'
import type { QueryCall } from '../calls/call.ts'
import { reportPopulation, type Counted } from '../reports/population.ts'
import { isInLine } from '../reports/reportLines.ts'
import { isInCompletionNumber } from '../reports/reportPeople.ts'
import { count, group, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.completion)['~orpc']['inputSchema']>>

/** A cohort, where its member stands, and why they left. */
export function standingFacts({
  member,
  cohort,
  status,
}: Pick<Counted, 'member' | 'cohort' | 'status'>): ExplainedFact[] {
  const left = status === 'withdrew' || status === 'excluded'
  return [
    { kind: 'text', text: cohort.code },
    status === 'notYetStarted'
      ? { kind: 'word', list: 'memberStatuses', word: status }
      : { kind: 'word', list: 'memberOutcomes', word: status },
    ...(left && member.reason !== null
      ? [{ kind: 'word', list: 'leavingReasons', word: member.reason } as const]
      : []),
    ...(member.outcomeOn !== null && status !== 'stillIn' && status !== 'notYetStarted'
      ? [{ kind: 'day', day: member.outcomeOn } as const]
      : []),
  ]
}

const behind = (counted: Counted): Behind => ({
  id: counted.member.memberId,
  learnerId: counted.member.learnerId,
  facts: standingFacts(counted),
  sources: [{ subject: 'cohortMember', subjectId: counted.member.memberId }],
})

/** What a number of the completion report, or of one cohort, is made of. */
export async function completionMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  const { filters, line, number, leaving } = input
  const { counted, asOf } = await reportPopulation(db, filters, today, sight)
  const ofLine = counted.filter((one) => isInLine(line, one))
  const counts = countCompletion(
    ofLine.map(({ member }) => member),
    asOf,
  )
  const people = (id: CompletionNumber, reason: NonNullable<Asked['leaving']>['reason'] | null = null) =>
    ofLine.filter(isInCompletionNumber(id, reason))
  const rate = (
    rateOf: { numerator: number; denominator: number },
    parts: readonly (readonly Counted[])[],
  ) => ({
    asOf,
    value: { kind: 'rate', ...rateOf } as const,
    groups: [group('numerator', parts[0]!, behind), group('denominator', parts[1]!, behind)],
  })
  if (number === 'completionRate')
    return rate(completionRate(counts), [people('completed'), people('inRate')])
  if (number === 'finishedRate')
    return rate(rateOfThoseFinished(counts), [people('completed'), people('finished')])
  if (number === 'leavingShare') {
    const { status, reason } = leaving ?? { status: 'withdrew', reason: 'none' }
    const left = people(status, reason)
    return rate({ numerator: left.length, denominator: counts[status] }, [left, people(status)])
  }
  const listed = people(number, leaving?.reason)
  const isOneCount = leaving === null && number !== 'inRate' && number !== 'finished'
  return count(asOf, isOneCount ? counts[number] : listed.length, listed, behind)
}
