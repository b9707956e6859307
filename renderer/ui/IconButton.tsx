import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { Ref } from 'react'
import { cx } from './cx.ts'
import type { Icon } from './icons.ts'
import { Tooltip } from './Tooltip.tsx'
import styles from './IconButton.module.css'

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'render' | 'aria-label'
> {
  /** What the button does: its name for screen readers and the text of its tooltip. */
  label: string
  /** The picture, from `icons.ts`. */
  icon: Icon
  /** The smaller size, for buttons inside fields and rows. */
  isSmall?: boolean
  /** False if the meaning is plain from the place, so that no tooltip opens; the name stays. */
  hasTooltip?: boolean
  /** The button element, to move the focus to it. */
  ref?: Ref<HTMLButtonElement>
}

/** A button with a picture alone. Its name shows in a tooltip on hover and on keyboard focus. */
export function IconButton({ label, icon: Icon, isSmall, hasTooltip = true, ...rest }: IconButtonProps) {
  const button = (
    <AriaButton
      data-print="hide"
      {...rest}
      aria-label={label}
      className={cx(styles.button, isSmall && styles.small)}
    >
      <Icon aria-hidden size={isSmall ? 16 : 18} />
    </AriaButton>
  )
  return hasTooltip ? <Tooltip text={label}>{button}</Tooltip> : button
}
