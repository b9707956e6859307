import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { ExitNear } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { tenths } from '../../ui/tenths.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useHourNumbers } from '../explain/useHourNumbers.ts'
import { useContactColumns } from './useContactColumns.tsx'
import { useLearnerColumn } from './useLearnerColumn.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'
import styles from './Today.module.css'

/** Days left from which it is urgent: a learner has to be reached and to come to a meeting. */
const urgentDays = 14

/** Learners whose period of participation ends soon for want of service. */
export function ExitNearList({ of }: { of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const learner = useLearnerColumn()
  const numbers = useHourNumbers()
  const hours = new Intl.NumberFormat(i18n.language, tenths)
  const { columns, dialog } = useContactColumns<ExitNear>((row) => ({
    ...{ learner: row, occasion: 'exit', sectionId: null },
    about: t('exitNear.about', { day: formatDay(row.lastService, i18n.language), count: row.daysLeft }),
  }))
  return (
    <>
      <WorkListFrame list="exitNear" of={of}>
        {(rows) => (
          <SimpleTable
            caption={t('lists.exitNear')}
            rows={rows}
            rowKey={({ learnerId }) => learnerId}
            columns={[
              learner,
              {
                id: 'lastService',
                label: t('columns.lastService'),
                cell: ({ lastService }) => formatDay(lastService, i18n.language),
              },
              {
                id: 'daysLeft',
                label: t('columns.daysLeft'),
                cell: ({ daysLeft }) => (
                  <StatusDot kind={daysLeft <= urgentDays ? 'danger' : 'warning'}>
                    {t('exitNear.daysLeft', { count: daysLeft })}
                  </StatusDot>
                ),
              },
              {
                id: 'hours',
                label: t('columns.hours'),
                isNumeric: true,
                cell: (row) => (
                  <>
                    <ExplainedNumber
                      number={numbers.ofPeriod(
                        { learnerId: row.learnerId, of: listName(row), text: hours.format(row.hours) },
                        row.firstService,
                        row.lastService,
                      )}
                    />
                    {!row.isParticipant && (
                      <span className={styles.under}>{t('exitNear.notParticipant')}</span>
                    )}
                  </>
                ),
              },
              ...columns,
            ]}
          />
        )}
      </WorkListFrame>
      {dialog}
    </>
  )
}
