import { useTranslation } from 'react-i18next'
import type { CredentialReport } from '../../../shared/contract/reports.ts'
import type { CellTools } from './certificationCells.tsx'
import { CountCell, RateCell } from './NumberCell.tsx'
import { namedLine, useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

interface CertificationSummaryProps {
  report: CredentialReport
  tools: CellTools
}

/** The main numbers of a credential, each opening its people. */
export function CertificationSummary({ report: { total }, tools }: CertificationSummaryProps) {
  const { t } = useTranslation('reports')
  const { full } = useReportText()
  const { numbers, partName } = tools
  const line = namedLine(total, tools.text)
  const count = (id: 'completers' | 'pending') => (
    <span key={id} className={styles.term}>
      {t(`core:reports.columns.${id}`)}
      <strong>
        <CountCell value={total[id]} number={numbers.of(line, id)} />
      </strong>
    </span>
  )
  const rates = [
    ...total.parts.map(({ part, firstTime }) => ({
      id: `part ${part}`,
      label: t('columns.firstTimeOf', { part: partName(part) }),
      rate: firstTime,
      number: numbers.ofPart(line, part, partName(part)),
    })),
    ...(['firstTime', 'certifiedOfTested', 'certifiedOfCompleters'] as const).map((id) => ({
      id: id as string,
      label: t(`core:reports.columns.${id}`),
      rate: total[id],
      number: numbers.of(line, id),
    })),
  ]
  return (
    <div className={styles.sentences}>
      <p className={styles.identity}>
        {count('completers')}
        {count('pending')}
      </p>
      <ul className={styles.rates}>
        {rates.map(({ id, label, rate, number }) => (
          <li key={id} className={styles.term}>
            {label}
            <strong>
              <RateCell rate={rate} number={number} />
            </strong>
            {rate.state === 'shown' && (
              <span className={styles.quiet}>{full(rate).split(' · ').slice(1).join(' · ')}</span>
            )}
          </li>
        ))}
      </ul>
      <p data-print="hide" className={styles.hint}>
        {t('pressNumber')}
      </p>
    </div>
  )
}
