import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { RetryIcon } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useFailureText } from '../../useFailureText.ts'
import type { useLongQuery } from '../../useLongQuery.ts'

interface OnceComparedProps {
  comparing: ReturnType<typeof useLongQuery>
  children: ReactNode
}

/** Stands there once everybody is compared with everybody; until then how far that is, and a way to stop it. */
export function OnceCompared({ comparing, children }: OnceComparedProps) {
  const { t } = useTranslation('duplicates')
  const say = useFailureText()
  const { data, error, progress, isStopped, stop, ask } = comparing
  if (data) return children
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={ask} />
  if (isStopped) {
    return (
      <EmptyState
        title={t('stopped')}
        action={
          <Button icon={RetryIcon} onPress={ask}>
            {t('compareNow')}
          </Button>
        }
      >
        {t('stoppedHint')}
      </EmptyState>
    )
  }
  return (
    <ProgressBar
      label={t(`core:progress.${progress?.stage ?? 'comparingPeople'}`)}
      done={progress?.done}
      total={progress?.total ?? undefined}
      onCancel={stop}
    />
  )
}
