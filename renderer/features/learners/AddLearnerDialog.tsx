import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { factsOf, newLearner } from './learnerDraft.ts'
import { LearnerFields } from './LearnerFields.tsx'
import { learnerPath } from './learnerPaths.ts'
import { SimilarLearners } from './SimilarLearners.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

/** Adds somebody to the program: a family name is enough to begin with. */
export function AddLearnerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('learners')
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const { draft, setDraft, close, hasChanges } = useFormDraft('new learner', () => newLearner, onClose)
  const create = useCommand(api.learners.create)
  const save = () =>
    create.run(factsOf(draft), {
      onSuccess: ({ learnerId }) => {
        toasts.show({
          message: t('added'),
          action: { label: t('openPage'), onAction: () => navigate(learnerPath(learnerId)) },
        })
        close()
      },
    })
  return (
    <FormDialog
      isOpen
      size="medium"
      title={t('newTitle')}
      submitLabel={t('save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={create.isPending}
      errors={create.failure?.items ?? []}
    >
      <SimilarLearners draft={draft} />
      <LearnerFields
        draft={draft}
        onChange={(changed) => setDraft({ ...draft, ...changed })}
        errors={create.failure?.fields ?? {}}
      />
    </FormDialog>
  )
}
