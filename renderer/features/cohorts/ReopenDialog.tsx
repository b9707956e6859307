import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { api } from '../../api.ts'
import { useCommand } from '../../useCommand.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Opens a closed cohort again for a correction. */
export function ReopenDialog({ cohort, onClose }: { cohort: CohortDetails; onClose: () => void }) {
  const { t } = useTranslation('cohorts')
  const [reason, setReason] = useState('')
  const reopen = useCommand(api.cohorts.reopen)
  return (
    <FormDialog
      isOpen
      title={t('reopen.title', { code: cohort.code })}
      submitLabel={t('reopen.submit')}
      onSubmit={() => reopen.run({ cohortId: cohort.id, reason }, { onSuccess: onClose })}
      onCancel={onClose}
      isPending={reopen.isPending}
      errors={reopen.failure?.items ?? []}
    >
      <TextField
        label={t('reopen.reason')}
        hint={t('reopen.reasonHint')}
        name="reason"
        value={reason}
        onChange={setReason}
        autoFocus
        errorMessage={reopen.failure?.fields.reason}
      />
    </FormDialog>
  )
}
