import type * as z from 'zod'
import type { GainFacts, GainTest } from '../../shared/contract/gains.ts'
import type { contract } from '../../shared/contract/index.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import type { QueryCall } from '../calls/call.ts'
import { learnerYears } from '../gains/learnerYears.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import { group, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.learnerGain)['~orpc']['inputSchema']>>

/** The gain of a learner as the learner's page shows it; undefined in an area without a test that may serve the year. */
export async function gainOfLearner(
  db: Reader,
  { learnerId, programYear, skillArea }: { learnerId: number; programYear: number; skillArea: SkillArea },
  today: IsoDate,
): Promise<GainFacts | undefined> {
  const years = await learnerYears(db, learnerId, today)
  return years
    .find((year) => year.programYear === programYear)
    ?.gains.find((gain) => gain.skillArea === skillArea)
}

/** What the levels that a learner gained in an area are made of: the two tests, each with its level. */
export async function learnerGainMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  await requireLearner(db, input.learnerId, sight)
  const gain = await gainOfLearner(db, input, today)
  const { preLevel = null, postLevel = null, levels = null } = gain ?? {}
  const sittings: { test: GainTest | null; level: number | null }[] = [
    { test: gain?.pre ?? null, level: preLevel },
    { test: gain?.post ?? null, level: postLevel },
  ]
  const tests = sittings.flatMap(({ test, level }) => (test === null ? [] : [{ ...test, level }]))
  return {
    asOf: today,
    value: { kind: 'levelsGained', from: preLevel, to: postLevel, levels },
    groups: [
      group('everyone', tests, ({ id, testedOn, form, scoreText, level }) => ({
        id,
        learnerId: input.learnerId,
        facts: [
          { kind: 'day', day: testedOn },
          { kind: 'text', text: [form, scoreText].filter((part) => part !== null).join(': ') },
          { kind: 'level', level },
        ],
        sources: [{ subject: 'assessment', subjectId: id }],
      })),
    ],
  }
}
