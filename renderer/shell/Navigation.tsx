import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { SessionState } from '../../shared/contract/session.ts'
import { places, type Place } from '../routes.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { PaletteButton } from './CommandPalette.tsx'
import styles from './Navigation.module.css'

function PlaceLink({ place }: { place: Place }) {
  const { t } = useTranslation('shell')
  const [location] = useLocation()
  const isHere = [place.path, ...(place.alsoAt ?? [])].some((path) => `${location}/`.startsWith(`${path}/`))
  const Icon = place.icon
  const Badge = place.badge
  return (
    <li>
      <Link href={place.path} className={styles.place} aria-current={isHere ? 'page' : undefined}>
        <Icon aria-hidden size={18} strokeWidth={1.8} />
        <span>{t(`places.${place.name}`)}</span>
        {Badge && <Badge />}
      </Link>
    </li>
  )
}

/** The places of the app and the person signed in. */
export function Navigation({ session }: { session: SessionState }) {
  const { t } = useTranslation('shell')
  const isOffered = ({ roles }: Place) =>
    roles === undefined || roles.some((role) => session.account?.roles.includes(role))
  const group = (name: Place['group']) => places.filter((place) => place.group === name && isOffered(place))
  return (
    <aside className={styles.sidebar} data-print="hide">
      <p className={styles.program}>{session.programName}</p>
      {session.isDemo && <p className={styles.demo}>{t('demo')}</p>}
      <PaletteButton />
      <nav aria-label={t('placesLabel')} className={styles.nav}>
        <ul>
          {group('work').map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </ul>
        <p className={styles.group} id="office-places">
          {t('groups.office')}
        </p>
        <ul aria-labelledby="office-places">
          {group('office').map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </ul>
      </nav>
      <AccountMenu />
    </aside>
  )
}
