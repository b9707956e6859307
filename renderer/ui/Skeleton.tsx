import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import styles from './Skeleton.module.css'

export interface SkeletonProps {
  /** How many lines of text will come; 1 unless told. */
  lines?: number
  /** The height of a block in place of lines, in CSS units, such as "12rem". */
  height?: string
}

/** Keeps the space of what is loading. */
export function Skeleton({ lines = 1, height }: SkeletonProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" className={styles.skeleton}>
      <span className="visually-hidden">{t('loadingRow')}</span>
      {height === undefined ? (
        Array.from({ length: lines }, (_, index) => (
          <span key={index} className={cx(styles.line, index > 0 && index === lines - 1 && styles.last)} />
        ))
      ) : (
        <span className={styles.line} style={{ blockSize: height }} />
      )}
    </div>
  )
}
