import { useTranslation } from 'react-i18next'
import type { BenchmarkComparison } from '../../../shared/contract/reports.ts'
import { useLocalText } from '../../useLocalText.ts'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useDays } from '../cohorts/useDays.ts'
import { useRateText } from '../cohorts/useRateText.ts'
import { useReportText } from './useReportText.ts'

interface BenchmarksTableProps {
  benchmarks: readonly BenchmarkComparison[]
  /** The name of an exam part. */
  partName?: (key: string) => string
}

/** Each benchmark beside the program's own rate: both with their intervals, and the points between them. */
export function BenchmarksTable({ benchmarks, partName }: BenchmarksTableProps) {
  const { t } = useTranslation('reports')
  const say = useLocalText()
  const { day } = useDays()
  const { figure, interval } = useRateText()
  const report = useReportText()
  if (benchmarks.length === 0) return null
  const hasTracks = new Set(benchmarks.map(({ trackId }) => trackId)).size > 1
  const benchmarkOf = ({ benchmarkCounts, benchmarkPercent }: BenchmarkComparison) =>
    benchmarkCounts ?? { share: benchmarkPercent / 100 }
  return (
    <Card>
      <SimpleTable
        caption={t('core:reports.sheets.benchmarks')}
        hasVisibleCaption
        rows={benchmarks.map((one, index) => ({ ...one, id: index }))}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'measure',
            label: t('columns.measure'),
            cell: ({ measure, partKey, trackName }) =>
              [
                ...(hasTracks ? [say(trackName)] : []),
                t(`core:words.benchmarkMeasures.${measure}`),
                ...(partKey !== null && partName ? [partName(partKey)] : []),
              ].join(': '),
          },
          {
            id: 'benchmark',
            label: t('core:reports.columns.benchmark'),
            cell: ({ kind, label, source, validOn }) =>
              `${t(`core:words.benchmarkKinds.${kind}`)}: ${label} (${source}, ${day(validOn)})`,
          },
          {
            id: 'benchmarkRate',
            label: t('columns.benchmarkRate'),
            isNumeric: true,
            cell: (one) => figure(benchmarkOf(one)),
          },
          {
            id: 'benchmarkInterval',
            label: t('columns.interval'),
            isNumeric: true,
            cell: ({ benchmarkCounts }) => (benchmarkCounts === null ? '' : interval(benchmarkCounts)),
          },
          {
            id: 'own',
            label: t('columns.ownRate'),
            isNumeric: true,
            cell: ({ own }) => [report.full(own), ...report.marks(own)].join(' · '),
          },
          {
            id: 'ownInterval',
            label: t('columns.ownInterval'),
            isNumeric: true,
            cell: ({ own }) => report.interval(own),
          },
          {
            id: 'points',
            label: t('columns.difference'),
            isNumeric: true,
            cell: ({ pointsDifference }) =>
              pointsDifference === null ? '' : report.points(pointsDifference),
          },
        ]}
      />
    </Card>
  )
}
