import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureData } from '../../../shared/contract/failures.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useBackupWords } from '../backups/useBackupWords.ts'
import { EntryFrame } from './EntryFrame.tsx'
import styles from './EntryFrame.module.css'
import { OpenBackupScreen } from './OpenBackupScreen.tsx'

/** Where a backup helps: one of the program's two files is missing, damaged or not what it should be. */
const isOfTheFiles = ({ kind, code }: FailureData) =>
  kind === 'broken' && (code.startsWith('keyring') || code.startsWith('programFile'))

interface BrokenProgramProps {
  failure: FailureData
  onRetry: () => void
}

/** Says why there is no sign-in to show, and offers what can be done about it. */
export function BrokenProgram({ failure, onRetry }: BrokenProgramProps) {
  const { t } = useTranslation('session')
  const say = useFailureText()
  const words = useBackupWords()
  const [isOpening, setOpening] = useState(false)
  const needsBackup = isOfTheFiles(failure)
  const backups = useQuery({ ...api.backups.toOpen.queryOptions({ input: {} }), enabled: needsBackup })
  const { message } = say(failure)
  if (!needsBackup) return <ErrorState message={message} onRetry={onRetry} />
  if (isOpening) return <OpenBackupScreen isProgramHere onBack={() => setOpening(false)} />
  return (
    <EntryFrame title={t('appName')}>
      <ErrorState message={message} onRetry={onRetry} />
      {backups.data && (
        <p>
          {backups.data[0]
            ? t('backups:opening.newest', { moment: words.moment(backups.data[0].madeAt) })
            : t('backups:opening.noneHere')}
        </p>
      )}
      <p className={styles.otherWays}>
        <Link isQuiet onPress={() => setOpening(true)}>
          {t('backups:opening.link')}
        </Link>
      </p>
    </EntryFrame>
  )
}
