import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { SessionState, SignedInAccount } from '../shared/contract/session.ts'
import { failureFrom } from './api.ts'
import { BrokenProgram } from './features/session/BrokenProgram.tsx'
import { LockScreen } from './features/session/LockScreen.tsx'
import { ShowRecoveryCode } from './features/session/newRecoveryCode.ts'
import { OwnPassphraseScreen } from './features/session/OwnPassphraseScreen.tsx'
import { RecoveryCodeScreen } from './features/session/RecoveryCodeScreen.tsx'
import { SetUpScreen } from './features/session/SetUpScreen.tsx'
import { SignInScreen } from './features/session/SignInScreen.tsx'
import { localeOf, machineLanguage } from './i18n.ts'
import { useIsGoingAway } from './lock/leavePage.ts'
import { useIdleLock } from './lock/useIdleLock.ts'
import { useLockOnDemand } from './lock/useLockOnDemand.ts'
import { useDraftsBack, useSessionState, useSessionWatch } from './lock/useSessionWatch.ts'
import { Shell } from './shell/Shell.tsx'
import { Toasts } from './ui/Toasts.tsx'

/** Writes the reader's language and theme on the page. */
function usePageSettings(session: SessionState | undefined) {
  const { i18n } = useTranslation()
  const language = session && session.state !== 'noProgram' ? session.language : machineLanguage()
  const theme = (session?.account ?? session?.locked)?.theme ?? 'system'
  useEffect(() => {
    if (i18n.language !== localeOf(language)) void i18n.changeLanguage(localeOf(language))
    document.documentElement.lang = language
  }, [i18n, language])
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => window.steppingStones?.showIn({ language, theme }), [language, theme])
}

function Opened({ session, account }: { session: SessionState; account: SignedInAccount }) {
  const isReady = useDraftsBack(account.id)
  if (account.mustChangePassphrase) return <OwnPassphraseScreen account={account} />
  return isReady ? <Shell session={session} /> : null
}

function EntryScreens({ session }: { session: SessionState }) {
  if (session.account) return <Opened session={session} account={session.account} />
  if (session.locked) return <LockScreen locked={session.locked} />
  return session.state === 'noProgram' ? <SetUpScreen /> : <SignInScreen session={session} />
}

/** A recovery code that was just made stands before everything else until it is on paper. */
function Screens({ session }: { session: SessionState }) {
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  return (
    <ShowRecoveryCode value={setRecoveryCode}>
      {recoveryCode !== null && session.account ? (
        <RecoveryCodeScreen
          recoveryCode={recoveryCode}
          session={session}
          onKept={() => setRecoveryCode(null)}
        />
      ) : (
        <EntryScreens session={session} />
      )}
    </ShowRecoveryCode>
  )
}

/** The whole page: set-up, sign-in or the program, in the reader's language. */
export function App() {
  const { i18n } = useTranslation()
  const session = useSessionState()
  usePageSettings(session.data)
  useSessionWatch(session.data)
  useLockOnDemand()
  useIdleLock(session.data?.account ? session.data.idleMinutes : null)
  const isGoingAway = useIsGoingAway()
  if (isGoingAway) return null
  return (
    <I18nProvider locale={i18n.language}>
      <Router hook={useHashLocation}>
        {session.data && <Screens session={session.data} />}
        {session.isLoadingError && (
          <BrokenProgram failure={failureFrom(session.error)} onRetry={() => void session.refetch()} />
        )}
      </Router>
      <Toasts />
    </I18nProvider>
  )
}
