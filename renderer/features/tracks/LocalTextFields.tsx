import { useTranslation } from 'react-i18next'
import { languages, type LocalText } from '../../../shared/values/vocabulary.ts'
import { FieldRow } from '../../ui/Form.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface LocalTextFieldsProps {
  label: string
  /** Path of the text in the input; each language is below it. */
  name: string
  value: LocalText
  onChange: (value: { en: string; es: string }) => void
  errors: Readonly<Record<string, string | undefined>>
  isRequired?: boolean
  isLong?: boolean
  autoFocus?: boolean
}

/** One text in both languages of the program, side by side. */
export function LocalTextFields(props: LocalTextFieldsProps) {
  const { label, name, value, onChange, errors, isRequired, isLong, autoFocus } = props
  const { t } = useTranslation('tracks')
  const Field = isLong ? TextArea : TextField
  return (
    <FieldRow>
      {languages.map((language) => (
        <Field
          key={language}
          label={t('inLanguage', { what: label, language: t(`core:words.languages.${language}`) })}
          name={`${name}.${language}`}
          value={value[language]}
          onChange={(text) => onChange({ ...value, [language]: text })}
          isRequired={isRequired ?? false}
          autoFocus={(autoFocus ?? false) && language === languages[0]}
          errorMessage={errors[`${name}.${language}`]}
        />
      ))}
    </FieldRow>
  )
}
