import { useTranslation } from 'react-i18next'
import type { FieldChange } from '../../../shared/contract/importPlan.ts'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import styles from './Files.module.css'
import { useImportWords } from './useImportWords.ts'

interface ChangesTableProps {
  title: string
  changes: readonly FieldChange[]
  /** Fields and tracks by which values get their words. */
  known?: Pick<ColumnsGuess, 'fields' | 'tracks'>
}

/** Field by field, what a record had and what it gets. */
export function ChangesTable({ title, changes, known }: ChangesTableProps) {
  const { t } = useTranslation('imports')
  const { fieldName, valueText } = useImportWords(known)
  const hasBefore = changes.some(({ before }) => before !== null)
  return (
    <SimpleTable
      caption={title}
      hasVisibleCaption
      rows={changes}
      rowKey={({ field, after }) => `${field} ${after}`}
      columns={[
        { id: 'field', label: t('panel.field'), isRowHeader: true, cell: ({ field }) => fieldName(field) },
        ...(hasBefore
          ? [
              {
                id: 'before',
                label: t('panel.before'),
                cell: ({ field, before }: FieldChange) => valueText(field, before),
              },
            ]
          : []),
        {
          id: 'after',
          label: t('panel.after'),
          cell: ({ field, after }) => <span className={styles.after}>{valueText(field, after)}</span>,
        },
      ]}
    />
  )
}
