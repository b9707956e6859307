import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { CohortMember } from '../../../shared/contract/cohortValues.ts'
import { displayName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface RemoveMemberDialogProps {
  cohort: CohortDetails
  member: CohortMember
  onClose: () => void
}

/** Takes somebody off the list who should never have been on it. */
export function RemoveMemberDialog({ cohort, member, onClose }: RemoveMemberDialogProps) {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const [reason, setReason] = useState('')
  const remove = useCommand(api.cohorts.removeMember)
  const hasBegun = member.startedOn !== null || cohort.startDate <= today
  return (
    <FormDialog
      isOpen
      title={t('removeMember.title', { name: displayName(member) })}
      submitLabel={t('removeMember.submit')}
      onSubmit={() => remove.run({ memberId: member.memberId, reason }, { onSuccess: onClose })}
      onCancel={onClose}
      isPending={remove.isPending}
      errors={remove.failure?.items ?? []}
    >
      <p>{hasBegun ? t('removeMember.begun') : t('removeMember.before')}</p>
      <TextField
        label={t('removeMember.reason')}
        name="reason"
        value={reason}
        onChange={setReason}
        isRequired={hasBegun}
        autoFocus
        errorMessage={remove.failure?.fields.reason}
      />
    </FormDialog>
  )
}
