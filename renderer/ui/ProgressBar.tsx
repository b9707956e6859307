import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** What is being done, such as "Reading the file". */
  label: string
  /** How many are done; leave out while that is not known. */
  done?: number | undefined
  /** How many there are; leave out while that is not known. */
  total?: number | undefined
  /** Stops the work; leave out if it can't be stopped. */
  onCancel?: (() => void) | undefined
  /** Green, for what is good to be full, such as places filled. */
  kind?: 'work' | 'filled'
}

/** What is being done, how many of how many, and a way to stop it. */
export function ProgressBar({ label, done, total, onCancel, kind = 'work' }: ProgressBarProps) {
  const { t } = useTranslation('ui')
  const isKnown = done !== undefined && total !== undefined
  const count = isKnown ? t('countOfTotal', { done, total }) : undefined
  return (
    <div className={styles.row}>
      <AriaProgressBar
        isIndeterminate={!isKnown}
        value={done ?? 0}
        maxValue={Math.max(total ?? 1, 1)}
        {...(count === undefined ? {} : { valueLabel: count })}
        className={styles.progress ?? ''}
      >
        {({ percentage }) => (
          <>
            <span className={styles.words}>
              <Label>{label}</Label>
              <span className={styles.count}>{count}</span>
            </span>
            <span className={styles.track}>
              <span
                className={cx(styles.fill, styles[kind], percentage === undefined && styles.unknown)}
                style={{ inlineSize: percentage === undefined ? '30%' : `${percentage}%` }}
              />
            </span>
          </>
        )}
      </AriaProgressBar>
      {onCancel && (
        <Button isSmall onPress={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  )
}
