import { useTranslation } from 'react-i18next'
import type { ShownFailure } from '../../useFailureText.ts'
import { Button } from '../../ui/Button.tsx'
import { SaveIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import styles from './Cohorts.module.css'

interface SaveBarProps {
  /** Rows changed and not saved. */
  changed: number
  /** Rows among them that cannot be saved as they are. */
  toMend: number
  onSave: () => void
  onDiscard: () => void
  isPending: boolean
  /** Why the last save was refused. */
  failure: ShownFailure | null
}

/** What is typed and not saved, over the foot of a grid. Its place is kept, so that the grid never moves. */
export function SaveBar({ changed, toMend, onSave, onDiscard, isPending, failure }: SaveBarProps) {
  const { t } = useTranslation('cohorts')
  const isQuiet = changed === 0 && failure === null
  return (
    <div className={styles.saveBar} {...(isQuiet ? { 'data-quiet': true } : {})} data-print="hide">
      <p role="status">
        {t('saveBar.changed', { count: changed })}
        {toMend > 0 && ` ${t('saveBar.toMend', { count: toMend })}`}
      </p>
      {failure && (
        <InlineError>{[...new Set(failure.items.map(({ message }) => message))].join(' ')}</InlineError>
      )}
      <Button onPress={onDiscard}>{t('saveBar.discard')}</Button>
      <Button
        variant="primary"
        icon={SaveIcon}
        onPress={onSave}
        isDisabled={toMend > 0 || changed === 0}
        isPending={isPending}
      >
        {t('saveBar.save')}
      </Button>
    </div>
  )
}
