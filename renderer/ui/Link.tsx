import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Link.module.css'

export interface LinkProps extends Omit<AriaLinkProps, 'children' | 'className' | 'style' | 'render'> {
  /** The words of the link. */
  children: ReactNode
  /** Looks like the text around it until hovered, for names in tables. */
  isQuiet?: boolean
}

/** A link to another screen (`href="#/learners/…"`), or a press that looks like one (`onPress`). */
export function Link({ children, isQuiet, ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className={cx(styles.link, isQuiet && styles.quiet)}>
      {children}
    </AriaLink>
  )
}
