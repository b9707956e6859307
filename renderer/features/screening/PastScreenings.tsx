import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ScreeningRow } from '../../../shared/contract/screenings.ts'
import { api } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HistoryIcon } from '../../ui/icons.ts'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { screeningPath } from './screeningPaths.ts'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

/** Every screening that was kept, newest first; each opens as it was. */
export function PastScreenings() {
  const { t } = useTranslation('screening')
  const { language, number, day, pool } = useScreeningWords()
  const [, navigate] = useLocation()
  const rows = useWindowedRows<ScreeningRow>((offset, limit) =>
    api.screenings.list.queryOptions({ input: { offset, limit } }),
  )
  return (
    <div className={styles.list}>
      <WindowedTable
        label={t('past.title')}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => `${row.trackName[language]}, ${day(row.asOf)}`}
        onOpen={(row) => navigate(screeningPath(row.id))}
        empty={
          <EmptyState title={t('past.none')} icon={HistoryIcon}>
            {t('past.firstStep')}
          </EmptyState>
        }
        columns={[
          { id: 'track', label: t('past.track'), cell: (row) => row.trackName[language], minWidth: 140 },
          { id: 'asOf', label: t('past.asOf'), cell: (row) => day(row.asOf), minWidth: 104 },
          { id: 'startDate', label: t('past.start'), cell: (row) => day(row.startDate), minWidth: 104 },
          { id: 'pool', label: t('past.pool'), cell: pool, minWidth: 136 },
          {
            id: 'eligible',
            label: t('core:words.screeningResults.eligible'),
            cell: ({ counts }) => number(counts.eligible),
            isNumeric: true,
            minWidth: 80,
          },
          {
            id: 'total',
            label: t('past.total'),
            cell: ({ counts }) => number(counts.total),
            isNumeric: true,
            minWidth: 90,
          },
          { id: 'by', label: t('past.by'), cell: (row) => row.createdByName, minWidth: 104 },
        ]}
      />
    </div>
  )
}
