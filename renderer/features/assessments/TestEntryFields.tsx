import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { LevelOfScore } from './LevelOfScore.tsx'
import styles from './TestEntryFields.module.css'
import { TestChoiceFields } from './TestChoiceFields.tsx'
import type { TestEntry } from './useTestEntry.ts'

/** The forms of a test in few words: all of a short list, the ends of a long one. */
function formsHint(forms: readonly string[], range: (ends: { from: string; to: string }) => string): string {
  return forms.length > 4 ? range({ from: forms[0]!, to: forms.at(-1)! }) : forms.join(', ')
}

interface TestEntryFieldsProps {
  entry: TestEntry
  /** Whether the first field to fill takes the focus when it appears. */
  autoFocus?: boolean
}

/** Everything about one test but whose it is. */
export function TestEntryFields({ entry, autoFocus = false }: TestEntryFieldsProps) {
  const { t } = useTranslation('assessments')
  const { choice, typed, table, errors } = entry
  return (
    <>
      <FieldRow>
        <TestChoiceFields
          value={choice}
          onChange={entry.setChoice}
          errors={errors}
          autoFocus={autoFocus && choice.instrument === null}
        />
      </FieldRow>
      <div className={styles.score}>
        <TextField
          label={t('fields.form')}
          name="form"
          value={typed.form}
          onChange={(form) => entry.change({ form })}
          hint={table === null ? undefined : formsHint(table.forms, (ends) => t('fields.formRange', ends))}
          errorMessage={errors.form}
          isRequired
          autoFocus={autoFocus && choice.instrument !== null}
          autoComplete="off"
        />
        <TextField
          label={t('fields.score')}
          name="scoreText"
          value={typed.scoreText}
          onChange={(scoreText) => entry.change({ scoreText })}
          hint={t('fields.scoreHint')}
          errorMessage={errors.scoreText}
          isRequired
          autoComplete="off"
        />
        <LevelOfScore reading={entry.reading} table={table} />
      </div>
      {entry.asksForReason && (
        <TextArea
          label={t('fields.reason')}
          name="sameFormReason"
          hint={t('fields.reasonHint')}
          value={typed.reason}
          onChange={(reason) => entry.change({ reason })}
          rows={2}
          errorMessage={errors.sameFormReason}
        />
      )}
      {entry.asksForEarlyReason && (
        <TextArea
          label={t('fields.earlyReason')}
          name="earlyReason"
          hint={t('fields.earlyReasonHint')}
          value={typed.earlyReason}
          onChange={(earlyReason) => entry.change({ earlyReason })}
          rows={2}
          errorMessage={errors.earlyReason}
        />
      )}
    </>
  )
}
