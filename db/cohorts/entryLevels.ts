import { entryLevel } from '../../shared/rules/currentLevel.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import type { AssessmentFact, Level } from '../../shared/rules/levels.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import type { Reads } from './cohortRecords.ts'

/**
 * The NRS entry level of each learner on a day, from the tests up to then and the level each was given
 * when it was recorded. Learners without a known level are left out.
 */
export async function entryLevels(
  db: Reads,
  learnerIds: readonly number[],
  on: IsoDate,
): Promise<Map<number, Level>> {
  const rows = await db
    .selectFrom('assessments')
    .select(['learnerId', 'instrument', 'skillArea', 'form', 'testedOn', 'score', 'accurate', 'level'])
    .where('learnerId', 'in', learnerIds)
    .where('testedOn', '<=', on)
    .where('voidedAt', 'is', null)
    .execute()
  const levels = new Map<AssessmentFact, Level | null>()
  const facts = rows.map((row) => {
    const fact = {
      ...row,
      skillArea: row.skillArea as SkillArea,
      inaccurate: row.accurate === 0,
      voided: false,
    }
    levels.set(fact, row.level as Level | null)
    return fact
  })
  const recorded = { tableFor: () => null, levelOf: (fact: AssessmentFact) => levels.get(fact) ?? null }
  const found = new Map<number, Level>()
  for (const [learnerId, own] of groupBy(facts, (fact) => fact.learnerId)) {
    const level = entryLevel(own, on, recorded)
    if (level !== null) found.set(learnerId, level)
  }
  return found
}
