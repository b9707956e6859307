import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChangePassphraseDialog } from '../session/ChangePassphraseDialog.tsx'

/** The person's own passphrase. */
export function PassphraseCard() {
  const { t } = useTranslation('keys')
  const [isChanging, setChanging] = useState(false)
  return (
    <Card
      title={t('passphrase.title')}
      action={
        <Button isSmall onPress={() => setChanging(true)}>
          {t('passphrase.change')}
        </Button>
      }
    >
      <p>{t('passphrase.text')}</p>
      {isChanging && <ChangePassphraseDialog onClose={() => setChanging(false)} />}
    </Card>
  )
}
