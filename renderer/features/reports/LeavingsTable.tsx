import { useTranslation } from 'react-i18next'
import type { CompletionLine, CompletionReport } from '../../../shared/contract/reports.ts'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import type { CompletionNumbers } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { CountCell } from './NumberCell.tsx'
import { namedLine, useReportText } from './useReportText.ts'
import { useRateText } from '../cohorts/useRateText.ts'

interface LeavingsTableProps {
  leavings: NonNullable<CompletionReport['leavings']>
  total: CompletionLine
  numbers: CompletionNumbers
}

/** Why people withdrew or were excluded. */
export function LeavingsTable({ leavings, total, numbers }: LeavingsTableProps) {
  const { t } = useTranslation('reports')
  const line = namedLine(total, useReportText())
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
            cell: (leaving) => (
              <CountCell value={leaving.count} number={numbers.ofLeaving(line, leaving, false)} />
            ),
          },
          {
            id: 'share',
            label: t('core:reports.columns.share'),
            isNumeric: true,
            cell: (leaving) => {
              const { status, count } = leaving
              const denominator = total[status]
              if (count === null || denominator === null) return t('core:reports.marks.hidden')
              const text = percent({ numerator: count, denominator })
              return <ExplainedNumber number={{ ...numbers.ofLeaving(line, leaving, true), text }} />
            },
          },
        ]}
      />
    </Card>
  )
}
