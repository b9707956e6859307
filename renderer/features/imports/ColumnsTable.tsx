import { useTranslation } from 'react-i18next'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { Select } from '../../ui/Select.tsx'
import { fieldAt, type ColumnDraft } from './columnDraft.ts'
import styles from './Files.module.css'
import { useImportWords } from './useImportWords.ts'

interface ColumnsTableProps {
  guess: ColumnsGuess
  draft: ColumnDraft
  onChange: (draft: ColumnDraft) => void
  errors: Readonly<Record<string, string>>
}

const leftOut = 'leftOut'

/** Every column with its heading, a few of its values, and what it holds. */
export function ColumnsTable({ guess, draft, onChange, errors }: ColumnsTableProps) {
  const { t } = useTranslation('imports')
  const { fieldName } = useImportWords({ fields: guess.fields })
  const options = [
    { id: leftOut, label: t('columns.leaveOut') },
    ...guess.fields.map(({ id, isRequired }) => ({
      id,
      label: fieldName(id),
      ...(isRequired ? { detail: t('columns.required') } : {}),
    })),
  ]
  return (
    <table className={styles.columns}>
      <caption className="visually-hidden">{t('columns.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.letter')}</th>
          <th scope="col">{t('columns.heading')}</th>
          <th scope="col">{t('columns.samples')}</th>
          <th scope="col">{t('columns.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {guess.columns.map((column, index) => {
          const message = errors[`mapping.${index}`]
          return (
            <tr key={column.letter}>
              <td className={styles.letter}>{column.letter}</td>
              <th scope="row">{column.heading || t('columns.noHeading')}</th>
              <td className={styles.samples}>
                {column.isNeverTaken ? t('columns.neverTaken') : column.samples.join(' · ')}
              </td>
              <td className={styles.holds}>
                <Select
                  label={t('columns.holdsOf', { heading: column.heading || column.letter })}
                  isLabelHidden
                  name={`mapping.${index}`}
                  isDisabled={column.isNeverTaken}
                  options={options}
                  value={fieldAt(draft, guess, index) ?? leftOut}
                  onChange={(id) =>
                    onChange({
                      ...draft,
                      fields: { ...draft.fields, [index]: id === leftOut ? null : id },
                    })
                  }
                  {...(message === undefined ? {} : { errorMessage: message })}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
