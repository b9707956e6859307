import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keptAtMostUntil } from '../../../shared/rules/backupThinning.ts'
import { api, client, failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFailureText } from '../../useFailureText.ts'
import { useJob } from '../../useJob.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'

/** Makes a backup of today, then deletes these older ones. */
function useFreshBackup(oldIds: readonly string[], onDone: () => void) {
  const { t } = useTranslation('keep')
  const toasts = useToasts()
  const make = useJob(client.backups.make, ['safety', 'audit'])
  const remove = useCommand(api.backups.remove)
  const start = () =>
    make.run(
      {},
      {
        onSuccess: () =>
          remove.run(
            { ids: [...oldIds] },
            {
              onSuccess: ({ removed }) => {
                toasts.show({ message: t('backups.deleted', { count: removed }) })
                onDone()
              },
            },
          ),
      },
    )
  return {
    start,
    isRunning: make.isRunning || remove.isPending,
    errorMessage: make.failure?.message ?? remove.failure?.message,
  }
}

/** Backups from before the newest erasure still hold the people: until when, and a way to let go of them now. */
export function BackupsBefore({ lastErasedAt }: { lastErasedAt: string }) {
  const { t } = useTranslation('keep')
  const { day } = useLearnerWords()
  const say = useFailureText()
  const state = useQuery(api.backups.list.queryOptions({ input: {} }))
  const [isAsking, setAsking] = useState(false)
  const before = (state.data?.backups ?? []).filter(({ madeAt }) => madeAt < lastErasedAt)
  const newest = before.reduce((last, { madeAt }) => (madeAt > last ? madeAt : last), '')
  const fresh = useFreshBackup(
    before.map(({ id }) => id),
    () => setAsking(false),
  )
  if (state.isLoadingError) return <Notice kind="warning">{say(failureFrom(state.error)).message}</Notice>
  if (before.length === 0) return null
  return (
    <>
      <Notice
        action={
          <Button isSmall onPress={() => setAsking(true)}>
            {t('backups.renew')}
          </Button>
        }
      >
        {t('backups.before', {
          count: before.length,
          day: day(lastErasedAt.slice(0, 10)),
          gone: day(keptAtMostUntil({ madeAt: newest }).slice(0, 10)),
        })}
      </Notice>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('backups.question', { count: before.length })}
        confirmLabel={t('backups.confirm')}
        onConfirm={fresh.start}
        onCancel={() => setAsking(false)}
        isDestructive
        isPending={fresh.isRunning}
        errorMessage={fresh.errorMessage}
      >
        {t('backups.meaning')}
      </ConfirmDialog>
    </>
  )
}
