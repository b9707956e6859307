import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../ui/Form.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { DraftPart } from './ScoreTableDialog.tsx'
import styles from './ScoreTables.module.css'

/** The forms there are, and what lies between two tests. */
export function FormsAndHoursFields({ draft, change, errors }: DraftPart) {
  const { t } = useTranslation('instruments')
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('fields.formsAndHours')}</legend>
      <TextArea
        label={t('fields.forms')}
        hint={t('fields.formsHint')}
        name="forms"
        value={draft.forms}
        onChange={(forms) => change({ forms })}
        rows={2}
        errorMessage={errors.forms}
      />
      <FieldRow>
        <NumberField
          label={t('fields.sameFormDays')}
          name="sameFormDays"
          value={draft.sameFormDays}
          onChange={(sameFormDays) => change({ sameFormDays })}
          minValue={0}
          maxValue={1000}
          errorMessage={errors.sameFormDays}
        />
        <NumberField
          label={t('fields.minimumHours')}
          name="minimumHours"
          value={draft.minimumHours}
          onChange={(minimumHours) => change({ minimumHours })}
          minValue={0}
          maxValue={1000}
          errorMessage={errors.minimumHours}
        />
        <NumberField
          label={t('fields.recommendedFrom')}
          name="recommendedHours.from"
          value={draft.recommendedFrom}
          onChange={(recommendedFrom) => change({ recommendedFrom })}
          minValue={0}
          maxValue={2000}
          errorMessage={errors['recommendedHours.from']}
        />
        <NumberField
          label={t('fields.recommendedTo')}
          name="recommendedHours.to"
          value={draft.recommendedTo}
          onChange={(recommendedTo) => change({ recommendedTo })}
          minValue={0}
          maxValue={2000}
          errorMessage={errors['recommendedHours.to']}
        />
      </FieldRow>
    </fieldset>
  )
}
