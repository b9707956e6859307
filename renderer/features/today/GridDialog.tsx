import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { DialogFrame, dialogStyles } from '../../ui/Dialog.tsx'

interface GridDialogProps {
  title: string
  onClose: () => void
  /** A grid that saves by itself; what is typed and not saved is there when it is opened again. */
  children: ReactNode
}

/** A grid of a cohort over the list that asked for it. */
export function GridDialog({ title, onClose, children }: GridDialogProps) {
  const { t } = useTranslation('ui')
  return (
    <DialogFrame isOpen onClose={onClose} title={title} size="large">
      <div className={dialogStyles.body}>{children}</div>
      <div className={dialogStyles.footer}>
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
    </DialogFrame>
  )
}
