import type { CheckedClass, CheckFactName, CheckFacts } from '../../shared/rules/dataChecks/facts.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { sectionInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { checkedAttempts, checkedMembers } from './cohortFacts.ts'
import { earlyPostTests } from '../assessments/earlyPostTests.ts'
import { checkedLearners, checkedTests, lateHours } from './learnerFacts.ts'

async function checkedClasses(db: Reader, sight: Sight): Promise<CheckedClass[]> {
  const rows = await db
    .selectFrom('sections')
    .select(['id as sectionId', 'code', 'endDate', 'active'])
    .where(sectionInSight(sight, 'sections.id'))
    .orderBy('code')
    .execute()
  return rows.map(({ active, ...row }) => ({ ...row, isRunning: active === 1 }))
}

/** The facts in sight that some rules read; those that none of them names stay empty and cost nothing. */
export async function checkFacts(
  db: Reader,
  sight: Sight,
  reads: Iterable<CheckFactName>,
): Promise<CheckFacts> {
  const names = new Set(reads)
  // Early tests are found among all tests: these are read once for both.
  const tests = names.has('tests') || names.has('earlyTests') ? await checkedTests(db, sight) : []
  return {
    learners: names.has('learners') ? await checkedLearners(db, sight) : [],
    tests: names.has('tests') ? tests : [],
    earlyTests: names.has('earlyTests') ? await earlyPostTests(db, tests) : [],
    levelTables: prepareLevelTables(names.has('levelTables') ? await allLevelTables(db) : []),
    members: names.has('members') ? await checkedMembers(db, sight) : [],
    attempts: names.has('attempts') ? await checkedAttempts(db, sight) : [],
    classes: names.has('classes') ? await checkedClasses(db, sight) : [],
    lateHours: names.has('lateHours') ? await lateHours(db, sight) : [],
  }
}
