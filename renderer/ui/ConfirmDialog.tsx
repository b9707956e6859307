import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { InlineError } from './InlineError.tsx'

export interface ConfirmDialogProps {
  /** Whether it is open. */
  isOpen: boolean
  /** The question, as a sentence. */
  title: string
  /** What will happen, and what can't be undone about it. */
  children: ReactNode
  /** The verb on the button that goes ahead, such as "Void the score". */
  confirmLabel: string
  /** Called to go ahead; keep it open with `isPending` until it is done. */
  onConfirm: () => void
  /** Called on Cancel and Escape. */
  onCancel: () => void
  /** Whether it destroys something: the button turns red and Cancel has the focus. */
  isDestructive?: boolean
  /** True while the work is under way. */
  isPending?: boolean
  /** Why it did not work, if it failed. */
  errorMessage?: string | undefined
}

/** A question about something that can't be undone. What can be undone needs a toast with Undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirmLabel, onConfirm, onCancel, isDestructive, isPending } = props
  const { t } = useTranslation('ui')
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onCancel}
      title={title}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onCancel} autoFocus={isDestructive ?? false}>
            {t('cancel')}
          </Button>
          <Button
            variant={isDestructive ? 'danger' : 'primary'}
            onPress={onConfirm}
            autoFocus={!isDestructive}
            isPending={isPending ?? false}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div>{children}</div>
      {props.errorMessage !== undefined && <InlineError>{props.errorMessage}</InlineError>}
    </Dialog>
  )
}
