import { useTranslation } from 'react-i18next'
import type { BackupState } from '../../../shared/contract/backups.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useBackupWords } from './useBackupWords.ts'

interface LastRestoreProps {
  restore: NonNullable<BackupState['lastRestore']>
  onUndo: () => void
}

/** Says that the program is a restored one, and offers the way back. */
export function LastRestore({ restore, onUndo }: LastRestoreProps) {
  const { t } = useTranslation('backups')
  const { moment } = useBackupWords()
  const { at, restoredMadeAt } = restore
  return (
    <Notice
      action={
        <Button isSmall onPress={onUndo}>
          {t('lastRestore.undo')}
        </Button>
      }
    >
      {restoredMadeAt === null
        ? t('lastRestore.fromElsewhere', { at: moment(at) })
        : t('lastRestore.fromBackup', { at: moment(at), madeAt: moment(restoredMadeAt) })}
    </Notice>
  )
}
