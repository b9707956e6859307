import { useTranslation } from 'react-i18next'
import { marginUnitsFor } from '../../../shared/rules/screening/requirementProblems.ts'
import type { Margin, SimpleRule } from '../../../shared/rules/screening/requirements.ts'
import { FieldRow } from '../../ui/Form.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'

interface MarginFieldsProps {
  kind: SimpleRule['kind']
  value: Margin | null
  onChange: (margin: Margin | null) => void
}

/** How far off somebody may be and still be within reach. */
export function MarginFields({ kind, value, onChange }: MarginFieldsProps) {
  const { t } = useTranslation('tracks')
  const units = marginUnitsFor[kind]
  return (
    <FieldRow>
      <Select
        label={t('requirement.margin')}
        hint={t('requirement.marginHint')}
        options={[
          { id: 'none' as const, label: t('margins.none') },
          ...units.map((id) => ({ id, label: t(`marginUnits.${id}`) })),
        ]}
        value={value?.unit ?? 'none'}
        onChange={(unit) => {
          if (unit === 'none') onChange(null)
          else if (unit === 'toBring') onChange({ unit })
          else onChange({ unit, amount: 1 })
        }}
      />
      {value !== null && value.unit !== 'toBring' && (
        <NumberField
          label={t('requirement.marginAmount')}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })}
          minValue={0}
        />
      )}
    </FieldRow>
  )
}
