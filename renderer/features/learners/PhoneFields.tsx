import { useTranslation } from 'react-i18next'
import { mostPhones, type LearnerPhone } from '../../../shared/contract/learnerFacts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddIcon, DeleteIcon } from '../../ui/icons.ts'
import { TextField } from '../../ui/TextField.tsx'
import styles from './LearnerScreen.module.css'

interface PhoneFieldsProps {
  phones: readonly LearnerPhone[]
  onChange: (phones: LearnerPhone[]) => void
  /** By path: `phones.0.number`. */
  errors: Readonly<Record<string, string>>
}

/** People who move often have several numbers, some of them a relative's: best one first. */
export function PhoneFields({ phones, onChange, errors }: PhoneFieldsProps) {
  const { t } = useTranslation('learners')
  const change = (at: number, changed: Partial<LearnerPhone>) =>
    onChange(phones.map((phone, index) => (index === at ? { ...phone, ...changed } : phone)))
  return (
    <div className={styles.phoneFields}>
      {phones.map((phone, index) => (
        <div key={index} className={styles.phoneRow}>
          <TextField
            label={t('fields.phone', { number: index + 1 })}
            name={`phones.${index}.number`}
            type="tel"
            autoComplete="off"
            value={phone.number}
            onChange={(number) => change(index, { number })}
            errorMessage={errors[`phones.${index}.number`]}
          />
          <TextField
            label={t('fields.contactName', { number: index + 1 })}
            name={`phones.${index}.contactName`}
            placeholder={t('fields.contactNameExample')}
            autoComplete="off"
            value={phone.contactName ?? ''}
            onChange={(contactName) => change(index, { contactName })}
            errorMessage={errors[`phones.${index}.contactName`]}
          />
          <div className={styles.phoneRemove}>
            <IconButton
              icon={DeleteIcon}
              label={t('fields.removePhone', { number: index + 1 })}
              onPress={() => onChange(phones.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      {phones.length < mostPhones && (
        <div>
          <Button
            isSmall
            variant="quiet"
            icon={AddIcon}
            onPress={() => onChange([...phones, { number: '', contactName: null }])}
          >
            {t('fields.addPhone')}
          </Button>
        </div>
      )}
    </div>
  )
}
