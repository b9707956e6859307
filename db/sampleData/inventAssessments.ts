import { levelOfScore, prepareLevelTables, type Level } from '../../shared/rules/levels.ts'
import { addDays, type IsoDate } from '../../shared/values/dates.ts'
import { refreshCurrentLevels } from '../assessments/currentLevels.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Writer } from '../schema.ts'
import { insertMany } from './insertMany.ts'
import type { Invented } from './inventLearners.ts'

const instruments = [
  { instrument: 'CASAS Reading STEPS', skillArea: 'reading', letter: 'R' },
  { instrument: 'CASAS Listening STEPS', skillArea: 'listening', letter: 'L' },
] as const

/**
 * The first test, then one about every four months, a little better each time: the last one lately, or the first
 * one as the classes of the year before began, so that some were never tested again.
 */
function sittingsOf(invented: Invented): { testedOn: IsoDate; gain: number }[] {
  const { chance, today, size } = invented
  const count = chance.between(Math.max(1, size.sittings - 2), size.sittings)
  const first =
    size.terms === 'yearBefore'
      ? addDays(today, -chance.between(290, 312))
      : addDays(today, -chance.between(20, 60) - (count - 1) * 125)
  return Array.from({ length: count }, (_, index) => ({
    testedOn: addDays(first, index * 125),
    gain: index * 5,
  }))
}

/** Invents reading and listening tests, levels looked up in the program's own tables. */
export async function inventAssessments(
  db: Writer,
  learnerIds: readonly number[],
  invented: Invented,
): Promise<void> {
  const { chance, now, accountId } = invented
  const tables = prepareLevelTables(await allLevelTables(db))
  const rows = learnerIds.flatMap((learnerId) => {
    // One learner in twelve has not been tested yet: somebody must be due for a first test.
    if (chance.happens(1 / 12)) return []
    const ability = chance.between(180, 226)
    return instruments.flatMap(({ instrument, skillArea, letter }) =>
      sittingsOf(invented).map(({ testedOn, gain }, index) => {
        const score = ability + gain + chance.between(-4, 6)
        const level: Level | null = levelOfScore(tables.tableFor(instrument, skillArea, testedOn), score)
        const form = `${621 + ((index * 2 + (learnerId % 3)) % 10)}${letter}`
        return {
          learnerId,
          instrument,
          skillArea,
          form,
          testedOn,
          score,
          scoreText: String(score),
          level,
          recordedAt: now,
          recordedBy: accountId,
        }
      }),
    )
  })
  await insertMany(db, 'assessments', rows)
  await refreshCurrentLevels(db, learnerIds)
}
