import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { ChangePassphraseFields, useChangePassphrase } from './ChangePassphraseFields.tsx'

/** Asks for the current and a new passphrase. */
export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('session')
  const toasts = useToasts()
  const change = useChangePassphrase()
  const done = () => {
    toasts.show({ message: t('changePassphrase.done') })
    onClose()
  }
  return (
    <FormDialog
      isOpen
      title={t('changePassphrase.title')}
      submitLabel={t('changePassphrase.submit')}
      onSubmit={() => change.submit(done)}
      onCancel={onClose}
      isPending={change.isPending}
      errors={change.errors}
    >
      <ChangePassphraseFields value={change} currentLabel={t('changePassphrase.current')} />
    </FormDialog>
  )
}
