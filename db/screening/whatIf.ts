import { prepareLevelTables, type LevelTable } from '../../shared/rules/levels.ts'
import { tryThreshold } from '../../shared/rules/screening/tryThreshold.ts'
import type { ReportProgress } from '../calls/call.ts'
import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'
import { requirementsOf } from '../tracks/trackRows.ts'
import { factsStored } from './storedFacts.ts'

const learnersAtATime = 1000
const examplesShown = 20

/** Another threshold on the facts that a screening kept: how many more, how many fewer, and some of whom. */
export async function tryThresholdOn(
  db: Pick<Reader, 'selectFrom'>,
  input: { screeningId: number; key: string; threshold: number },
  progress: ReportProgress,
) {
  const screening = await db
    .selectFrom('screenings')
    .select(['asOf', 'startDate', 'requirements', 'levelTables'])
    .where('id', '=', input.screeningId)
    .executeTakeFirst()
  if (!screening) throw notFound('screening')
  const requirements = requirementsOf(screening)
  const keys = requirements.flatMap(({ key, rule }) =>
    rule.kind === 'anyOf' ? rule.members.map((member) => member.key) : [key],
  )
  if (!keys.includes(input.key)) throw notFound('requirement')
  const { asOf, startDate } = screening
  const tables = prepareLevelTables(JSON.parse(screening.levelTables) as LevelTable[])
  const results = await db
    .selectFrom('screeningResults')
    .select(['learnerId', 'learnerName', 'facts'])
    .where('screeningId', '=', input.screeningId)
    .orderBy('foldedName')
    .orderBy('learnerId')
    .execute()
  const trial = { eligibleNow: 0, eligibleThen: 0, newlyEligible: 0, noLongerEligible: 0 }
  const examples: { learnerId: number; learnerName: string }[] = []
  for (let start = 0; start < results.length; start += learnersAtATime) {
    await progress('screening', start, results.length)
    const part = results.slice(start, start + learnersAtATime)
    const facts = part.map((row) => factsStored(row.learnerId, row.facts))
    const found = tryThreshold(requirements, facts, { asOf, startDate, tables }, input)
    trial.eligibleNow += found.eligibleNow
    trial.eligibleThen += found.eligibleThen
    trial.newlyEligible += found.newlyEligible.length
    trial.noLongerEligible += found.noLongerEligible.length
    const newly = new Set(found.newlyEligible)
    for (const { learnerId, learnerName } of part) {
      if (examples.length < examplesShown && newly.has(String(learnerId)))
        examples.push({ learnerId, learnerName })
    }
  }
  return { ...trial, examples }
}
