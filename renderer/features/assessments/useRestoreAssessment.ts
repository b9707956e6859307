import { useTranslation } from 'react-i18next'
import { api, failureFrom } from '../../api.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFailureText } from '../../useFailureText.ts'

/** Lets a voided test count again; a toast says so, or why not. */
export function useRestoreAssessment(): (assessmentId: number) => void {
  const { t } = useTranslation('assessments')
  const toasts = useToasts()
  const say = useFailureText()
  const restore = useCommand(api.assessments.restore)
  return (id) =>
    restore.run(
      { id },
      {
        onSuccess: () => toasts.show({ message: t('restore.done') }),
        onError: (error) => toasts.show({ message: say(failureFrom(error)).message, kind: 'danger' }),
      },
    )
}
