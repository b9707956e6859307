import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import overlay from './ListOverlay.module.css'
import styles from './Popover.module.css'

export interface PopoverProps {
  /** The button of the kit that opens it. */
  trigger: ReactElement
  /** What it is, for screen readers. */
  label: string
  /** Its contents; a function receives `close`. */
  children: ReactNode | ((controls: { /** Closes the popover. */ close: () => void }) => ReactNode)
  /** The side on which it opens if there is room; `bottom start` unless told. */
  placement?: NonNullable<ComponentProps<typeof AriaPopover>['placement']>
}

/** A small frame beside its button, for a few fields or an explanation. */
export function Popover({ trigger, label, children, placement = 'bottom start' }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={cx(overlay.popover)} placement={placement} offset={6}>
        <Dialog aria-label={label} className={styles.content ?? ''}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
