import { useTranslation } from 'react-i18next'
import type { FieldChange, PlannedConflictView, PlannedRowView } from '../../../shared/contract/importPlan.ts'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { conflictChoices, type ConflictChoice } from '../../../shared/values/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import styles from './Files.module.css'
import { useImportWords } from './useImportWords.ts'
import { useMoment } from './useMoment.ts'

interface ConflictChoicesProps {
  row: PlannedRowView
  guess: ColumnsGuess
  /** `key` is null when it is for all of the row. */
  onDecide: (row: PlannedRowView, key: string | null, choice: ConflictChoice) => void
}

/** The score as printed says all that its number says. */
const shownOf = (values: readonly FieldChange[]) =>
  values.some(({ field }) => field === 'scoreText') ? values.filter(({ field }) => field !== 'score') : values

/** Where a row says something else than what somebody typed: both values, who typed, and which one counts. */
export function ConflictChoices({ row, guess, onDecide }: ConflictChoicesProps) {
  const { t } = useTranslation('imports')
  const { fieldName, valueText } = useImportWords(guess)
  const moment = useMoment()

  function sideText(values: readonly FieldChange[], side: 'before' | 'after'): string {
    const shown = shownOf(values)
    const text = (value: FieldChange) =>
      value[side] ? valueText(value.field, value[side]) : t('conflicts.nothing')
    if (shown.length === 1) return text(shown[0]!)
    return shown.map((value) => `${fieldName(value.field)}: ${text(value)}`).join(' · ')
  }

  const detailOf = ({ typedByName, typedAt, wasKept }: PlannedConflictView, choice: ConflictChoice) => {
    if (choice === 'file') return t('conflicts.inFile', { row: row.number })
    const typed = t('conflicts.typedBy', { who: typedByName, when: moment(typedAt) })
    return wasKept ? `${typed} ${t('conflicts.keptBefore')}` : typed
  }

  return (
    <section className={styles.panel}>
      <div>
        <h3 className={styles.heading}>{t('conflicts.title')}</h3>
        <p className={styles.quiet}>{t('conflicts.lead')}</p>
      </div>
      {row.conflicts.length > 1 && (
        <div className={styles.filters}>
          {conflictChoices.map((choice) => (
            <Button key={choice} isSmall onPress={() => onDecide(row, null, choice)}>
              {t(`conflicts.row.${choice}`)}
            </Button>
          ))}
        </div>
      )}
      {row.conflicts.map((conflict) => (
        <RadioGroup
          key={conflict.key}
          label={shownOf(conflict.values)
            .map(({ field }) => fieldName(field))
            .join(', ')}
          options={conflictChoices.map((id) => ({
            id,
            label: sideText(conflict.values, id === 'record' ? 'before' : 'after'),
            detail: detailOf(conflict, id),
          }))}
          value={conflict.choice}
          onChange={(choice) => onDecide(row, conflict.key, choice)}
        />
      ))}
    </section>
  )
}
