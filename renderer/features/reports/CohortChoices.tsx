import { useTranslation } from 'react-i18next'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import type { Option } from '../../ui/Option.tsx'
import type { ReportChoices } from './useReportChoices.ts'
import styles from './Reports.module.css'

interface CohortChoicesProps {
  choices: ReportChoices
  /** The cohorts of the chosen track. */
  options: readonly Option[]
  onChange: (changed: Partial<ReportChoices>) => void
}

/** Which cohorts: by the span of their first days, or one by one. */
export function CohortChoices({ choices, options, onChange }: CohortChoicesProps) {
  const { t } = useTranslation('reports')
  return (
    <div className={styles.cohortChoices}>
      <DateTextField
        label={t('filters.startsFrom')}
        value={choices.startsFrom}
        onChange={(startsFrom) => onChange({ startsFrom })}
      />
      <DateTextField
        label={t('filters.startsTo')}
        value={choices.startsTo}
        onChange={(startsTo) => onChange({ startsTo })}
      />
      {options.length === 0 ? (
        <p className={styles.quiet}>{t('filters.noCohorts')}</p>
      ) : (
        <CheckboxGroup
          label={t('filters.oneByOne')}
          options={options}
          value={choices.cohortIds.map(String)}
          onChange={(ids) => onChange({ cohortIds: ids.map(Number) })}
        />
      )}
    </div>
  )
}
