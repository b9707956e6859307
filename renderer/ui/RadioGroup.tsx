import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  Text,
  type RadioGroupProps as AriaProps,
} from 'react-aria-components'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'
import type { Option } from './Option.tsx'
import { cx } from './cx.ts'
import styles from './RadioGroup.module.css'

export interface RadioGroupProps<Id extends string>
  extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'value' | 'onChange'> {
  /** The choices, in the order shown. */
  options: readonly Option<Id>[]
  /** The id of the chosen one, or null while none is. */
  value: Id | null
  /** Called with the id of the choice. */
  onChange: (value: Id) => void
  /** The label and the choices stand in columns of one width, for groups that are read down like a table. */
  isInColumns?: boolean
}

/** One choice of a few, all visible with their explanations. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, hint, errorMessage, isLabelHidden, options, value, onChange, isInColumns, ...rest } = props
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
      className={cx(fieldStyles.field, isInColumns && styles.inColumns)}
    >
      <FieldLabel isRequired={rest.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <div
        className={
          isInColumns ? styles.columns : rest.orientation === 'horizontal' ? styles.row : fieldStyles.group
        }
      >
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
