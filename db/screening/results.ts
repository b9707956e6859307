import { sql } from 'kysely'
import type { ResultFilter, ResultRow, resultOrders } from '../../shared/contract/screenings.ts'
import { nextStepsOf } from '../../shared/rules/screening/screenLearner.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight, screeningInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { requirementsOf } from '../tracks/trackRows.ts'
import { decisionOf } from './decisionRows.ts'
import { newestDecisions } from './newestDecisions.ts'
import { answersStored } from './storedAnswers.ts'

type Readable = Pick<Reader, 'selectFrom'>

/** Results in sight of a screening that a filter lets through; the newest decision is joined as `newest`. */
export function matchingResults(db: Readable, screeningId: number, filter: ResultFilter, sight: Sight) {
  let results = db
    .selectFrom('screeningResults')
    .leftJoin(newestDecisions(db, screeningId).selectAll('decisions').as('newest'), (join) =>
      join.onRef('newest.learnerId', '=', 'screeningResults.learnerId'),
    )
    .where('screeningResults.screeningId', '=', screeningId)
    .where(learnerInSight(sight, 'screeningResults.learnerId'))
  if (filter.result !== undefined) results = results.where('screeningResults.result', '=', filter.result)
  if (filter.withinReach !== undefined)
    results = results.where('screeningResults.withinReach', '=', filter.withinReach ? 1 : 0)
  if (filter.decision === 'none') results = results.where('newest.id', 'is', null)
  else if (filter.decision !== undefined) results = results.where('newest.decision', '=', filter.decision)
  const { heldBackBy, withinPoints } = filter
  if (heldBackBy !== undefined) {
    results = results.where('screeningResults.learnerId', 'in', (where) => {
      const held = where
        .selectFrom('screeningOpenAnswers')
        .select('screeningOpenAnswers.learnerId')
        .where('screeningOpenAnswers.screeningId', '=', screeningId)
        .where('screeningOpenAnswers.requirementKey', '=', heldBackBy)
      return withinPoints === undefined ? held : held.where('pointsBelow', '<=', withinPoints)
    })
  }
  for (const word of foldForSearch(filter.search ?? '').split(' ')) {
    if (word === '') continue
    results = results.where((where) =>
      where.or([
        where('screeningResults.foldedName', 'like', `%${word}%`),
        where('screeningResults.studentId', 'like', `%${word}%`),
      ]),
    )
  }
  return results
}

/** Eligible first, then those who lack information, then *not yet*. */
const resultRank = sql<number>`case "screeningResults"."result" when 'eligible' then 0 when 'needsInformation' then 1 else 2 end`

const columns = [
  'screeningResults.learnerId',
  'learnerName',
  'studentId',
  'result',
  'withinReach',
  'preferredMet',
  'answers',
] as const

interface StoredResult {
  learnerId: number
  learnerName: string
  studentId: string | null
  result: string
  withinReach: number
  preferredMet: number
  answers: string
}

async function requirementsAsked(db: Readable, screeningId: number, sight: Sight): Promise<Requirement[]> {
  const screening = await db
    .selectFrom('screenings')
    .select('requirements')
    .where('id', '=', screeningId)
    .where(screeningInSight(sight, 'screenings.id'))
    .executeTakeFirst()
  if (!screening) throw outOfSight(sight, 'screening')
  return requirementsOf(screening)
}

function resultOf(row: StoredResult, asked: readonly Requirement[]): Omit<ResultRow, 'decision'> {
  const answers = answersStored(row.answers, asked)
  return {
    learnerId: row.learnerId,
    learnerName: row.learnerName,
    studentId: row.studentId,
    result: row.result as ResultRow['result'],
    withinReach: row.withinReach === 1,
    preferredMet: row.preferredMet,
    answers,
    nextSteps: nextStepsOf(answers),
  }
}

interface ResultWindow {
  screeningId: number
  filter: ResultFilter
  order: (typeof resultOrders)[number]
  offset: number
  limit: number
}

/** A window of results in the order asked for; by name where equal. */
export async function listResults(
  db: Readable,
  { screeningId, filter, order, offset, limit }: ResultWindow,
  sight: Sight,
): Promise<{ total: number; rows: ResultRow[] }> {
  const asked = await requirementsAsked(db, screeningId, sight)
  const matching = matchingResults(db, screeningId, filter, sight)
  const { total } = await matching
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let ordered = matching
    .select(columns)
    .select([
      'newest.id as decisionId',
      'newest.decision',
      'newest.reason',
      'newest.decidedAt',
      'newest.decidedByName',
    ])
  if (order !== 'name') ordered = ordered.orderBy(resultRank)
  if (order === 'preferred') {
    ordered = ordered
      .orderBy('screeningResults.withinReach', 'desc')
      .orderBy('screeningResults.preferredMet', 'desc')
  }
  const rows = await ordered
    .orderBy('screeningResults.foldedName')
    .orderBy('screeningResults.learnerId')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows: rows.map((row) => ({ ...resultOf(row, asked), decision: decisionOf(row) })) }
}

/** One learner's answers with all decisions, newest first. */
export async function readResult(db: Readable, screeningId: number, learnerId: number, sight: Sight) {
  const asked = await requirementsAsked(db, screeningId, sight)
  const row = await db
    .selectFrom('screeningResults')
    .select(columns)
    .where('screeningId', '=', screeningId)
    .where('learnerId', '=', learnerId)
    .where(learnerInSight(sight, 'learnerId'))
    .executeTakeFirst()
  if (!row) throw outOfSight(sight, 'screening')
  const found = await db
    .selectFrom('decisions')
    .select(['id as decisionId', 'decision', 'reason', 'decidedAt', 'decidedByName'])
    .where('screeningId', '=', screeningId)
    .where('learnerId', '=', learnerId)
    .orderBy('id', 'desc')
    .execute()
  const decisions = found.map(decisionOf).filter((decision) => decision !== null)
  return { ...resultOf(row, asked), decision: decisions[0] ?? null, decisions }
}
