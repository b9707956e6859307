import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { CohortWithoutOutcomes } from '../../../shared/contract/workLists.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { RecordOutcomesDialog } from './RecordOutcomesDialog.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'
import styles from './Today.module.css'

/** Cohorts at or past their end, with members who have no outcome yet. */
export function OutcomeList({ of }: { of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const mayRecord = useMay('director', 'coordinator')
  const [open, setOpen] = useState<CohortWithoutOutcomes | null>(null)
  return (
    <>
      <WorkListFrame list="outcomes" of={of}>
        {(rows) => (
          <SimpleTable
            caption={t('lists.outcomes')}
            rows={rows}
            rowKey={({ cohortId }) => cohortId}
            columns={[
              {
                id: 'code',
                label: t('columns.cohort'),
                isRowHeader: true,
                cell: ({ cohortId, code, trackName }) => (
                  <>
                    <Link href={`#/cohorts/${cohortId}`}>{code}</Link>
                    <span className={styles.under}>
                      {i18n.resolvedLanguage === 'es' ? trackName.es : trackName.en}
                    </span>
                  </>
                ),
              },
              { id: 'site', label: t('columns.site'), cell: ({ site }) => site },
              {
                id: 'end',
                label: t('columns.lastDay'),
                cell: ({ endDate, daysLeft }) => (
                  <>
                    {formatDay(endDate, i18n.language)}
                    <span className={styles.under}>
                      <StatusDot kind={daysLeft < 0 ? 'danger' : 'warning'}>
                        {daysLeft < 0
                          ? t('outcomes.over', { count: -daysLeft })
                          : t('outcomes.ends', { count: daysLeft })}
                      </StatusDot>
                    </span>
                  </>
                ),
              },
              {
                id: 'stillIn',
                label: t('columns.withoutOutcome'),
                isNumeric: true,
                cell: ({ stillIn, enrolled }) => t('columns.ofEnrolled', { stillIn, enrolled }),
              },
              ...(mayRecord
                ? [
                    {
                      id: 'act',
                      label: t('columns.act'),
                      cell: (row: CohortWithoutOutcomes) => (
                        <Button
                          isSmall
                          onPress={() => setOpen(row)}
                          aria-label={t('actions.for', {
                            action: t('actions.recordOutcomes'),
                            name: row.code,
                          })}
                        >
                          {t('actions.recordOutcomes')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </WorkListFrame>
      {open && <RecordOutcomesDialog cohort={open} onClose={() => setOpen(null)} />}
    </>
  )
}
