import type { GainFacts, GainLine } from '../../shared/contract/gains.ts'
import type { Level } from '../../shared/rules/levels.ts'
import { summarizeGains, yearGain, type YearGain } from '../../shared/rules/programYearGains.ts'
import { isSmallGroup, percentOneDecimal, type Rate } from '../../shared/rules/rates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { keptUntilChange } from '../calls/keptUntilChange.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { yearFacts, type YearFacts, type YearLearner, type YearTest } from './yearFacts.ts'

/** The gain of one learner in one area, with the groups in which it counts. */
export interface CountedGain {
  readonly learner: YearLearner
  readonly skillArea: SkillArea
  readonly gain: YearGain<YearTest>
  /** The level of the pre-test; null if there is none or no table knows it. */
  readonly entryLevel: Level | null
}

/** The gains of a program year as known today, kept until a record changes. */
export const gainsOfYear = (
  db: Reader,
  programYear: number,
  today: IsoDate,
  sight: Sight,
): Promise<readonly CountedGain[]> =>
  keptUntilChange(db, ['gains', programYear, today, sight.instructorId], async () =>
    countedGains(await yearFacts(db, programYear, today, sight)),
  )

/** One gain for each learner and area with a test that may serve the year. */
export function countedGains({ programYear, asOf, tables, learners }: YearFacts): CountedGain[] {
  return learners.flatMap((learner) =>
    [...new Set(learner.tests.map(({ skillArea }) => skillArea))].map((skillArea) => {
      const gain = yearGain(learner.tests, skillArea, learner.attended, programYear, asOf, tables)
      const entryLevel = gain.pre === null ? null : tables.levelOf(gain.pre)
      return { learner, skillArea, gain, entryLevel }
    }),
  )
}

const shown = (rate: Rate) => ({
  ...rate,
  percent: percentOneDecimal(rate),
  isSmallGroup: isSmallGroup(rate),
})

function lineOf(
  about: Pick<GainLine, 'kind' | 'key' | 'name' | 'skillArea'>,
  counted: readonly CountedGain[],
): GainLine {
  const summary = summarizeGains(counted.map(({ gain }) => gain))
  const { preTested, postTested, gained } = summary
  return {
    ...about,
    ...summary,
    postTestRate: shown({ numerator: postTested, denominator: preTested }),
    gainRate: shown({ numerator: gained, denominator: preTested }),
  }
}

/** Whether a gain counts in a line. */
export const isInGainLine =
  ({ kind, key, skillArea }: Pick<GainLine, 'kind' | 'key' | 'skillArea'>) =>
  (counted: CountedGain): boolean => {
    if (counted.skillArea !== skillArea || counted.entryLevel === null) return false
    if (kind === 'total') return true
    if (kind === 'entryLevel') return String(counted.entryLevel) === key
    return counted.learner.sections.some(({ id }) => String(id) === key)
  }

/** The lines of each area: in all, by entry level, by class. Only learners with a pre-test of a known level count. */
export function gainLines(counted: readonly CountedGain[]): GainLine[] {
  // An area in which no score counts has nothing to report.
  const tested = counted.filter(({ gain }) => gain.pre !== null)
  const areas = [...new Set(tested.map(({ skillArea }) => skillArea))].sort()
  return areas.flatMap((skillArea) => {
    const ofArea = counted.filter((one) => one.skillArea === skillArea && one.entryLevel !== null)
    const line = (about: Pick<GainLine, 'kind' | 'key' | 'name'>) => {
      const named = { ...about, skillArea }
      return lineOf(named, ofArea.filter(isInGainLine(named)))
    }
    const levels = [...new Set(ofArea.map(({ entryLevel }) => entryLevel!))].sort((one, other) => one - other)
    const sections = new Map(
      ofArea.flatMap(({ learner }) => learner.sections.map(({ id, code }) => [id, code] as const)),
    )
    return [
      line({ kind: 'total', key: '', name: '' }),
      ...levels.map((level) => line({ kind: 'entryLevel', key: String(level), name: '' })),
      ...[...sections]
        .toSorted(([, one], [, other]) => (one < other ? -1 : 1))
        .map(([id, code]) => line({ kind: 'section', key: String(id), name: code })),
    ]
  })
}

const testOf = ({
  id,
  testedOn,
  form,
  scoreText,
  inaccurate,
  conservativeEstimate,
  earlyReason,
}: YearTest) => ({
  ...{ id, testedOn, form, scoreText, conservativeEstimate, earlyReason },
  accurate: !inaccurate,
})

/** A gain as it is shown: both tests, or the reason why nothing was measured and the test that it is about. */
export function gainFactsOf(
  skillArea: SkillArea,
  gain: YearGain<YearTest>,
  entryLevel: Level | null,
): GainFacts {
  const { hours, minimumHours } = gain
  if (gain.state === 'notMeasured') {
    const { pre, about, reason } = gain
    return {
      ...{ skillArea, state: 'notMeasured', reason, hours, minimumHours },
      ...{ pre: pre && testOf(pre), post: null, about: about && testOf(about) },
      ...{ preLevel: entryLevel, postLevel: null, levels: null },
    }
  }
  const { pre, post, preLevel, postLevel, levels } = gain
  return {
    ...{ skillArea, state: levels > 0 ? 'gained' : 'noGain', reason: null, hours, minimumHours },
    ...{ pre: testOf(pre), post: testOf(post), about: null, preLevel, postLevel, levels },
  }
}
