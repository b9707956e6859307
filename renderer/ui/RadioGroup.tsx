import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  Text,
  type RadioGroupProps as AriaProps,
} from 'react-aria-components'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'
import type { Option } from './Option.tsx'
import styles from './RadioGroup.module.css'

export interface RadioGroupProps<Id extends string>
  extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'value' | 'onChange'> {
  /** The choices, in the order shown. */
  options: readonly Option<Id>[]
  /** The id of the chosen one, or null while none is. */
  value: Id | null
  /** Called with the id of the choice. */
  onChange: (value: Id) => void
}

/** One choice of a few, all visible with their explanations. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, hint, errorMessage, isLabelHidden, options, value, onChange, ...rest } = props
  return (
    <AriaRadioGroup
      {...rest}
      data-field={rest.name}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen) onChange(chosen.id)
      }}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={rest.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <div className={rest.orientation === 'horizontal' ? styles.row : fieldStyles.group}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
            <RadioButton className={styles.radio ?? ''}>
              <span aria-hidden className={styles.circle} />
              <span>{option.label}</span>
            </RadioButton>
            {option.detail !== undefined && (
              <Text slot="description" className={styles.detail ?? ''}>
                {option.detail}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
      <FieldMessages hint={hint} errorMessage={errorMessage} />
    </AriaRadioGroup>
  )
}
