import { useTranslation } from 'react-i18next'
import type { GainFacts, GainTest } from '../../../shared/contract/gains.ts'
import { scoreRemark } from '../../../shared/rules/scoreText.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { useLevelWords } from '../assessments/levelWords.ts'

/** Puts a gain into sentences. */
export function useGainWords() {
  const { t, i18n } = useTranslation('gains')
  const { short } = useLevelWords()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const amount = (hours: number | null) => (hours === null ? '' : number.format(hours))

  const facts = ({ testedOn, form, scoreText }: GainTest) => ({
    day: formatDay(testedOn, i18n.language),
    form: form ?? '',
    score: scoreText,
  })
  const levelled = (test: GainTest, level: number | null) =>
    t('tests.test', { ...facts(test), level: short(level) })
  /** What counts although it is marked: very high for the form. What counts nowhere is said by the reason. */
  const marked = (test: GainTest): string[] => {
    const remark = scoreRemark(test)
    return remark === 'aboveLevel' || remark === 'conservative'
      ? [t(`assessments:remarks.${remark}`, { text: test.scoreText })]
      : []
  }

  function reason({ reason: code, about, minimumHours }: GainFacts): string[] {
    // How many hours lie between is said with them.
    if (code === null || code === 'tooFewHours') return []
    const values = { text: about?.scoreText ?? '', minimum: amount(minimumHours) }
    return [t(`reasons.${code}`, values)]
  }

  return {
    /** Whether it is a gain, in a word or two. */
    state({ state, levels }: GainFacts): string {
      return state === 'gained' ? t('state.gained', { count: levels ?? 0 }) : t(`state.${state}`)
    },
    /** Both tests, or why nothing was measured: one sentence each. */
    sentences(gain: GainFacts): string[] {
      const { pre, post, about, preLevel, postLevel } = gain
      return [
        ...(pre === null ? [] : [levelled(pre, preLevel), ...marked(pre)]),
        ...(post === null ? [] : [levelled(post, postLevel), ...marked(post)]),
        ...(about === null ? [] : [t('tests.otherTest', facts(about))]),
        ...reason(gain),
      ]
    },
    /** The hours between the two tests and the sentence about them; null where it says nothing of them. */
    between({ post, reason: code, hours, minimumHours }: GainFacts) {
      const minimum = amount(minimumHours)
      const text = amount(hours)
      if (post !== null) return { text, say: (said: string) => t('tests.hours', { hours: said }) }
      if (code !== 'tooFewHours') return null
      return { text, say: (said: string) => t('reasons.tooFewHours', { hours: said, minimum }) }
    },
    /** Why the test of a gain came before its hours, where somebody said so. */
    early({ post, about }: GainFacts): string | null {
      const earlyReason = (post ?? about)?.earlyReason ?? null
      return earlyReason === null ? null : t('early', { reason: earlyReason })
    },
  }
}
