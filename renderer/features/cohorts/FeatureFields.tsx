import { useTranslation } from 'react-i18next'
import type { CohortFacts } from '../../../shared/contract/cohortValues.ts'
import { deliveryFeatures, type DeliveryFeature } from '../../../shared/values/vocabulary.ts'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'

type Features = CohortFacts['deliveryFeatures']

interface FeatureFieldsProps {
  value: Features
  onChange: (features: Features) => void
  /** Messages by their path, such as `deliveryFeatures.0.detail`. */
  errors: Readonly<Record<string, string | undefined>>
}

/** What the cohort offers beside the course itself, each with a few words about it. */
export function FeatureFields({ value, onChange, errors }: FeatureFieldsProps) {
  const { t } = useTranslation('cohorts')
  const detailOf = (feature: DeliveryFeature) =>
    value.find((chosen) => chosen.feature === feature)?.detail ?? null
  return (
    <>
      <CheckboxGroup
        label={t('form.features')}
        name="deliveryFeatures"
        options={deliveryFeatures.map((id) => ({ id, label: t(`core:words.deliveryFeatures.${id}`) }))}
        value={value.map(({ feature }) => feature)}
        onChange={(chosen) => onChange(chosen.map((feature) => ({ feature, detail: detailOf(feature) })))}
      />
      {value.map(({ feature, detail }, index) => (
        <TextField
          key={feature}
          label={t('form.featureDetail', { feature: t(`core:words.deliveryFeatures.${feature}`) })}
          name={`deliveryFeatures.${index}.detail`}
          value={detail ?? ''}
          onChange={(text) =>
            onChange(value.map((other) => (other.feature === feature ? { feature, detail: text } : other)))
          }
          errorMessage={errors[`deliveryFeatures.${index}.detail`]}
        />
      ))}
    </>
  )
}
