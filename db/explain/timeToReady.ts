import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { QueryCall } from '../calls/call.ts'
import { waysWithGrowth } from '../gains/wayToTrack.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import { group, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.timeToReady)['~orpc']['inputSchema']>>

/**
 * What the hours that a learner likely needs are read from: how the scores of everybody in the program grew between
 * two tests. They are listed without names, for they are not all in sight of everybody who sees the range.
 */
export async function timeToReadyMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  await requireLearner(db, input.learnerId, sight)
  const area = (await waysWithGrowth(db, input, today)).find(({ skillArea }) => skillArea === input.skillArea)
  const time = area?.time
  const pairs = (area?.growth ?? [])
    .filter(({ hours }) => hours > 0)
    .toSorted((one, other) => other.points / other.hours - one.points / one.hours)
    .map((pair, index) => ({ ...pair, index }))
  return {
    asOf: today,
    value: {
      kind: 'likelyHours',
      n: time === undefined || time.state === 'ready' ? 0 : time.n,
      from: time?.state === 'range' ? time.from : null,
      to: time?.state === 'range' ? time.to : null,
    },
    groups: [
      group('everyone', pairs, ({ index, points, hours }) => ({
        id: index,
        learnerId: null,
        facts: [
          { kind: 'remark', remark: 'grewBy', number: points },
          { kind: 'remark', remark: 'hoursBetween', number: hours },
        ],
      })),
    ],
  }
}
