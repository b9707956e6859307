import { useTranslation } from 'react-i18next'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import type { ScoreReading } from '../../../shared/rules/scoreText.ts'
import { cx } from '../../ui/cx.ts'
import styles from './LevelOfScore.module.css'
import { useLevelWords } from './levelWords.ts'
import { TableInUse } from './TableInUse.tsx'

interface LevelOfScoreProps {
  /** What is typed; null while it is no score. */
  reading: ScoreReading | null
  /** The table it is read in; null while the test is not chosen, or if there is none. */
  table: LevelTableRecord | null
}

/** The level of a score as it is typed, and the table that says so. Its place is always kept. */
export function LevelOfScore({ reading, table }: LevelOfScoreProps) {
  const { t } = useTranslation('assessments')
  const levelWords = useLevelWords()
  return (
    <div className={styles.box}>
      <p className={cx(reading !== null && styles.level)} role="status">
        {reading === null ? t('level.waiting') : levelWords.reading(reading, table)}
      </p>
      <TableInUse table={table} />
    </div>
  )
}
