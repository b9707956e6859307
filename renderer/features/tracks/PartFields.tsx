import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalText } from '../../../shared/values/vocabulary.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddIcon, DeleteIcon } from '../../ui/icons.ts'
import { TextField } from '../../ui/TextField.tsx'
import { cx } from '../../ui/cx.ts'
import { newKey } from './newKey.ts'
import styles from './Tracks.module.css'

interface NamedPart {
  key: string
  name: LocalText
}

interface PartFieldsProps<Part extends NamedPart> {
  label: string
  addLabel: string
  /** Path of the list in the input. */
  name: string
  value: readonly Part[]
  onChange: (parts: Part[]) => void
  /** Keys on record: they stay whatever the part is called. Those of new parts follow their names. */
  keptKeys: readonly string[]
  blank: (key: string) => Part
  errors: Readonly<Record<string, string | undefined>>
  /** The least number of parts. */
  atLeast?: number
  /** One more field of each part. */
  more?: (part: Part, path: string, set: (part: Part) => void) => ReactNode
}

/** Parts of something, each with a name in both languages: of a course, of an exam. */
export function PartFields<Part extends NamedPart>(props: PartFieldsProps<Part>) {
  const { label, addLabel, name, value, onChange, keptKeys, blank, errors, atLeast = 0, more } = props
  const { t } = useTranslation('tracks')
  const keysBeside = (index: number) => value.filter((_, place) => place !== index).map(({ key }) => key)
  function change(index: number, part: Part) {
    const key = keptKeys.includes(part.key)
      ? part.key
      : newKey(part.name.en, [...keysBeside(index), ...keptKeys])
    onChange(value.map((one, place) => (place === index ? { ...part, key } : one)))
  }
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.lines}>
        {value.map((part, index) => {
          const path = `${name}.${index}`
          return (
            <div key={index} className={cx(styles.line, more ? undefined : styles.two)}>
              <TextField
                label={t('fields.componentEn')}
                name={`${path}.name.en`}
                value={part.name.en}
                onChange={(en) => change(index, { ...part, name: { ...part.name, en } })}
                errorMessage={errors[`${path}.name.en`]}
              />
              <TextField
                label={t('fields.componentEs')}
                name={`${path}.name.es`}
                value={part.name.es}
                onChange={(es) => change(index, { ...part, name: { ...part.name, es } })}
                errorMessage={errors[`${path}.name.es`]}
              />
              {more?.(part, path, (changed) => change(index, changed))}
              <IconButton
                icon={DeleteIcon}
                label={t('removeNamed', { name: part.name.en })}
                isDisabled={value.length <= atLeast}
                onPress={() => onChange(value.filter((_, place) => place !== index))}
              />
            </div>
          )
        })}
      </div>
      <div>
        <Button
          isSmall
          icon={AddIcon}
          onPress={() => onChange([...value, blank(newKey('', [...keysBeside(-1), ...keptKeys]))])}
        >
          {addLabel}
        </Button>
      </div>
    </fieldset>
  )
}
