import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/contract/learnerTimeline.ts'
import { skillAreas } from '../../../shared/values/vocabulary.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { LineChart } from '../../ui/LineChart.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useLearnerWords } from './learnerWords.ts'

type Assessment = Extract<TimelineEntry, { kind: 'assessment' }>

/** Tests that count, oldest first. */
const usableTests = (entries: readonly TimelineEntry[]): Assessment[] =>
  entries
    .filter(
      (entry): entry is Assessment =>
        entry.kind === 'assessment' && entry.accurate && !entry.voided && entry.score !== null,
    )
    .toReversed()

/** How the level in each skill area went, as a chart and as the same numbers in a table. */
export function LevelChartCard({ entries }: { entries: readonly TimelineEntry[] | undefined }) {
  const { t } = useTranslation('learners')
  const { day, level } = useLearnerWords()
  if (entries === undefined) return <Skeleton height="20rem" />
  const tests = usableTests(entries)
  const series = skillAreas.flatMap((area) => {
    const points = tests.flatMap((test) =>
      test.skillArea === area && test.level !== null ? [{ day: test.on, value: test.level }] : [],
    )
    return points.length === 0 ? [] : [{ id: area, label: t(`core:words.skillAreas.${area}`), points }]
  })
  if (series.length === 0) {
    return (
      <Card title={t('chart.title')}>
        <p>{tests.length === 0 ? t('page.noTests') : t('chart.noLevels')}</p>
      </Card>
    )
  }
  const levels = [1, 2, 3, 4, 5, 6, 7].map((value) => ({
    value,
    label: value > 6 ? t('chart.aboveLevel6') : t('level', { level: value }),
  }))
  return (
    <Card>
      <ChartWithTable
        title={t('chart.title')}
        rows={tests.toReversed()}
        rowKey={(test) => test.id}
        columns={[
          { id: 'on', label: t('page.testedOn'), cell: (test) => day(test.on) },
          { id: 'area', label: t('page.area'), cell: (test) => t(`core:words.skillAreas.${test.skillArea}`) },
          { id: 'level', label: t('page.level'), cell: (test) => level(test.level) },
          { id: 'score', label: t('page.score'), cell: (test) => test.score, isNumeric: true },
          { id: 'test', label: t('chart.test'), cell: (test) => `${test.instrument} ${test.form}` },
        ]}
      >
        <LineChart
          title={t('chart.title')}
          description={series
            .map(({ label, points }) =>
              t('chart.description', {
                area: label,
                first: level(points[0]!.value),
                last: level(points.at(-1)!.value),
                count: points.length,
              }),
            )
            .join(' ')}
          series={series}
          levels={levels}
        />
      </ChartWithTable>
    </Card>
  )
}
