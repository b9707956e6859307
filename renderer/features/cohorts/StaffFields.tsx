import { useTranslation } from 'react-i18next'
import type { CohortFacts } from '../../../shared/contract/cohortValues.ts'
import { staffDuties } from '../../../shared/values/vocabulary.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddIcon, CloseIcon } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Cohorts.module.css'

type Staff = CohortFacts['staff']

interface StaffFieldsProps {
  value: Staff
  onChange: (staff: Staff) => void
  /** Messages by their path, such as `staff.0.name`. */
  errors: Readonly<Record<string, string | undefined>>
}

/** Who teaches and coaches the cohort, and what each does. */
export function StaffFields({ value, onChange, errors }: StaffFieldsProps) {
  const { t } = useTranslation('cohorts')
  const duties = staffDuties.map((id) => ({ id, label: t(`core:words.staffDuties.${id}`) }))
  const change = (index: number, part: Partial<Staff[number]>) =>
    onChange(value.map((person, place) => (place === index ? { ...person, ...part } : person)))
  return (
    <div className={styles.stack} role="group" aria-label={t('form.staff')}>
      {value.map((person, index) => (
        // People have no other name than their place while they are typed.
        <div key={index} className={styles.pair}>
          <TextField
            label={t('form.staffName')}
            name={`staff.${index}.name`}
            value={person.name}
            onChange={(name) => change(index, { name })}
            errorMessage={errors[`staff.${index}.name`]}
          />
          <Select
            label={t('form.staffDuty')}
            options={duties}
            value={person.duty}
            onChange={(duty) => change(index, { duty })}
          />
          <IconButton
            icon={CloseIcon}
            label={t('form.removeStaff', { name: person.name })}
            onPress={() => onChange(value.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          isSmall
          icon={AddIcon}
          onPress={() => onChange([...value, { name: '', duty: 'vocationalInstructor' }])}
        >
          {t('form.addStaff')}
        </Button>
      </div>
    </div>
  )
}
