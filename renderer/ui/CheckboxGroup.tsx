import {
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxGroupProps as AriaProps,
} from 'react-aria-components'
import { Checkbox } from './Checkbox.tsx'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'
import type { Option } from './Option.tsx'

export interface CheckboxGroupProps<Id extends string>
  extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'value' | 'onChange'> {
  /** The choices, in the order shown. */
  options: readonly Option<Id>[]
  /** The ids of those ticked. */
  value: readonly Id[]
  /** Called with the ids of those ticked. */
  onChange: (value: Id[]) => void
}

/** Any number of choices of a short list, all visible. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { label, hint, errorMessage, isLabelHidden, options, value, onChange, ...rest } = props
  return (
    <AriaCheckboxGroup
      {...rest}
      data-field={rest.name}
      value={[...value]}
      onChange={(ids) => onChange(options.map((option) => option.id).filter((id) => ids.includes(id)))}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={rest.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <div className={fieldStyles.group}>
        {options.map((option) => (
          <Checkbox
            key={option.id}
            value={option.id}
            hint={option.detail}
            isDisabled={option.isDisabled ?? false}
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldMessages hint={hint} errorMessage={errorMessage} />
    </AriaCheckboxGroup>
  )
}
