import { useTranslation } from 'react-i18next'
import { useMay } from '../../shell/session.ts'
import { DeleteIcon, UndoIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { useRestoreAssessment } from './useRestoreAssessment.ts'
import { VoidAssessmentDialog } from './VoidAssessmentDialog.tsx'
import { useDraft } from '../../useDraft.ts'

interface AssessmentActionsProps {
  assessmentId: number
  isVoided: boolean
  /** Names the test for screen readers, such as its skill and day. */
  name: string
}

/** What may be done to a recorded test: void it with a reason, or restore it. Nothing for those who may not. */
export function AssessmentActions({ assessmentId, isVoided, name }: AssessmentActionsProps) {
  const { t } = useTranslation('assessments')
  const mayChange = useMay('instructor', 'coordinator', 'director')
  const restore = useRestoreAssessment()
  const [isVoiding, setVoiding] = useDraft(`about to void ${assessmentId}`, false)
  if (!mayChange) return null
  const actions = isVoided
    ? [{ id: 'restore', label: t('restore.action'), icon: UndoIcon, onAction: () => restore(assessmentId) }]
    : [
        {
          id: 'void',
          label: t('void.action'),
          icon: DeleteIcon,
          onAction: () => setVoiding(true),
          isDanger: true,
        },
      ]
  return (
    <>
      <MenuButton isIconOnly label={t('history.actions', { name })} actions={actions} />
      {isVoiding && <VoidAssessmentDialog assessmentId={assessmentId} onClose={() => setVoiding(false)} />}
    </>
  )
}
