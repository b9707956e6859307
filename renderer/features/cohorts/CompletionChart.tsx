import { useTranslation } from 'react-i18next'
import type { CompletionCounts } from '../../../shared/rules/completion.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { StackedBar } from '../../ui/StackedBar.tsx'

const inParts = [
  ['completed', 'success'],
  ['stillIn', 'info'],
  ['withdrew', 'warning'],
  ['excluded', 'neutral'],
] as const

interface CompletionChartProps {
  code: string
  counts: CompletionCounts
}

/** Everybody who enrolled, by what became of them; those who did not start are listed beside. */
export function CompletionChart({ code, counts }: CompletionChartProps) {
  const { t } = useTranslation('cohorts')
  const parts = inParts.map(([id, kind]) => ({
    id,
    kind,
    label: t(`core:words.memberOutcomes.${id}`),
    count: counts[id],
  }))
  const beside = [
    { id: 'didNotStart', label: t('core:words.memberOutcomes.didNotStart'), count: counts.didNotStart },
    { id: 'notYetStarted', label: t('core:words.memberStatuses.notYetStarted'), count: counts.notYetStarted },
  ]
  const title = t('results.enrolled')
  return (
    <Card>
      <ChartWithTable
        title={title}
        columns={[
          { id: 'label', label: t('columns.outcome'), cell: ({ label }) => label },
          { id: 'count', label: t('results.people'), isNumeric: true, cell: ({ count }) => count },
        ]}
        rows={[...parts, ...beside.filter(({ count }) => count > 0)]}
        rowKey={({ id }) => id}
        totals={{ id: 'enrolled', label: t('results.enrolledTotal'), count: counts.enrolled }}
        note={t('results.identity', {
          ...counts,
          beside: counts.didNotStart + counts.notYetStarted,
        })}
      >
        <StackedBar
          title={title}
          description={parts.map(({ label, count }) => `${label} ${count}`).join(', ')}
          bars={[{ id: 'enrolled', label: code, parts }]}
        />
      </ChartWithTable>
    </Card>
  )
}
