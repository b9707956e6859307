import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eraseReasons, type EraseReason } from '../../../shared/contract/keep.ts'
import { contract } from '../../../shared/contract/index.ts'
import { api, client, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useJob } from '../../useJob.ts'
import { ErasePreview } from './ErasePreview.tsx'
import styles from './Keep.module.css'

interface EraseDialogProps {
  learnerIds: readonly number[]
  /** The reason chosen at first. */
  reason: EraseReason
  onClose: () => void
  /** Called once the people are gone. */
  onErased: () => void
}

/** Says what goes and what stays, asks for a typed word, and erases people for good. */
export function EraseDialog({ learnerIds, reason: usual, onClose, onErased }: EraseDialogProps) {
  const { t } = useTranslation('keep')
  const say = useFailureText()
  const toasts = useToasts()
  const [reason, setReason] = useState<EraseReason>(usual)
  const [confirmation, setConfirmation] = useState('')
  const input = { learnerIds: [...learnerIds] }
  const preview = useQuery(api.keep.previewErase.queryOptions({ input }))
  const erase = useJob(client.keep.erase, contract.keep.erase['~orpc'].meta.changes)
  const submit = () =>
    erase.run(
      { ...input, reason, confirmation },
      {
        onSuccess: ({ goes, erasedBytesLeft }) => {
          toasts.show({
            message: t(erasedBytesLeft ? 'erase.doneButTraces' : 'erase.done', { count: goes.people }),
          })
          onErased()
        },
      },
    )
  const count = learnerIds.length
  const asked = preview.data?.confirmation ?? ''
  return (
    <FormDialog
      isOpen
      size="medium"
      title={t('erase.title', { count })}
      submitLabel={t('erase.submit')}
      onSubmit={submit}
      onCancel={onClose}
      isPending={erase.isRunning}
      isDestructive
      errors={erase.failure?.items ?? []}
    >
      <div className={styles.preview}>
        {preview.data && <ErasePreview {...preview.data} />}
        {preview.isPending && <Skeleton height="12rem" />}
        {preview.isLoadingError && (
          <ErrorState
            message={say(failureFrom(preview.error)).message}
            onRetry={() => void preview.refetch()}
          />
        )}
      </div>
      <Select
        label={t('erase.reason')}
        name="reason"
        options={eraseReasons.map((id) => ({ id, label: t(`erase.reasons.${id}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextField
        label={count === 1 ? t('erase.typeName', { name: asked }) : t('erase.typeNumber', { number: asked })}
        name="confirmation"
        value={confirmation}
        onChange={setConfirmation}
        isRequired
        autoComplete="off"
        errorMessage={erase.failure?.fields.confirmation}
      />
      {erase.isRunning && (
        <ProgressBar
          label={t(`core:progress.${erase.progress?.stage ?? 'erasing'}`)}
          done={erase.progress?.done}
          total={erase.progress?.total ?? undefined}
        />
      )}
    </FormDialog>
  )
}
