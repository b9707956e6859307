import { SwitchButton, SwitchField, type SwitchFieldProps as AriaProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import { FieldMessages } from './Field.tsx'
import styles from './Switch.module.css'

export interface SwitchProps extends Omit<
  AriaProps,
  'children' | 'className' | 'style' | 'render' | 'isInvalid' | 'validate' | 'validationBehavior'
> {
  /** What is on when the switch is on. */
  children: ReactNode
  /** Help under it. */
  hint?: ReactNode
}

/** A setting that takes effect at once. For an answer inside a form use a `Checkbox`. */
export function Switch({ children, hint, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} data-field={rest.name} className={styles.field ?? ''}>
      <SwitchButton className={styles.switch ?? ''}>
        <span aria-hidden className={styles.track}>
          <span className={styles.thumb} />
        </span>
        <span>{children}</span>
      </SwitchButton>
      {hint !== undefined && (
        <div className={styles.messages}>
          <FieldMessages hint={hint} />
        </div>
      )}
    </SwitchField>
  )
}
