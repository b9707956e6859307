import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../shared/contract/session.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { PrintIcon } from '../../ui/icons.ts'
import { useCommand } from '../../useCommand.ts'
import { EntryFrame } from './EntryFrame.tsx'
import frame from './EntryFrame.module.css'
import styles from './RecoveryCode.module.css'

interface RecoveryCodeScreenProps {
  recoveryCode: string
  session: SessionState
  /** Called once the person has it on paper. */
  onKept: () => void
}

/** A new recovery code, to be printed or written down: it is shown this once. On paper it is a page of its own. */
export function RecoveryCodeScreen({ recoveryCode, session, onKept }: RecoveryCodeScreenProps) {
  const { t, i18n } = useTranslation('session')
  const confirm = useCommand(api.keys.confirmRecoveryCode)
  const keep = () => void confirm.runAsync({}).then(onKept, () => {})
  return (
    <EntryFrame title={t('recoveryCode.title')}>
      <p data-print="hide">{t('recoveryCode.lead')}</p>
      <p className={styles.program}>
        {t('recoveryCode.of', {
          program: session.programName ?? t('appName'),
          day: formatDay(session.today, i18n.language, 'full'),
        })}
      </p>
      <p className={styles.code} aria-label={t('recoveryCode.label')}>
        {recoveryCode.split('-').map((group, place) => (
          <span key={place}>{group}</span>
        ))}
      </p>
      <ul className={styles.advice}>
        <li>{t('recoveryCode.opens')}</li>
        <li>{t('recoveryCode.where')}</li>
        <li>{t('recoveryCode.once')}</li>
      </ul>
      <div data-print="hide">
        <FormErrors errors={confirm.failure?.items ?? []} />
      </div>
      <div className={frame.actions}>
        <Button icon={PrintIcon} onPress={() => window.print()}>
          {t('recoveryCode.print')}
        </Button>
        <Button variant="primary" isPending={confirm.isPending} onPress={keep}>
          {t('recoveryCode.kept')}
        </Button>
      </div>
    </EntryFrame>
  )
}
