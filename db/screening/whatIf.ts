import { prepareLevelTables, type LevelTable } from '../../shared/rules/levels.ts'
import { tryThreshold } from '../../shared/rules/screening/tryThreshold.ts'
import type { ReportProgress } from '../calls/call.ts'
import { keptUntilChange } from '../calls/keptUntilChange.ts'
import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'
import { requirementsOf } from '../tracks/trackRows.ts'
import { factsStored } from './storedFacts.ts'

const learnersAtATime = 1000
const examplesShown = 20

/** One learner of a screening, as it was kept. */
export interface Screened {
  readonly learnerId: number
  readonly learnerName: string
  readonly result: string
  readonly withinReach: number
}

const trialNumbers = ['eligibleNow', 'eligibleThen', 'newlyEligible', 'noLongerEligible'] as const

/** Who is eligible as the rules are and with another threshold, who would be in more, and who no more; by name. */
export interface TriedThreshold extends Record<(typeof trialNumbers)[number], readonly Screened[]> {
  readonly asOf: string
  readonly pool: readonly Screened[]
}

interface Trial {
  readonly screeningId: number
  /** The requirement, or the member of a group of them. */
  readonly key: string
  readonly threshold: number
}

/**
 * Screens a kept screening's pool anew, with another threshold, on the facts that it kept. The answer is kept until a
 * record changes: who is behind its numbers is asked next.
 */
export const thresholdTried = (
  db: Reader,
  trial: Trial,
  progress?: ReportProgress,
): Promise<TriedThreshold> =>
  keptUntilChange(
    db,
    ['thresholdTried', trial.screeningId, trial.key, trial.threshold],
    (report) => tryAnew(db, trial, report),
    progress,
  )

async function tryAnew(
  db: Reader,
  { screeningId, key, threshold }: Trial,
  progress: ReportProgress,
): Promise<TriedThreshold> {
  const screening = await db
    .selectFrom('screenings')
    .select(['asOf', 'startDate', 'requirements', 'levelTables'])
    .where('id', '=', screeningId)
    .executeTakeFirst()
  if (!screening) throw notFound('screening')
  const requirements = requirementsOf(screening)
  const keys = requirements.flatMap(({ key: own, rule }) =>
    rule.kind === 'anyOf' ? rule.members.map((member) => member.key) : [own],
  )
  if (!keys.includes(key)) throw notFound('requirement')
  const { asOf, startDate } = screening
  const tables = prepareLevelTables(JSON.parse(screening.levelTables) as LevelTable[])
  const kept = await db
    .selectFrom('screeningResults')
    .select(['learnerId', 'learnerName', 'result', 'withinReach', 'facts'])
    .where('screeningId', '=', screeningId)
    .orderBy('foldedName')
    .orderBy('learnerId')
    .execute()
  const pool = kept.map(({ facts: _, ...one }): Screened => one)
  const tried = Object.fromEntries(trialNumbers.map((name) => [name, [] as Screened[]])) as Record<
    (typeof trialNumbers)[number],
    Screened[]
  >
  for (let start = 0; start < pool.length; start += learnersAtATime) {
    await progress('screening', start, pool.length)
    const part = pool.slice(start, start + learnersAtATime)
    const facts = kept
      .slice(start, start + learnersAtATime)
      .map((row) => factsStored(row.learnerId, row.facts))
    const found = tryThreshold(requirements, facts, { asOf, startDate, tables }, { key, threshold })
    for (const name of trialNumbers) {
      const ids = new Set(found[name])
      for (const row of part) if (ids.has(String(row.learnerId))) tried[name].push(row)
    }
  }
  return { asOf, pool, ...tried }
}

/** Another threshold on the facts that a screening kept: how many more, how many fewer, and some of whom. */
export async function tryThresholdOn(db: Reader, trial: Trial, progress: ReportProgress) {
  const tried = await thresholdTried(db, trial, progress)
  return {
    eligibleNow: tried.eligibleNow.length,
    eligibleThen: tried.eligibleThen.length,
    newlyEligible: tried.newlyEligible.length,
    noLongerEligible: tried.noLongerEligible.length,
    examples: tried.newlyEligible
      .slice(0, examplesShown)
      .map(({ learnerId, learnerName }) => ({ learnerId, learnerName })),
  }
}
