import { useTranslation } from 'react-i18next'
import type { CredentialReport } from '../../../shared/contract/reports.ts'
import { openedCount, openedPart, openedRate } from './certificationCells.tsx'
import { CountCell, RateCell, type OpenNumber } from './NumberCell.tsx'
import { useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

interface CertificationSummaryProps {
  report: CredentialReport
  tools: Parameters<typeof openedCount>[2]
  onOpen: OpenNumber
}

/** The main numbers of a credential, each opening its people. */
export function CertificationSummary({ report: { total }, tools, onOpen }: CertificationSummaryProps) {
  const { t } = useTranslation('reports')
  const { full } = useReportText()
  const count = (id: 'completers' | 'pending') => (
    <span key={id} className={styles.term}>
      {t(`core:reports.columns.${id}`)}
      <strong>
        <CountCell value={total[id]} opened={openedCount(total, id, tools)} onOpen={onOpen} />
      </strong>
    </span>
  )
  const rates = [
    ...total.parts.map(({ part, firstTime }) => ({
      id: `part ${part}`,
      label: t('columns.firstTimeOf', { part: tools.partName(part) }),
      rate: firstTime,
      opened: openedPart(total, part, tools),
    })),
    ...(['firstTime', 'certifiedOfTested', 'certifiedOfCompleters'] as const).map((id) => ({
      id: id as string,
      label: t(`core:reports.columns.${id}`),
      rate: total[id],
      opened: openedRate(total, id, tools),
    })),
  ]
  return (
    <div className={styles.sentences}>
      <p className={styles.identity}>
        {count('completers')}
        {count('pending')}
      </p>
      <ul className={styles.rates}>
        {rates.map(({ id, label, rate, opened }) => (
          <li key={id} className={styles.term}>
            {label}
            <strong>
              <RateCell rate={rate} opened={opened} onOpen={onOpen} />
            </strong>
            {rate.state === 'shown' && (
              <span className={styles.quiet}>{full(rate).split(' · ').slice(1).join(' · ')}</span>
            )}
          </li>
        ))}
      </ul>
      {onOpen !== undefined && (
        <p data-print="hide" className={styles.hint}>
          {t('pressNumber')}
        </p>
      )}
    </div>
  )
}
