import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './Pager.module.css'

export interface PagerProps {
  /** How many rows come before those shown. */
  offset: number
  /** How many rows a page has. */
  pageSize: number
  /** How many rows there are in all. */
  total: number
  /** Called with the offset of the page to show. */
  onChange: (offset: number) => void
}

/** Leads through a list a page at a time; nothing while one page holds all of it. */
export function Pager({ offset, pageSize, total, onChange }: PagerProps) {
  const { t } = useTranslation('ui')
  if (total <= pageSize) return null
  return (
    <div className={styles.pager}>
      <span>{t('pageOf', { from: offset + 1, to: Math.min(offset + pageSize, total), total })}</span>
      <Button isSmall isDisabled={offset === 0} onPress={() => onChange(offset - pageSize)}>
        {t('previousPage')}
      </Button>
      <Button isSmall isDisabled={offset + pageSize >= total} onPress={() => onChange(offset + pageSize)}>
        {t('nextPage')}
      </Button>
    </div>
  )
}

/** The offset asked for, or that of the last page once there are fewer rows than before. */
export const offsetWithin = (asked: number, pageSize: number, total: number): number =>
  Math.min(asked, Math.max(0, Math.ceil(total / pageSize) - 1) * pageSize)
