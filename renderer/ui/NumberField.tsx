import {
  Button as AriaButton,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
} from 'react-aria-components'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'
import { AddIcon, MinusIcon } from './icons.ts'
import styles from './NumberField.module.css'

export interface NumberFieldProps
  extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'value' | 'defaultValue' | 'onChange'> {
  /** The number, or null while there is none. */
  value: number | null
  /** Called with the number when it is committed (on leaving the field, Enter or a step), null if emptied. */
  onChange: (value: number | null) => void
}

/** A number, written in the reader's way (1,240.5 or 1240,5), with steps by arrow keys and buttons. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, errorMessage, isLabelHidden, value, onChange, ...rest } = props
  return (
    <AriaNumberField
      {...rest}
      data-field={rest.name}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={rest.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Group className={fieldStyles.box}>
        <Input />
        <AriaButton slot="decrement" className={styles.step ?? ''}>
          <MinusIcon aria-hidden size={14} />
        </AriaButton>
        <AriaButton slot="increment" className={styles.step ?? ''}>
          <AddIcon aria-hidden size={14} />
        </AriaButton>
      </Group>
      <FieldMessages hint={hint} errorMessage={errorMessage} />
    </AriaNumberField>
  )
}
