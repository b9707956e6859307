import { useTranslation } from 'react-i18next'
import type { ScreeningCounts } from '../../../shared/contract/screenings.ts'
import { CardRow, StatTile } from '../../ui/Card.tsx'
import { StackedBar } from '../../ui/StackedBar.tsx'
import { resultMeaning, useScreeningWords } from './screeningWords.ts'

const results = ['eligible', 'needsInformation', 'notYet'] as const

/** The counts of a screening, each with its share of the pool. */
export function CountTiles({ counts }: { counts: ScreeningCounts }) {
  const { t } = useTranslation('screening')
  const { number, percent } = useScreeningWords()
  return (
    <CardRow>
      {results.map((result) => (
        <StatTile
          key={result}
          label={t(`core:words.screeningResults.${result}`)}
          value={number(counts[result])}
          detail={
            counts.total > 0 &&
            t('counts.ofTotal', { total: counts.total, share: percent(counts[result] / counts.total) })
          }
        />
      ))}
      <StatTile
        label={t('counts.withinReach')}
        value={number(counts.withinReach)}
        detail={t('counts.ofNotYet', { count: counts.notYet })}
      />
    </CardRow>
  )
}

/** The same counts as one bar. */
export function CountBar({ counts }: { counts: ScreeningCounts }) {
  const { t } = useTranslation('screening')
  const { number } = useScreeningWords()
  return (
    <StackedBar
      title={t('counts.title')}
      description={t('counts.described', {
        total: number(counts.total),
        eligible: number(counts.eligible),
        needsInformation: number(counts.needsInformation),
        notYet: number(counts.notYet),
      })}
      bars={[
        {
          id: 'pool',
          label: t('counts.pool'),
          parts: results.map((result) => ({
            id: result,
            label: t(`core:words.screeningResults.${result}`),
            count: counts[result],
            kind: resultMeaning[result],
          })),
        },
      ]}
    />
  )
}
