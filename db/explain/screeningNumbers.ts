import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { Screening } from '../../shared/contract/screenings.ts'
import { countWithinPoints } from '../../shared/rules/screening/reasonsHoldingBack.ts'
import type { QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { readScreening } from '../screening/screeningRows.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { answersStored } from '../screening/storedAnswers.ts'
import { count, group, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.screening)['~orpc']['inputSchema']>>
type OfReason = Extract<Asked['counted'], { kind: 'reason' }>

interface Result {
  readonly learnerId: number
  readonly result: string
  readonly withinReach: number
  /** Points missing at the requirement asked about, where the gap is known in points. */
  readonly pointsBelow?: number | null
}

/** Results of a screening that are in sight, in the order of names. */
const resultsOf = (db: Reader, screeningId: number, sight: Sight) =>
  db
    .selectFrom('screeningResults')
    .where('screeningResults.screeningId', '=', screeningId)
    .where(learnerInSight(sight, 'screeningResults.learnerId'))
    .orderBy('screeningResults.foldedName')
    .orderBy('screeningResults.learnerId')

/** What is said of one learner of a screening. */
export const behindResult = ({ learnerId, result, withinReach, pointsBelow }: Result): Behind => ({
  id: learnerId,
  learnerId,
  facts: [
    { kind: 'word', list: 'screeningResults', word: result },
    ...(withinReach === 1 ? [{ kind: 'remark', remark: 'withinReach' } as const] : []),
    ...(pointsBelow ? [{ kind: 'remark', remark: 'points', number: pointsBelow } as const] : []),
  ],
})

/** Those whom one requirement holds back, with what is needed to tell them apart. */
async function heldBack(db: Reader, screening: Screening, { requirementKey }: OfReason, sight: Sight) {
  const rows = await resultsOf(db, screening.id, sight)
    .innerJoin('screeningOpenAnswers', (join) =>
      join
        .onRef('screeningOpenAnswers.learnerId', '=', 'screeningResults.learnerId')
        .onRef('screeningOpenAnswers.screeningId', '=', 'screeningResults.screeningId')
        .on('screeningOpenAnswers.requirementKey', '=', requirementKey),
    )
    .select(['screeningResults.learnerId', 'result', 'withinReach', 'answers'])
    .select(['screeningOpenAnswers.state', 'screeningOpenAnswers.pointsBelow'])
    .execute()
  return rows.map(({ answers: stored, ...row }) => {
    const answers = answersStored(stored, screening.requirements)
    const open = answers.filter(
      ({ strength, state }) => strength === 'required' && (state === 'notMet' || state === 'unknown'),
    )
    const own = answers.find(({ key }) => key === requirementKey)
    return { ...row, isAlone: open.length === 1, isWithinReach: own?.withinReach ?? false }
  })
}
type Held = Awaited<ReturnType<typeof heldBack>>[number]

const reasonTests: Record<OfReason['number'], (held: Held, points: number) => boolean> = {
  notMet: ({ state }) => state === 'notMet',
  unknown: ({ state }) => state === 'unknown',
  near: ({ state, pointsBelow }, points) =>
    state === 'notMet' && pointsBelow !== null && pointsBelow <= points,
  withinReach: ({ state, isWithinReach }) => state === 'notMet' && isWithinReach,
  onlyThis: ({ state, isAlone }) => state === 'notMet' && isAlone,
}

/** What a count of a screening is made of: as it was run, with the answers kept then. */
export async function screeningMadeOf({
  input,
  db,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'sight'>): Promise<MadeOf> {
  const { screeningId, counted } = input
  const screening = await readScreening(db, screeningId, sight)
  if (counted.kind === 'reason') {
    const reason = screening.reasons.find(({ key }) => key === counted.requirementKey)
    const { number, points } = counted
    const said = !reason ? 0 : number === 'near' ? countWithinPoints(reason, points) : reason[number]
    const held = await heldBack(db, screening, counted, sight)
    return count(
      screening.asOf,
      said,
      held.filter((one) => reasonTests[number](one, points)),
      behindResult,
    )
  }
  const results = resultsOf(db, screeningId, sight).select([
    'screeningResults.learnerId',
    'result',
    'withinReach',
  ])
  const { number } = counted
  const all = await results.execute()
  if (number === 'total') return count(screening.asOf, screening.counts.total, all, behindResult)
  // Who is within reach is a part of those who are not there yet.
  const above = all.filter((one) =>
    number === 'withinReach' ? one.withinReach === 1 : one.result === number,
  )
  const below = number === 'withinReach' ? all.filter(({ result }) => result === 'notYet') : all
  const { counts } = screening
  return {
    asOf: screening.asOf,
    value: {
      kind: 'rate',
      numerator: counts[number],
      denominator: number === 'withinReach' ? counts.notYet : counts.total,
    },
    groups: [group('numerator', above, behindResult), group('denominator', below, behindResult)],
  }
}
