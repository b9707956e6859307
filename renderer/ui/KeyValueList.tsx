import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './KeyValueList.module.css'

export interface KeyValueListProps {
  /** The facts, each with its name; an empty value is shown as a dash and read out as "none". */
  items: readonly {
    /** The name of the fact. */
    readonly label: string
    /** The fact. */
    readonly value: ReactNode
    /** A small button beside the name, where there is a value. */
    readonly mark?: ReactNode
  }[]
}

const isEmpty = (value: ReactNode) => value === null || value === undefined || value === ''

/** Facts with their names, in as many columns as fit. */
export function KeyValueList({ items }: KeyValueListProps) {
  const { t } = useTranslation('ui')
  return (
    <dl className={styles.list}>
      {items.map(({ label, value, mark }) => (
        <div key={label} className={styles.item}>
          <dt className={styles.label}>
            {label}
            {!isEmpty(value) && mark}
          </dt>
          <dd>
            {isEmpty(value) ? (
              <>
                <span aria-hidden>–</span>
                <span className="visually-hidden">{t('noValue')}</span>
              </>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
