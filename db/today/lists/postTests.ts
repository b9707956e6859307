import type { DueForPostTest } from '../../../shared/contract/workLists.ts'
import { prepareLevelTables, type LevelTable, type LevelTables } from '../../../shared/rules/levels.ts'
import { postTestStanding } from '../../../shared/rules/postTests.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'
import { foundInBatches } from '../../batches.ts'
import { allLevelTables } from '../../levelTables/levelTableRows.ts'
import type { Work } from '../reach.ts'
import { hoursSinceTests, learnersWithHours } from './hoursSinceTests.ts'
import { listBody } from './listBody.ts'
import { withLearners } from './shownLearners.ts'

type Due = Omit<
  DueForPostTest,
  'studentId' | 'birthDate' | 'familyName' | 'givenName' | 'preferredName' | 'sections'
>

/** A sum in the file can be a hair below the hours that it is rounded to. */
const roundingOff = 0.01

/** The fewest hours that any table asks for. */
const fewestHours = (tables: readonly LevelTable[]) =>
  Math.min(...tables.map(({ minimumHours }) => minimumHours ?? Infinity))

async function dueAmong(work: Work, learnerIds: readonly number[], tables: LevelTables): Promise<Due[]> {
  const since = await hoursSinceTests(work, learnerIds)
  const newest = await work.db
    .selectFrom('currentLevels')
    .innerJoin('assessments', 'assessments.id', 'currentLevels.assessmentId')
    .select(['assessments.learnerId', 'assessments.instrument', 'assessments.skillArea'])
    .select(['assessments.form', 'assessments.testedOn', 'assessments.score'])
    .where('currentLevels.learnerId', 'in', learnerIds)
    .execute()
  return newest.flatMap(({ learnerId, instrument, form, testedOn, score, ...test }): Due[] => {
    const skillArea = test.skillArea as SkillArea
    const hours = since(learnerId, skillArea)
    const last = { testedOn, instrument, skillArea, form, score, inaccurate: false, voided: false }
    const { state, nextForm, generationEnded } = postTestStanding(last, hours, work.today, tables)
    if (state !== 'due' && state !== 'overdue') return []
    const lastTest = { skillArea, instrument, lastForm: form, lastTestedOn: testedOn }
    return [{ learnerId, ...lastTest, ...hours, state, nextForm, generationEnded }]
  })
}

/** Learners who may or should be tested again, by area: those with most hours first. */
async function find(work: Work): Promise<Due[]> {
  const all = await allLevelTables(work.db)
  const tables = prepareLevelTables(all)
  const learnerIds = await learnersWithHours(work, fewestHours(all) - roundingOff)
  const due = await foundInBatches(learnerIds, (some) => dueAmong(work, some, tables))
  return due.sort(
    (one, other) =>
      other.hours - one.hours ||
      one.learnerId - other.learnerId ||
      one.skillArea.localeCompare(other.skillArea, 'en'),
  )
}

export const postTests = listBody(find, withLearners)
