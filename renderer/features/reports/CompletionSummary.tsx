import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompletionReport } from '../../../shared/contract/reports.ts'
import { useDays } from '../cohorts/useDays.ts'
import { completionSentences } from './completionSentences.ts'
import type { CompletionNumbers } from '../explain/cohortNumbers.ts'
import { countedNumbers, listedNumbers } from './completionCells.tsx'
import { CountCell, RateCell } from './NumberCell.tsx'
import { namedLine, useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

interface CompletionSummaryProps {
  report: CompletionReport
  numbers: CompletionNumbers
}

/** The main numbers: a sentence or two, and the identity that every reader can check. */
export function CompletionSummary({ report, numbers }: CompletionSummaryProps) {
  const { t } = useTranslation('reports')
  const text = useReportText()
  const { day } = useDays()
  const { total, scope } = report
  const line = namedLine(total, text)
  const term = (number: 'enrolled' | (typeof countedNumbers)[number] | (typeof listedNumbers)[number]) => (
    <span className={styles.term}>
      {t(`core:reports.columns.${number}`)}
      <strong>
        <CountCell value={total[number]} number={numbers.of(line, number)} />
      </strong>
    </span>
  )
  const rates =
    total.isFinal === true ? (['completionRate'] as const) : (['completionRate', 'finishedRate'] as const)
  return (
    <div className={styles.sentences}>
      <p>{completionSentences(report, t, day(scope.asOf))}</p>
      <p className={styles.identity}>
        {term('enrolled')}
        {countedNumbers.map((number, index) => (
          <Fragment key={number}>
            <span aria-hidden>{index === 0 ? '=' : '+'}</span>
            {term(number)}
          </Fragment>
        ))}
      </p>
      <p className={styles.identity}>
        {rates.map((id) => (
          <span key={id} className={styles.term}>
            {t(`core:reports.columns.${id}`)}
            <strong>
              <RateCell
                rate={total[id]}
                isFinal={id === 'completionRate' ? total.isFinal : true}
                number={numbers.of(line, id)}
              />
            </strong>
          </span>
        ))}
        {listedNumbers.map((number) => (
          <Fragment key={number}>{term(number)}</Fragment>
        ))}
      </p>
      <p data-print="hide" className={styles.hint}>
        {t('pressNumber')}
      </p>
    </div>
  )
}
