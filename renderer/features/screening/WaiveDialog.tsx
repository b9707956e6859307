import { useTranslation } from 'react-i18next'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useScreeningWords } from './screeningWords.ts'
import { useFormDraft } from '../../useFormDraft.ts'

interface WaiveDialogProps {
  learnerId: number
  trackId: number
  requirement: Requirement
  onClose: () => void
}

/** Sets a requirement aside for one learner, with a reason; it counts from the next screening on. */
export function WaiveDialog({ learnerId, trackId, requirement, onClose }: WaiveDialogProps) {
  const { t } = useTranslation('screening')
  const { language } = useScreeningWords()
  const toasts = useToasts()
  const place = `waiving ${requirement.key} for ${learnerId}`
  const { draft: reason, setDraft: setReason, close, hasChanges } = useFormDraft(place, () => '', onClose)
  const grant = useCommand(api.waivers.grant)
  const withdraw = useCommand(api.waivers.withdraw)
  const save = () =>
    grant.run(
      { learnerId, trackId, requirementKey: requirement.key, reason },
      {
        onSuccess: ({ id }) => {
          close()
          toasts.show({ message: t('waive.done'), undo: () => withdraw.run({ id }) })
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('waive.title')}
      submitLabel={t('waive.save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={grant.isPending}
      errors={grant.failure?.items ?? []}
    >
      <p>{requirement.message[language]}</p>
      <TextArea
        label={t('waive.reason')}
        hint={t('waive.hint')}
        name="reason"
        value={reason}
        onChange={setReason}
        isRequired
        autoFocus
        errorMessage={grant.failure?.fields.reason}
      />
    </FormDialog>
  )
}
