import { CheckboxButton, CheckboxField, type CheckboxFieldProps as AriaProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import { FieldMessages } from './Field.tsx'
import { CheckIcon, MinusIcon } from './icons.ts'
import styles from './Checkbox.module.css'

export interface CheckboxProps extends Omit<
  AriaProps,
  'children' | 'className' | 'style' | 'render' | 'isInvalid' | 'validate' | 'validationBehavior'
> {
  /** The statement that is true when ticked. */
  children: ReactNode
  /** Help under the statement. */
  hint?: ReactNode
  /** What is wrong and what to do about it. */
  errorMessage?: string | undefined
}

/** A statement that is true or not. A `name` lets `FormErrors` find it; inside a group it needs a `value`. */
export function Checkbox({ children, hint, errorMessage, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      data-field={rest.name}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={styles.field ?? ''}
    >
      <CheckboxButton className={styles.checkbox ?? ''}>
        {({ isIndeterminate, isRequired }) => (
          <>
            <CheckboxBox isIndeterminate={isIndeterminate} />
            <span>
              {children}
              {isRequired && rest.value === undefined && (
                <span aria-hidden className={styles.required}>
                  {' *'}
                </span>
              )}
            </span>
          </>
        )}
      </CheckboxButton>
      <div className={styles.messages}>
        <FieldMessages hint={hint} errorMessage={errorMessage} />
      </div>
    </CheckboxField>
  )
}

/** The drawn box, for the kit's own tables. */
export function CheckboxBox({ isIndeterminate }: { /** Neither all nor none. */ isIndeterminate: boolean }) {
  return (
    <span aria-hidden className={styles.box}>
      {isIndeterminate ? <MinusIcon size={12} strokeWidth={3} /> : <CheckIcon size={12} strokeWidth={3} />}
    </span>
  )
}
