import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ExplainedFact, ExplainedValue, Explanation } from '../../../shared/contract/explanation.ts'
import { useLocalText } from '../../useLocalText.ts'
import { useLevelWords } from '../assessments/levelWords.ts'
import { useDays } from '../cohorts/useDays.ts'
import { useRateText } from '../cohorts/useRateText.ts'

/** Writes explained numbers and the values behind them in the reader's way. */
export function useExplainedWords() {
  const { t } = useTranslation('explain')
  const { locale } = useLocale()
  const { day, span } = useDays()
  const { short } = useLevelWords()
  const rates = useRateText()
  const local = useLocalText()
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const number = (value: number) => format.format(value)

  function remark({ remark: said, day: on, number: of }: Extract<ExplainedFact, { kind: 'remark' }>) {
    return t(`remarks.${said}`, { day: on ? day(on) : '', count: of ?? 0, number: number(of ?? 0) })
  }
  return {
    day,
    number,
    value(value: ExplainedValue): string {
      switch (value.kind) {
        case 'count':
          return number(value.count)
        case 'rate':
          return [rates.full(value), rates.smallGroup(value)].filter(Boolean).join(' · ')
        case 'hours':
          return t(value.isEstimate ? 'aboutHours' : 'hours', { hours: number(value.hours) })
        case 'hoursMissing': {
          const hours = t(value.isEstimate ? 'aboutHours' : 'hours', { hours: number(value.hours) })
          return value.missing === null ? hours : t('hoursMissing', { missing: number(value.missing), hours })
        }
        case 'hoursPerLevel':
          return value.hoursPerLevel === null
            ? t('nobodyGained')
            : t('hoursPerLevel', {
                perLevel: number(value.hoursPerLevel),
                hours: number(value.hours),
                levels: value.levels,
              })
        case 'level':
          return short(value.level)
        case 'seatsLeft':
          return value.seats === null || value.left === null
            ? t('seatsUnknown')
            : t('seatsLeft', { left: value.left, seats: value.seats })
        case 'levelsGained': {
          const { from, to, levels } = value
          if (levels === null) return t('nothingMeasured')
          return t('levelsGained', { from: short(from), to: short(to), levels: Math.max(0, levels) })
        }
        case 'likelyHours': {
          const { n, from, to } = value
          if (from === null) return t('likelyHours.none', { n })
          return to === null ? t('likelyHours.open', { n, from }) : t('likelyHours.range', { n, from, to })
        }
      }
    },
    fact(fact: ExplainedFact): string {
      switch (fact.kind) {
        case 'text':
          return fact.text
        case 'name':
          return local(fact.name)
        case 'day':
          return day(fact.day)
        case 'span':
          return span(fact.from, fact.to)
        case 'hours':
          return t('hours', { hours: number(fact.hours) })
        case 'level':
          return short(fact.level)
        case 'word':
          return t(`core:words.${fact.list}.${fact.word}`)
        case 'remark':
          return remark(fact)
      }
    },
    /** "9 listed", or "12 listed; together 31.5 hours". */
    listed: ({ total, sum }: Explanation['groups'][number]) =>
      sum === null ? t('listed', { count: total }) : t('listedSum', { count: total, hours: number(sum) }),
  }
}
