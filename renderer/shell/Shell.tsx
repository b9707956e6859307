import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { SessionState } from '../../shared/contract/session.ts'
import { Explaining } from '../features/explain/Explaining.tsx'
import { places, screenRoutes } from '../routes.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { Navigation } from './Navigation.tsx'
import { SafetyNotices } from './SafetyNotices.tsx'
import { SessionProvider } from './session.ts'
import styles from './Shell.module.css'

/** Names the window after the place, never after a person. */
function useWindowTitle(programName: string | null) {
  const { t } = useTranslation('shell')
  const [location] = useLocation()
  const place = places.find(({ path }) => location === path || location.startsWith(`${path}/`))
  useEffect(() => {
    document.title = [place && t(`places.${place.name}`), programName].filter(Boolean).join(' · ')
  }, [place, programName, t])
}

/** The program, once somebody has signed in: places at the left, the screen at the right. */
export function Shell({ session }: { session: SessionState }) {
  const { t } = useTranslation('shell')
  const [location] = useLocation()
  useWindowTitle(session.programName)
  return (
    <SessionProvider value={session}>
      <Explaining>
        <div className={styles.shell}>
          <a className={styles.skip} href="#main" onClick={focusMain} data-print="hide">
            {t('skipToContent')}
          </a>
          <Navigation session={session} />
          <main id="main" tabIndex={-1} className={styles.main} key={placeOf(location)}>
            <SafetyNotices />
            <Switch>
              {screenRoutes.map(({ path, screen }) => (
                <Route key={path} path={path} component={screen} />
              ))}
              <Route>
                <Redirect to={places[0]?.path ?? '/program'} replace />
              </Route>
            </Switch>
          </main>
          <CommandPalette />
        </div>
      </Explaining>
    </SessionProvider>
  )
}

/** Scrolling starts anew in another place, not when a detail opens. */
const placeOf = (location: string) => location.split('/')[1] ?? ''

/** The address holds the route, so the link moves the focus itself. */
function focusMain(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
