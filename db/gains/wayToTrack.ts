import type { WayToTrack } from '../../shared/contract/gains.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import type { RequirementAnswer } from '../../shared/rules/screening/answers.ts'
import { prepareScreening } from '../../shared/rules/screening/screenLearner.ts'
import { timeToReady, type ScoreGrowth } from '../../shared/rules/timeToReady.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { Failure } from '../failure.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { readLearnerFacts } from '../screening/learnerFacts.ts'
import { rulesInForce } from '../screening/photograph.ts'
import { poolLearners } from '../screening/pool.ts'
import { scoreGrowth } from './scoreGrowth.ts'

interface MissingPoints {
  skillArea: SkillArea
  instrument: string
  testedOn: IsoDate
  neededLevel: number | null
  points: number
}

/** The points that one requirement asks for beyond the learner's newest test; none where a test is missing. */
function missingPoints(evidence: RequirementAnswer['evidence']): MissingPoints[] {
  if (evidence.kind === 'anyOf') {
    const nearest = evidence.members.find(({ key }) => key === evidence.decidingMember)
    return nearest ? missingPoints(nearest.evidence) : []
  }
  if (evidence.kind === 'lowestLevel') return evidence.areas.flatMap(missingPoints)
  if (evidence.kind !== 'level' && evidence.kind !== 'score') return []
  const { area, instrument, testedOn, pointsBelow } = evidence
  if (pointsBelow === null || pointsBelow <= 0 || instrument === null || testedOn === null) return []
  const neededLevel = evidence.kind === 'level' ? evidence.neededLevel : null
  return [{ skillArea: area, instrument, testedOn, neededLevel, points: pointsBelow }]
}

type WayArea = WayToTrack['areas'][number] & { readonly growth: readonly ScoreGrowth[] }

/** The way to a track with the growth that each range of hours was read from. */
export async function waysWithGrowth(
  db: Reader,
  { learnerId, trackId }: { learnerId: number; trackId: number },
  today: IsoDate,
): Promise<WayArea[]> {
  const choice = { trackId, startDate: today, asOf: today }
  const rules = await rulesInForce(db, {
    ...choice,
    pool: { kind: 'chosen', learnerIds: [learnerId] },
  }).catch((error: unknown) => {
    // A track without rules asks for nothing; there is no way to show.
    if (error instanceof Failure && error.data.kind === 'refused') return null
    throw error
  })
  if (rules === null) return []
  const { requirements } = rules
  const tables = prepareLevelTables(await allLevelTables(db))
  const learners = await poolLearners(db, { kind: 'chosen', learnerIds: [learnerId] }, trackId, today)
  const [facts] = await readLearnerFacts(db, learners, { trackId, asOf: today, requirements })
  if (!facts) return []
  const { answers } = prepareScreening(requirements, { asOf: today, startDate: today, tables })(facts)
  const missing = answers
    .filter(({ state, strength }) => state === 'notMet' && strength === 'required')
    .flatMap(({ evidence }) => missingPoints(evidence))
  const areas: WayArea[] = []
  for (const { skillArea, instrument, testedOn, neededLevel, points } of missing) {
    const generation = tables.tableFor(instrument, skillArea, testedOn)?.generation
    if (generation === undefined || areas.some((area) => area.skillArea === skillArea)) continue
    const growth = await scoreGrowth(db, { skillArea, generation }, today, tables)
    areas.push({ skillArea, neededLevel, points, growth, time: timeToReady(points, growth) })
  }
  return areas
}

/** For each skill in which a learner is below a track's entry rules: the points missing, and the hours they likely take. */
export async function wayToTrack(...asked: Parameters<typeof waysWithGrowth>): Promise<WayToTrack> {
  return { areas: (await waysWithGrowth(...asked)).map(({ growth: _, ...area }) => area) }
}
