import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeysState } from '../../../shared/contract/keys.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useCommand } from '../../useCommand.ts'
import { useShowRecoveryCode } from '../session/newRecoveryCode.ts'
import { ConfirmWithPassphrase } from './ConfirmWithPassphrase.tsx'

/** The code on paper that opens the program when everybody has forgotten their passphrase. */
export function RecoveryCodeCard({ code }: { code: KeysState['recoveryCode'] }) {
  const { t, i18n } = useTranslation('keys')
  const showRecoveryCode = useShowRecoveryCode()
  const [isAsking, setAsking] = useState(false)
  const renew = useCommand(api.keys.renewRecoveryCode)
  const make = (passphrase: string) =>
    void renew.runAsync({ passphrase }).then(
      (made) => showRecoveryCode(made.recoveryCode),
      // The refusal stands in the form.
      () => {},
    )
  const standing = code?.standing ?? 'none'
  // A moment, not a day: which day it was depends on where one is.
  const dayOf = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  const day = code ? dayOf.format(new Date(code.madeAt)) : ''
  return (
    <Card
      title={t('recoveryCode.title')}
      action={
        <Button isSmall onPress={() => setAsking(true)}>
          {code ? t('recoveryCode.renew') : t('recoveryCode.make')}
        </Button>
      }
    >
      {standing === 'kept' ? (
        <p>{t('recoveryCode.kept', { day })}</p>
      ) : (
        <Notice kind="warning">{t(`recoveryCode.${standing}`, { day })}</Notice>
      )}
      {isAsking && (
        <ConfirmWithPassphrase
          title={code ? t('recoveryCode.renew') : t('recoveryCode.make')}
          submitLabel={t('recoveryCode.show')}
          onSubmit={make}
          onCancel={() => setAsking(false)}
          isPending={renew.isPending}
          failure={renew.failure}
        >
          {t('recoveryCode.question')}
        </ConfirmWithPassphrase>
      )}
    </Card>
  )
}
