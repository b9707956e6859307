import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { ChangePassphraseDialog } from '../features/session/ChangePassphraseDialog.tsx'
import { signOutOfPage } from '../lock/leavePage.ts'
import { lockKey, lockNow } from '../lock/useLockOnDemand.ts'
import {
  DarkThemeIcon,
  KeyIcon,
  LanguageIcon,
  LightThemeIcon,
  LockIcon,
  PersonIcon,
  SignOutIcon,
  SystemThemeIcon,
} from '../ui/icons.ts'
import { MenuButton } from '../ui/Menu.tsx'
import { useCommand } from '../useCommand.ts'
import { useSession } from './session.ts'

/** The person signed in: language, theme, passphrase, sign out. */
export function AccountMenu() {
  const { t } = useTranslation('shell')
  const { account, mayLock } = useSession()
  const prefer = useCommand(api.session.prefer)
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <MenuButton
        label={account.name}
        icon={PersonIcon}
        variant="quiet"
        actions={[
          {
            id: 'language',
            label: account.language === 'en' ? t('account.toSpanish') : t('account.toEnglish'),
            icon: LanguageIcon,
            onAction: () => prefer.run({ language: account.language === 'en' ? 'es' : 'en' }),
          },
          'separator',
          {
            id: 'light',
            label: t('account.light'),
            icon: LightThemeIcon,
            onAction: () => prefer.run({ theme: 'light' }),
          },
          {
            id: 'dark',
            label: t('account.dark'),
            icon: DarkThemeIcon,
            onAction: () => prefer.run({ theme: 'dark' }),
          },
          {
            id: 'system',
            label: t('account.system'),
            icon: SystemThemeIcon,
            onAction: () => prefer.run({ theme: 'system' }),
          },
          'separator',
          {
            id: 'passphrase',
            label: t('account.changePassphrase'),
            icon: KeyIcon,
            onAction: () => setChanging(true),
          },
          ...(mayLock
            ? [{ id: 'lock', label: t('account.lock'), detail: lockKey, icon: LockIcon, onAction: lockNow }]
            : []),
          {
            id: 'signOut',
            label: t('account.signOut'),
            icon: SignOutIcon,
            onAction: () => void signOutOfPage(),
          },
        ]}
      />
      {isChanging && <ChangePassphraseDialog onClose={() => setChanging(false)} />}
    </>
  )
}
