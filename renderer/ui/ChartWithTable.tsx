import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { ChartIcon, TableIcon } from './icons.ts'
import { SimpleTable, type SimpleTableProps } from './SimpleTable.tsx'
import styles from './ChartWithTable.module.css'

export interface ChartWithTableProps<Row> extends Omit<
  SimpleTableProps<Row>,
  'caption' | 'hasVisibleCaption'
> {
  /** What both show, as a heading. */
  title: string
  /** The chart. */
  children: ReactNode
  /** A line under both, such as the source of a benchmark. */
  note?: ReactNode
}

/** A chart with the same numbers as a table one press away; on paper both are printed. */
export function ChartWithTable<Row>({ title, children, note, ...table }: ChartWithTableProps<Row>) {
  const { t } = useTranslation('ui')
  const [isTable, setTable] = useState(false)
  return (
    <figure className={styles.figure} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button
          isSmall
          variant="quiet"
          icon={isTable ? ChartIcon : TableIcon}
          onPress={() => setTable(!isTable)}
        >
          {isTable ? t('showChart') : t('showTable')}
        </Button>
      </div>
      <div {...(isTable ? { 'data-print': 'only' } : {})}>{children}</div>
      <div {...(isTable ? {} : { 'data-print': 'only' })}>
        <SimpleTable {...table} caption={title} />
      </div>
      {note !== undefined && <figcaption className={styles.note}>{note}</figcaption>}
    </figure>
  )
}
