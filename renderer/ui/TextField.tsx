import { Input, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components'
import type { Ref } from 'react'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'

export interface TextFieldProps extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'placeholder'> {
  /** An example inside the empty field; never the only place where the format is explained. */
  placeholder?: string
  /** The input element, to move the focus to it. */
  inputRef?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, errorMessage, isLabelHidden, placeholder, inputRef, ...rest } = props
  return (
    <AriaTextField
      {...rest}
      data-field={rest.name}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={rest.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Input
        className={fieldStyles.input}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <FieldMessages hint={hint} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
