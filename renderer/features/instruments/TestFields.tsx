import { useTranslation } from 'react-i18next'
import { skillAreas } from '../../../shared/values/vocabulary.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { DraftPart } from './ScoreTableDialog.tsx'

/** Which test the table is of, and when it counts. */
export function TestFields({ draft, change, errors }: DraftPart) {
  const { t } = useTranslation('instruments')
  return (
    <>
      <FieldRow>
        <TextField
          label={t('fields.instrument')}
          name="instrument"
          value={draft.instrument}
          onChange={(instrument) => change({ instrument })}
          errorMessage={errors.instrument}
          isRequired
          autoFocus={draft.id === null && draft.instrument === ''}
        />
        <Select
          label={t('fields.skillArea')}
          name="skillArea"
          options={skillAreas.map((id) => ({ id, label: t(`core:words.skillAreas.${id}`) }))}
          value={draft.skillArea}
          onChange={(skillArea) => change({ skillArea })}
          errorMessage={errors.skillArea}
          isRequired
        />
        <TextField
          label={t('fields.generation')}
          hint={t('fields.generationHint')}
          name="generation"
          value={draft.generation}
          onChange={(generation) => change({ generation })}
          errorMessage={errors.generation}
        />
      </FieldRow>
      <FieldRow>
        <DateTextField
          label={t('fields.effectiveFrom')}
          hint={t('fields.effectiveFromHint')}
          name="effectiveFrom"
          value={draft.effectiveFrom}
          onChange={(effectiveFrom) => change({ effectiveFrom })}
          errorMessage={errors.effectiveFrom}
        />
        <DateTextField
          label={t('fields.effectiveTo')}
          hint={t('fields.effectiveToHint')}
          name="effectiveTo"
          value={draft.effectiveTo}
          onChange={(effectiveTo) => change({ effectiveTo })}
          errorMessage={errors.effectiveTo}
        />
      </FieldRow>
    </>
  )
}
