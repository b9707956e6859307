import type { ScreeningChoice, ScreeningCounts } from '../../shared/contract/screenings.ts'
import { prepareLevelTables, type LevelTable } from '../../shared/rules/levels.ts'
import type { LearnerScreening } from '../../shared/rules/screening/answers.ts'
import type { LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { factsUsed } from '../../shared/rules/screening/factsUsed.ts'
import { reasonsHoldingBack, type HoldingReason } from '../../shared/rules/screening/reasonsHoldingBack.ts'
import { prepareScreening } from '../../shared/rules/screening/screenLearner.ts'
import { versionInForce } from '../../shared/rules/screening/versionInForce.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import type { ReportProgress } from '../calls/call.ts'
import { notFound, refused } from '../failure.ts'
import type { Reader } from '../schema.ts'
import { requirementsOf } from '../tracks/trackRows.ts'
import { readLearnerFacts } from './learnerFacts.ts'
import { poolLearners, type PoolLearner } from './pool.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'

type Readable = Pick<Reader, 'selectFrom'>

const learnersAtATime = 1000

/** The rules and tables of one screening, fixed before the first learner is looked at. */
export interface ScreeningRules {
  trackVersionId: number
  version: number
  rulesSince: string
  requirements: Requirement[]
  levelTables: LevelTable[]
}

export interface ScreenedLearner {
  learner: PoolLearner
  screening: LearnerScreening
  facts: LearnerFacts
}

/** The rules in force on the as-of date; refused where there are none yet. */
export async function rulesInForce(db: Readable, choice: ScreeningChoice): Promise<ScreeningRules> {
  const track = await db.selectFrom('tracks').select('id').where('id', '=', choice.trackId).executeTakeFirst()
  if (!track) throw notFound('track')
  const versions = await db
    .selectFrom('trackVersions')
    .selectAll()
    .where('trackId', '=', choice.trackId)
    .execute()
  const version = versionInForce(versions, choice.asOf)
  if (version === null) throw refused('screening.noRulesInForce')
  const requirements = requirementsOf(version)
  if (requirements.length === 0) throw refused('screening.noRequirements')
  return {
    trackVersionId: version.id,
    version: version.version,
    rulesSince: version.effectiveFrom,
    requirements,
    levelTables: await allLevelTables(db),
  }
}

/** Screens a pool part by part; `take` gets each part. Other calls run in between. */
export async function screenPool(
  db: Readable,
  choice: ScreeningChoice,
  rules: ScreeningRules,
  progress: ReportProgress,
  take: (part: ScreenedLearner[]) => Promise<void>,
): Promise<void> {
  const { trackId, asOf, startDate } = choice
  const learners = await poolLearners(db, choice.pool, trackId, asOf)
  if (learners.length === 0) throw refused('screening.emptyPool')
  const screen = prepareScreening(rules.requirements, {
    asOf,
    startDate,
    tables: prepareLevelTables(rules.levelTables),
  })
  const keep = factsUsed(rules.requirements, asOf)
  for (let start = 0; start < learners.length; start += learnersAtATime) {
    await progress('screening', start, learners.length)
    const part = learners.slice(start, start + learnersAtATime)
    const facts = await readLearnerFacts(db, part, { trackId, asOf, requirements: rules.requirements })
    await take(
      part.map((learner, index) => ({
        learner,
        screening: screen(facts[index]!),
        facts: keep(facts[index]!),
      })),
    )
  }
}

/** Counts of a screening, gathered part by part. */
export class ScreeningTally {
  readonly #screenings: LearnerScreening[] = []

  add(part: readonly ScreenedLearner[]): void {
    for (const { screening } of part) this.#screenings.push(screening)
  }

  counts(): ScreeningCounts {
    const having = (result: LearnerScreening['result']) =>
      this.#screenings.filter((one) => one.result === result).length
    return {
      total: this.#screenings.length,
      eligible: having('eligible'),
      needsInformation: having('needsInformation'),
      notYet: having('notYet'),
      withinReach: this.#screenings.filter((one) => one.withinReach).length,
    }
  }

  reasons(): HoldingReason[] {
    return reasonsHoldingBack(this.#screenings)
  }
}
