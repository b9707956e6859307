import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddIcon, DeleteIcon } from '../../ui/icons.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { newKey } from './newKey.ts'
import styles from './Tracks.module.css'

type Component = Track['components'][number]

interface ComponentFieldsProps {
  value: readonly Component[]
  onChange: (components: Component[]) => void
  errors: Readonly<Record<string, string | undefined>>
}

/** The parts of a course: names in both languages and planned hours. A kept part keeps its key. */
export function ComponentFields({ value, onChange, errors }: ComponentFieldsProps) {
  const { t } = useTranslation('tracks')
  // Keys of parts added here follow their names until they are saved.
  const [added, setAdded] = useState<ReadonlySet<number>>(new Set())
  function change(index: number, part: Component) {
    const others = value.filter((_, place) => place !== index).map(({ key }) => key)
    const key = added.has(index) ? newKey(part.name.en, others) : part.key
    onChange(value.map((one, place) => (place === index ? { ...part, key } : one)))
  }
  function add() {
    setAdded(new Set([...added, value.length]))
    const key = newKey(
      '',
      value.map((one) => one.key),
    )
    onChange([...value, { key, name: { en: '', es: '' }, hours: null }])
  }
  function remove(index: number) {
    setAdded(new Set([...added].filter((one) => one !== index).map((one) => (one > index ? one - 1 : one))))
    onChange(value.filter((_, place) => place !== index))
  }
  return (
    <fieldset className={styles.group}>
      <legend>{t('fields.components')}</legend>
      <div className={styles.lines}>
        {value.map((part, index) => (
          <div key={index} className={styles.line}>
            <TextField
              label={t('fields.componentEn')}
              name={`components.${index}.name.en`}
              value={part.name.en}
              onChange={(en) => change(index, { ...part, name: { ...part.name, en } })}
              errorMessage={errors[`components.${index}.name.en`]}
            />
            <TextField
              label={t('fields.componentEs')}
              name={`components.${index}.name.es`}
              value={part.name.es}
              onChange={(es) => change(index, { ...part, name: { ...part.name, es } })}
              errorMessage={errors[`components.${index}.name.es`]}
            />
            <NumberField
              label={t('fields.hours')}
              name={`components.${index}.hours`}
              value={part.hours}
              onChange={(hours) => change(index, { ...part, hours })}
              minValue={1}
              errorMessage={errors[`components.${index}.hours`]}
            />
            <IconButton
              icon={DeleteIcon}
              label={t('removeNamed', { name: part.name.en })}
              onPress={() => remove(index)}
            />
          </div>
        ))}
      </div>
      <div>
        <Button isSmall icon={AddIcon} onPress={add}>
          {t('fields.addComponent')}
        </Button>
      </div>
    </fieldset>
  )
}
