import { mostPhones } from '../../shared/contract/learnerFacts.ts'
import type { MergeSide } from '../../shared/rules/merging.ts'
import { refreshCurrentLevels } from '../assessments/currentLevels.ts'
import type { CommandCall } from '../calls/call.ts'
import { conflict, refused } from '../failure.ts'
import { mergeFacts, phonesOfBoth, type FactChoices } from './mergeFacts.ts'
import { MergeLog } from './mergeLog.ts'
import { mergeSeats } from './mergeSeats.ts'
import { moveDistinct, moveFindings, moveRows } from './moveRows.ts'
import { learnerTable } from './personTables.ts'
import { planMerge, rowsLeftOut } from './planMerge.ts'
import { rowsWith } from './rows.ts'

interface Merging {
  keptId: number
  otherId: number
  signature: string
  facts: FactChoices
  doubles: Readonly<Record<string, MergeSide>>
}

/**
 * Makes one record of two in the caller's transaction. The other one stays in the file, in no list, and each step
 * is kept for the way back.
 * @throws a conflict when a record changed since the preview; a refusal while a choice is missing, or
 *   while both have more phones together than a learner may have
 */
export async function mergeRecords(call: CommandCall<Merging>): Promise<{ mergeId: number }> {
  const { db, input, sight, now, caller, audit } = call
  const plan = await planMerge(db, input, sight)
  if (plan.signature !== input.signature) throw conflict('merges.recordsChanged')
  const { kept, other } = plan
  // Which of them still work, only a person knows.
  const phones = phonesOfBoth(plan)
  if (phones.length > mostPhones)
    throw refused('merges.tooManyPhones', { count: phones.length, most: mostPhones })
  const leftOut = rowsLeftOut(plan.doubles, input.doubles)
  const log = new MergeLog(db)
  await mergeSeats(db, log, plan, leftOut)
  await moveRows(log, plan, leftOut)
  await moveFindings(log, plan)
  await moveDistinct(db, log, plan)
  const earlier = await rowsWith(db, learnerTable, 'mergedIntoId', [other.id])
  const changed = await mergeFacts(log, { kept, other, earlier }, input.facts, now)
  await refreshCurrentLevels(db, [kept.id, other.id])
  const { id: mergeId } = await db
    .insertInto('learnerMerges')
    .values({
      ...{ keptId: kept.id, mergedId: other.id, mergedAt: now },
      ...{ mergedBy: caller.id, mergedByName: caller.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await log.keep(mergeId)
  audit({
    ...{ subject: 'learner', subjectId: kept.id },
    before: { ...changed.before, mergedRecord: null },
    after: { ...changed.after, mergedRecord: other.id },
  })
  audit({
    ...{ subject: 'learner', subjectId: other.id },
    before: { mergedInto: null },
    after: { mergedInto: kept.id },
  })
  return { mergeId }
}
