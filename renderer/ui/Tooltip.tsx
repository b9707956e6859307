import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  /** What the tooltip says: a few words, never the only place where something important stands. */
  text: ReactNode
  /** The one thing that it explains; any element of React Aria, or a plain one wrapped by `isPlain`. */
  children: ReactElement
  /** True if the child is a plain element that can take the focus, such as a `<span tabIndex={0}>`. */
  isPlain?: boolean
  /** The side on which it opens if there is room; `top` unless told. */
  placement?: NonNullable<ComponentProps<typeof AriaTooltip>['placement']>
}

/** A short explanation shown on hover and on keyboard focus. */
export function Tooltip({ text, children, isPlain, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {isPlain ? <Focusable>{children as ComponentProps<typeof Focusable>['children']}</Focusable> : children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
