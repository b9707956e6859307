import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './SelectionBar.module.css'

export interface SelectionBarProps {
  /** How many are selected; the bar shows from one up. */
  count: number
  /** Takes the selection back. */
  onClear: () => void
  /** The buttons for what can be done with the selected rows. */
  children: ReactNode
}

/** What can be done with the selected rows, in a bar over the foot of the list: the list does not move. */
export function SelectionBar({ count, onClear, children }: SelectionBarProps) {
  const { t } = useTranslation('ui')
  if (count === 0) return null
  return (
    <div className={styles.anchor} data-print="hide">
      <div role="toolbar" aria-label={t('selectionActions')} className={styles.bar}>
        <span role="status" className={styles.count}>
          {t('selectedCount', { count })}
        </span>
        {children}
        <Button variant="quiet" onPress={onClear}>
          {t('clearSelection')}
        </Button>
      </div>
    </div>
  )
}
