import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { QueryCall } from '../calls/call.ts'
import { thresholdTried } from '../screening/whatIf.ts'
import { count, group, type MadeOf } from './explanation.ts'
import { behindResult } from './screeningNumbers.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.whatIf)['~orpc']['inputSchema']>>

/** What a number of a threshold that was tried is made of, on the facts that the screening kept. */
export async function whatIfMadeOf({ input, db }: Pick<QueryCall<Asked>, 'input' | 'db'>): Promise<MadeOf> {
  const { number } = input
  const tried = await thresholdTried(db, input)
  const { asOf, pool } = tried
  const those = tried[number]
  if (number === 'newlyEligible' || number === 'noLongerEligible')
    return count(asOf, those.length, those, behindResult)
  return {
    asOf,
    value: { kind: 'rate', numerator: those.length, denominator: pool.length },
    groups: [group('numerator', those, behindResult), group('denominator', pool, behindResult)],
  }
}
