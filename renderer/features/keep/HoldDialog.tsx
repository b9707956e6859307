import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFormDraft } from '../../useFormDraft.ts'

/** Keeps a record whatever its age, with the reason. */
export function HoldDialog({ learnerId, onClose }: { learnerId: number; onClose: () => void }) {
  const { t } = useTranslation('keep')
  const toasts = useToasts()
  const hold = useCommand(api.keep.hold)
  const { draft, setDraft, close, hasChanges } = useFormDraft(`hold of ${learnerId}`, () => '', onClose)
  const save = () =>
    hold.run(
      { learnerId, reason: draft },
      {
        onSuccess: () => {
          toasts.show({ message: t('hold.placed') })
          close()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('hold.title')}
      submitLabel={t('hold.place')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={hold.isPending}
      errors={hold.failure?.items ?? []}
    >
      <p>{t('hold.meaning')}</p>
      <TextArea
        label={t('hold.reason')}
        hint={t('hold.reasonHint')}
        name="reason"
        value={draft}
        onChange={setDraft}
        isRequired
        autoFocus
        errorMessage={hold.failure?.fields.reason}
      />
    </FormDialog>
  )
}
