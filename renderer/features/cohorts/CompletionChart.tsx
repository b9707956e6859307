import { useTranslation } from 'react-i18next'
import type { CompletionCounts } from '../../../shared/rules/completion.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { StackedBar } from '../../ui/StackedBar.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useGroupNumbers, type CohortGroup } from './groupNumbers.ts'

const inParts = [
  ['completed', 'success'],
  ['stillIn', 'info'],
  ['withdrew', 'warning'],
  ['excluded', 'neutral'],
] as const

interface Line {
  id: 'enrolled' | (typeof inParts)[number][0] | 'didNotStart' | 'notYetStarted'
  label: string
  count: number
}

interface CompletionChartProps {
  group: CohortGroup
  counts: CompletionCounts
}

/** Everybody who enrolled, by what became of them; those who did not start are listed beside. */
export function CompletionChart({ group, counts }: CompletionChartProps) {
  const { t } = useTranslation('cohorts')
  const numbers = useGroupNumbers()
  const parts = inParts.map(([id, kind]) => ({
    id,
    kind,
    label: t(`core:words.memberOutcomes.${id}`),
    count: counts[id],
  }))
  const beside = [
    {
      id: 'didNotStart' as const,
      label: t('core:words.memberOutcomes.didNotStart'),
      count: counts.didNotStart,
    },
    {
      id: 'notYetStarted' as const,
      label: t('core:words.memberStatuses.notYetStarted'),
      count: counts.notYetStarted,
    },
  ]
  const title = t('results.enrolled')
  const rows: Line[] = [...parts, ...beside.filter(({ count }) => count > 0)]
  return (
    <Card>
      <ChartWithTable
        title={title}
        columns={[
          { id: 'label', label: t('columns.outcome'), cell: ({ label }) => label },
          {
            id: 'count',
            label: t('results.people'),
            isNumeric: true,
            cell: ({ id, count }) => (
              <ExplainedNumber number={{ ...numbers.completion(group, id), text: String(count) }} />
            ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        totals={{ id: 'enrolled' as const, label: t('results.enrolledTotal'), count: counts.enrolled }}
        note={t('results.identity', {
          ...counts,
          beside: counts.didNotStart + counts.notYetStarted,
        })}
      >
        <StackedBar
          title={title}
          description={parts.map(({ label, count }) => `${label} ${count}`).join(', ')}
          bars={[{ id: 'enrolled', label: group.of, parts }]}
        />
      </ChartWithTable>
    </Card>
  )
}
