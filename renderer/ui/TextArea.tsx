import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'
import styles from './TextArea.module.css'

export interface TextAreaProps extends FieldProps, Omit<AriaProps, FieldOwnedProps | 'type' | 'placeholder'> {
  /** Lines shown before it scrolls; 3 unless told. */
  rows?: number
}

/** Several lines of text; it grows with what is written. */
export function TextArea({ label, hint, errorMessage, isLabelHidden, rows = 3, ...rest }: TextAreaProps) {
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
      <AriaTextArea rows={rows} className={cx(fieldStyles.input, styles.area)} />
      <FieldMessages hint={hint} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
