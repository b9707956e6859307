import { useTranslation } from 'react-i18next'
import type { FederalFigures, Table11Line } from '../../../shared/contract/gains.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import styles from './Gains.module.css'
import { LeftOut } from './LeftOut.tsx'

/** The words of a row: the federal ones, explained in Spanish above them; whom it counts, and what cannot be known. */
function RowLabel({ row }: { row: Table11Line }) {
  const { t, i18n } = useTranslation('gains')
  const day = (on: string) => formatDay(on, i18n.language)
  const isSpanish = i18n.resolvedLanguage === 'es'
  const notes = [
    ...(row.exitsFrom === null || row.exitsTo === null
      ? []
      : [t('table11.exits', { from: day(row.exitsFrom), to: day(row.exitsTo) })]),
    ...(row.unknown === null ? [] : [t(`table11.unknown.${row.unknown}`)]),
  ]
  return (
    <div className={styles.rowLabel}>
      {isSpanish && <span>{row.label.es}</span>}
      <span lang="en" className={isSpanish ? styles.quiet : undefined}>
        {row.label.en}
      </span>
      {notes.map((note) => (
        <span key={note} className={styles.quiet}>
          {note}
        </span>
      ))}
    </div>
  )
}

/** Federal Table 11 of this program: integrated education and training. */
export function Table11({ programYear, table11 }: Pick<FederalFigures, 'programYear' | 'table11'>) {
  const { t, i18n } = useTranslation('gains')
  const places = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  const number = new Intl.NumberFormat(i18n.language)
  const opened = ({ id, label }: Table11Line, counted: 'included' | 'achieved' | 'rate', text: string) => (
    <ExplainedNumber
      number={{
        title: counted === 'rate' ? t('federal.columns.rate') : t(`table11.columns.${counted}`),
        ...{ of: i18n.resolvedLanguage === 'es' ? label.es : label.en, text, definition: 'table11' },
        asked: {
          explain: 'federal',
          input: { programYear, counted: { table: 'table11', row: id, number: counted } },
        },
      }}
    />
  )
  const known = (row: Table11Line, counted: 'included' | 'achieved') => {
    const count = row[counted]
    return count === null ? t('table11.notKnown') : opened(row, counted, number.format(count))
  }
  return (
    <>
      <SimpleTable
        caption={t('table11.title')}
        rows={table11.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'label',
            label: t('table11.columns.label'),
            isRowHeader: true,
            cell: (row) => <RowLabel row={row} />,
          },
          {
            id: 'included',
            label: t('table11.columns.included'),
            isNumeric: true,
            cell: (row) => known(row, 'included'),
          },
          {
            id: 'achieved',
            label: t('table11.columns.achieved'),
            isNumeric: true,
            cell: (row) => known(row, 'achieved'),
          },
          {
            id: 'rate',
            label: t('federal.columns.rate'),
            isNumeric: true,
            cell: (row) =>
              row.rate !== null
                ? opened(row, 'rate', places.format(row.rate))
                : row.achieved === null
                  ? '–'
                  : opened(row, 'rate', t('noneDue')),
          },
        ]}
      />
      <p className={styles.quiet}>
        <LeftOut programYear={programYear} why="excluded" count={table11.excluded} />{' '}
        <LeftOut programYear={programYear} why="withoutHours" count={table11.withoutHours} />{' '}
        {t('table11.credential')}
      </p>
      <p className={styles.quiet}>
        {t('table11.source')} <span lang="en">{table11.source}</span>
      </p>
    </>
  )
}
