import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useRestoreAssessment } from './useRestoreAssessment.ts'
import { useFormDraft } from '../../useFormDraft.ts'

interface VoidAssessmentDialogProps {
  assessmentId: number
  onClose: () => void
}

/** Takes a test out of every count, for a reason; the toast brings it back. */
export function VoidAssessmentDialog({ assessmentId, onClose }: VoidAssessmentDialogProps) {
  const { t } = useTranslation('assessments')
  const toasts = useToasts()
  const restore = useRestoreAssessment()
  const place = `voiding ${assessmentId}`
  const { draft: reason, setDraft: setReason, close, hasChanges } = useFormDraft(place, () => '', onClose)
  const voiding = useCommand(api.assessments.void)
  const submit = () =>
    voiding.run(
      { id: assessmentId, reason },
      {
        onSuccess: () => {
          toasts.show({ message: t('void.done'), undo: () => restore(assessmentId) })
          close()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('void.title')}
      submitLabel={t('void.submit')}
      onSubmit={submit}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={voiding.isPending}
      errors={voiding.failure?.items ?? []}
    >
      <TextArea
        label={t('void.reason')}
        name="reason"
        hint={t('void.hint')}
        value={reason}
        onChange={setReason}
        rows={2}
        errorMessage={voiding.failure?.fields.reason}
        isRequired
        autoFocus
      />
    </FormDialog>
  )
}
