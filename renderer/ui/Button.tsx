import { Button as AriaButton, ProgressBar, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { BusyIcon, type Icon } from './icons.ts'
import styles from './Button.module.css'

/** How much a button asks for attention: one `primary` per screen, `danger` only for what destroys. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'> {
  /** The words on the button: a verb and its object, such as "Add learner". */
  children: ReactNode
  /** How much the button asks for attention; `secondary` unless told. */
  variant?: ButtonVariant
  /** An icon before the words, from `icons.ts`. */
  icon?: Icon | undefined
  /** The smaller size, for buttons inside rows and cards. */
  isSmall?: boolean
  /** Fills the width of its container. */
  isWide?: boolean
  /** The button element, to move the focus to it. */
  ref?: Ref<HTMLButtonElement>
}

/** A button. While `isPending` it keeps its size and focus, shows a turning ring and takes no press. */
export function Button({
  children,
  variant = 'secondary',
  icon: Icon,
  isSmall,
  isWide,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation('ui')
  return (
    <AriaButton
      data-print="hide"
      {...rest}
      className={cx(styles.button, styles[variant], isSmall && styles.small, isWide && styles.wide)}
    >
      {({ isPending }) => (
        <>
          <span className={cx(styles.content, isPending && styles.hidden)}>
            {Icon && <Icon aria-hidden size={16} />}
            <span>{children}</span>
          </span>
          {isPending && (
            <ProgressBar isIndeterminate aria-label={t('working')} className={styles.busy ?? ''}>
              <BusyIcon aria-hidden size={16} />
            </ProgressBar>
          )}
        </>
      )}
    </AriaButton>
  )
}
