import { useTranslation } from 'react-i18next'
import type { Screening, ScreeningCounts } from '../../../shared/contract/screenings.ts'
import { CardRow, StatTile } from '../../ui/Card.tsx'
import { StackedBar } from '../../ui/StackedBar.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { resultMeaning, useScreeningWords } from './screeningWords.ts'

const results = ['eligible', 'needsInformation', 'notYet'] as const
type Counted = (typeof results)[number] | 'withinReach'

interface CountTilesProps {
  counts: ScreeningCounts
  /** The screening kept, whose numbers open; none while it is only tried. */
  screening?: Screening
}

/** The counts of a screening, each with its share of the pool. */
export function CountTiles({ counts, screening }: CountTilesProps) {
  const { t } = useTranslation('screening')
  const { number, percent, language } = useScreeningWords()
  const shown = (counted: Counted, title: string) =>
    screening === undefined ? (
      number(counts[counted])
    ) : (
      <ExplainedNumber
        number={{
          ...{ title, text: number(counts[counted]), of: screening.trackName[language] },
          definition: counted,
          asked: {
            explain: 'screening',
            input: { screeningId: screening.id, counted: { kind: 'result', number: counted } },
          },
        }}
      />
    )
  return (
    <CardRow>
      {results.map((result) => (
        <StatTile
          key={result}
          label={t(`core:words.screeningResults.${result}`)}
          value={shown(result, t(`core:words.screeningResults.${result}`))}
          detail={
            counts.total > 0 &&
            t('counts.ofTotal', { total: counts.total, share: percent(counts[result] / counts.total) })
          }
        />
      ))}
      <StatTile
        label={t('counts.withinReach')}
        value={shown('withinReach', t('counts.withinReach'))}
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
