import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './Today.module.css'

/** As many as fit a morning. */
const shownAtFirst = 12

interface LongListProps<Row> {
  /** What to do about them, in one sentence. */
  note: string
  rows: readonly Row[]
  /** Draws the rows that are shown. */
  children: (rows: readonly Row[]) => ReactNode
}

/** The most urgent rows of a list; the rest is a press away. */
export function LongList<Row>({ note, rows, children }: LongListProps<Row>) {
  const { t } = useTranslation('today')
  const [isWhole, setWhole] = useState(false)
  const rest = rows.length - shownAtFirst
  return (
    <>
      <p className={styles.note}>{note}</p>
      {children(isWhole ? rows : rows.slice(0, shownAtFirst))}
      {rest > 0 && !isWhole && (
        <p className={styles.more}>
          <Button isSmall onPress={() => setWhole(true)}>
            {t('work.more', { count: rest })}
          </Button>
        </p>
      )}
    </>
  )
}
