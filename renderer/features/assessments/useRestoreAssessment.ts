import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'

/** Lets a voided test count again; a toast says so, or why not. */
export function useRestoreAssessment(): (assessmentId: number) => void {
  const { t } = useTranslation('assessments')
  const toasts = useToasts()
  const restore = useToastedCommand(api.assessments.restore)
  return (id) => restore.run({ id }, () => toasts.show({ message: t('restore.done') }))
}
