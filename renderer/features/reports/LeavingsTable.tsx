import { useTranslation } from 'react-i18next'
import type { CompletionLine, CompletionReport } from '../../../shared/contract/reports.ts'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { CountCell, type OpenNumber } from './NumberCell.tsx'
import { useReportText } from './useReportText.ts'
import { useRateText } from '../cohorts/useRateText.ts'

interface LeavingsTableProps {
  leavings: NonNullable<CompletionReport['leavings']>
  total: CompletionLine
  onOpen: OpenNumber
}

/** Why people withdrew or were excluded. */
export function LeavingsTable({ leavings, total, onOpen }: LeavingsTableProps) {
  const { t } = useTranslation('reports')
  const { lineName } = useReportText()
  const { percent } = useRateText()
  const reasonWord = (reason: (typeof leavings)[number]['reason']) =>
    reason === null ? t('core:reports.marks.notRecorded') : t(`core:words.leavingReasons.${reason}`)
  return (
    <Card>
      <SimpleTable
        caption={t('core:reports.sheets.leavings')}
        hasVisibleCaption
        rows={leavings}
        rowKey={({ status, reason }) => `${status} ${reason}`}
        columns={[
          { id: 'reason', label: t('core:reports.columns.reason'), cell: ({ reason }) => reasonWord(reason) },
          {
            id: 'status',
            label: t('core:reports.columns.leavingStatus'),
            cell: ({ status }) => t(`core:words.memberOutcomes.${status}`),
          },
          {
            id: 'count',
            label: t('core:reports.columns.people'),
            isNumeric: true,
            cell: ({ status, reason, count }) => (
              <CountCell
                value={count}
                onOpen={onOpen}
                opened={{
                  title: `${t(`core:words.memberOutcomes.${status}`)}: ${reasonWord(reason)}`,
                  of: lineName(total),
                  definition: status,
                  groups: [
                    {
                      id: status,
                      label: reasonWord(reason),
                      asked: {
                        report: 'completion',
                        line: { kind: 'total', key: '' },
                        number: status,
                        reason: reason ?? 'none',
                      },
                    },
                  ],
                }}
              />
            ),
          },
          {
            id: 'share',
            label: t('core:reports.columns.share'),
            isNumeric: true,
            cell: ({ status, count }) =>
              count === null || total[status] === null
                ? t('core:reports.marks.hidden')
                : percent({ numerator: count, denominator: total[status] }),
          },
        ]}
      />
    </Card>
  )
}
