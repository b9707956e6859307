import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Dialog.module.css'

export interface DialogFrameProps {
  /** Whether it is open. */
  isOpen: boolean
  /** Called when Escape (or, if allowed, a press outside) asks to close it. */
  onClose: () => void
  /** What it asks or shows, as its heading. */
  title: string
  /** Its contents. */
  children: ReactNode
  /** Its width: 29, 38 or 58 rem; `small` unless told. */
  size?: 'small' | 'medium' | 'large'
  /** Whether a press outside closes it; only where nothing was typed. */
  closesOnOutsidePress?: boolean
  /** `alertdialog` interrupts, for questions about what can't be undone. */
  role?: 'dialog' | 'alertdialog'
}

export interface DialogProps extends DialogFrameProps {
  /** The buttons at its foot, the safe one first. */
  footer?: ReactNode
}

/** The window of a dialog and its title; `Dialog` and `FormDialog` fill it. */
export function DialogFrame(props: DialogFrameProps) {
  const { isOpen, onClose, title, children, size = 'small', closesOnOutsidePress, role } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={closesOnOutsidePress ?? false}
      className={styles.overlay ?? ''}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog role={role ?? 'dialog'} className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A window over the page, for what must be finished or left before going on. */
export function Dialog({ children, footer, ...frame }: DialogProps) {
  return (
    <DialogFrame {...frame}>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </DialogFrame>
  )
}

/** The class names that `FormDialog` shares, whose form holds both body and foot. */
export const dialogStyles = {
  form: styles.form ?? '',
  body: styles.body ?? '',
  footer: styles.footer ?? '',
  question: styles.question ?? '',
}
