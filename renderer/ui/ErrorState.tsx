import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import { ErrorIcon, RetryIcon } from './icons.ts'

export interface ErrorStateProps {
  /** What could not be shown and what to do about it, in a sentence. */
  message: string
  /** More words under the sentence. */
  children?: ReactNode
  /** Tries again. */
  onRetry?: (() => void) | undefined
}

/** Stands where something could not be loaded; the rest of the screen stays. */
export function ErrorState({ message, children, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="alert">
      <EmptyState
        title={message}
        icon={ErrorIcon}
        action={
          onRetry && (
            <Button icon={RetryIcon} onPress={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {children}
      </EmptyState>
    </div>
  )
}
