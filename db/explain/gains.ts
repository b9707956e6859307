import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact, ExplainedGroup } from '../../shared/contract/explanation.ts'
import type { Level } from '../../shared/rules/levels.ts'
import { hasGained, isPostTested, isPreTested, summarizeGains } from '../../shared/rules/programYearGains.ts'
import type { QueryCall } from '../calls/call.ts'
import { gainsOfYear, isInGainLine, type CountedGain } from '../gains/gainLines.ts'
import type { YearTest } from '../gains/yearFacts.ts'
import { count, group, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.gains)['~orpc']['inputSchema']>>

const sitting = ({ testedOn, form, scoreText }: YearTest): ExplainedFact[] => [
  { kind: 'day', day: testedOn },
  { kind: 'text', text: [form, scoreText].filter((part) => part !== null).join(': ') },
]
const testFacts = (test: YearTest, level: Level | null): ExplainedFact[] => [
  ...sitting(test),
  { kind: 'level', level },
]
/** Why a test came before its hours, where somebody said so. */
const earlyFacts = ({ earlyReason }: YearTest): ExplainedFact[] =>
  earlyReason === null
    ? []
    : [
        { kind: 'remark', remark: 'earlyBecause' },
        { kind: 'text', text: earlyReason },
      ]

function gainFacts({ gain, entryLevel }: CountedGain): ExplainedFact[] {
  if (!isPostTested(gain)) {
    return [
      ...(gain.pre === null ? [] : testFacts(gain.pre, entryLevel)),
      ...(gain.about === null ? [] : sitting(gain.about)),
      ...(gain.hours === null
        ? []
        : [{ kind: 'remark', remark: 'hoursBetween', number: gain.hours } as const]),
      ...(gain.about === null ? [] : earlyFacts(gain.about)),
      { kind: 'remark', remark: gain.reason },
    ]
  }
  return [
    ...testFacts(gain.pre, gain.preLevel),
    ...testFacts(gain.post, gain.postLevel),
    { kind: 'remark', remark: 'hoursBetween', number: gain.hours },
    ...earlyFacts(gain.post),
    ...(gain.levels > 0 ? [{ kind: 'remark', remark: 'levels', number: gain.levels } as const] : []),
  ]
}

/** The tests that a gain, or its absence, rests on. */
const testsOf = ({ gain }: CountedGain): YearTest[] =>
  [gain.pre, isPostTested(gain) ? gain.post : gain.about].filter((test) => test !== null)

const behind = (counted: CountedGain): Behind => ({
  id: counted.learner.learnerId,
  learnerId: counted.learner.learnerId,
  facts: gainFacts(counted),
  sources: testsOf(counted).map(({ id }) => ({ subject: 'assessment', subjectId: id })),
})

/** What a number of a line of the gains report is made of. */
export async function gainsMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  const { programYear, number, ...line } = input
  const counted = (await gainsOfYear(db, programYear, today, sight)).filter(isInGainLine(line))
  const summary = summarizeGains(counted.map(({ gain }) => gain))
  const { preTested, postTested, gained, levelsGained, hoursPerLevel } = summary
  const tests = { preTested: isPreTested, postTested: isPostTested, gained: hasGained }
  const those = (test: keyof typeof tests) => counted.filter(({ gain }) => tests[test](gain))
  const part = (id: ExplainedGroup, some: readonly CountedGain[]) => group(id, some, behind)
  const asOf = today
  if (number === 'postTestRate') {
    return {
      asOf,
      value: { kind: 'rate', numerator: postTested, denominator: preTested },
      groups: [part('numerator', those('postTested')), part('denominator', those('preTested'))],
    }
  }
  if (number === 'gainRate') {
    return {
      asOf,
      value: { kind: 'rate', numerator: gained, denominator: preTested },
      groups: [
        part('gained', those('gained')),
        part(
          'noGain',
          those('postTested').filter(({ gain }) => !hasGained(gain)),
        ),
        part(
          'notMeasured',
          those('preTested').filter(({ gain }) => !isPostTested(gain)),
        ),
      ],
    }
  }
  if (number === 'hoursPerLevel') {
    const rows = counted.flatMap((one) => (hasGained(one.gain) ? [{ one, hours: one.gain.hours }] : []))
    const hours = rows.reduce((sum, row) => sum + row.hours, 0)
    return {
      asOf,
      value: { kind: 'hoursPerLevel', hours, levels: levelsGained, hoursPerLevel },
      groups: [group('gained', rows, ({ one, hours: adds }) => ({ ...behind(one), adds }), hours)],
    }
  }
  return count(asOf, summary[number], those(number), behind)
}
