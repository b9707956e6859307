import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFormDraft } from '../../useFormDraft.ts'

interface EarlyReasonDialogProps {
  assessmentId: number
  onClose: () => void
}

/** Notes why a recorded post-test came before its hours. */
export function EarlyReasonDialog({ assessmentId, onClose }: EarlyReasonDialogProps) {
  const { t } = useTranslation('gains')
  const toasts = useToasts()
  const place = `reason of the early test ${assessmentId}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, () => '', onClose)
  const explain = useCommand(api.assessments.explainEarly)
  const submit = () =>
    explain.run(
      { id: assessmentId, earlyReason: draft },
      {
        onSuccess: () => {
          toasts.show({ message: t('earlyDialog.done') })
          close()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('earlyDialog.title')}
      submitLabel={t('earlyDialog.submit')}
      onSubmit={submit}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={explain.isPending}
      errors={explain.failure?.items ?? []}
    >
      <TextArea
        label={t('assessments:fields.earlyReason')}
        name="earlyReason"
        hint={t('assessments:fields.earlyReasonHint')}
        value={draft}
        onChange={setDraft}
        rows={2}
        errorMessage={explain.failure?.fields.earlyReason}
        isRequired
        autoFocus
      />
    </FormDialog>
  )
}
