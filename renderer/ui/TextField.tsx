import { Input, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components'
import { useLayoutEffect, useRef, type Ref } from 'react'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'

export interface TextFieldProps extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'placeholder'> {
  /** An example inside the empty field; never the only place where the format is explained. */
  placeholder?: string
  /** The input element, to move the focus to it. */
  inputRef?: Ref<HTMLInputElement>
}

/**
 * The element of a field for something secret. Browser and libraries keep hold of an element for a while after
 * it has left the page; what was typed into this one goes at once.
 */
function useEmptiedOnLeaving(isSecret: boolean) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const element = input.current
    if (!isSecret || !element) return undefined
    return () => {
      element.value = ''
      element.removeAttribute('value')
    }
  }, [isSecret])
  return input
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, errorMessage, isLabelHidden, placeholder, inputRef, ...rest } = props
  const secretRef = useEmptiedOnLeaving(rest.type === 'password')
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
        ref={inputRef ?? secretRef}
      />
      <FieldMessages hint={hint} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
