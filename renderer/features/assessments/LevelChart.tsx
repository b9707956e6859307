import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { LineChart } from '../../ui/LineChart.tsx'
import { chartedTests, levelsOverTime, type AreaLevels, type ChartedTest } from './levelsOverTime.ts'
import { useLevelWords } from './levelWords.ts'
import styles from './TestHistory.module.css'

/** The levels of a learner over time, one line per skill, with the same numbers as a table. */
export function LevelChart({ tests }: { tests: readonly ChartedTest[] }) {
  const { t } = useTranslation('assessments')
  const { locale } = useLocale()
  const levelWords = useLevelWords()
  const areas = levelsOverTime(tests)
  if (areas.length === 0) return <p className={styles.none}>{t('chart.none')}</p>

  const areaName = (area: ChartedTest['skillArea']) => t(`core:words.skillAreas.${area}`)
  const described = areas.map(({ skillArea, points }: AreaLevels) => {
    const [first, last] = [points[0]!, points.at(-1)!]
    return t('chart.described', {
      area: areaName(skillArea),
      first: first.value,
      from: formatDay(first.day, locale),
      last: last.value,
      to: formatDay(last.day, locale),
    })
  })
  const levels = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: levelWords.short(value) }))
  return (
    <ChartWithTable
      title={t('chart.title')}
      rows={chartedTests(tests)}
      rowKey={(test) => `${test.skillArea} ${test.testedOn}`}
      columns={[
        { id: 'day', label: t('chart.day'), cell: (test) => formatDay(test.testedOn, locale) },
        { id: 'area', label: t('chart.area'), cell: (test) => areaName(test.skillArea) },
        { id: 'score', label: t('chart.score'), isNumeric: true, cell: (test) => test.scoreText },
        { id: 'level', label: t('chart.level'), cell: (test) => levelWords.short(test.level) },
      ]}
    >
      <LineChart
        title={t('chart.title')}
        description={described.join(' ')}
        series={areas.map(({ skillArea, points }) => ({
          id: skillArea,
          label: areaName(skillArea),
          points,
        }))}
        levels={levels}
      />
    </ChartWithTable>
  )
}
