import { useTranslation } from 'react-i18next'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { displayName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { draftOf, factsOf } from './learnerDraft.ts'
import { LearnerFields } from './LearnerFields.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

/** Changes the facts of a learner as they were when the form was opened. */
export function EditLearnerDialog({ learner, onClose }: { learner: LearnerRecord; onClose: () => void }) {
  const { t } = useTranslation('learners')
  const toasts = useToasts()
  // A refetch behind the open form must not slip somebody else's change under what is typed here.
  const begin = () => ({ opened: learner, typed: draftOf(learner) })
  const { draft, setDraft, close, hasChanges } = useFormDraft(`learner ${learner.id}`, begin, onClose)
  const { opened, typed } = draft
  const change = useCommand(api.learners.change)
  const save = () =>
    change.run(
      { learnerId: opened.id, updatedAt: opened.updatedAt, ...factsOf(typed) },
      {
        onSuccess: () => {
          toasts.show({ message: t('saved') })
          close()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      size="medium"
      title={displayName(opened)}
      submitLabel={t('save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={change.isPending}
      errors={change.failure?.items ?? []}
    >
      <LearnerFields
        draft={typed}
        onChange={(changed) => setDraft({ opened, typed: { ...typed, ...changed } })}
        errors={change.failure?.fields ?? {}}
        hasStatus
      />
    </FormDialog>
  )
}
