import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import styles from './Today.module.css'

const steps = [
  { id: 'files', href: '#/files' },
  { id: 'tracks', href: '#/tracks' },
  { id: 'screening', href: '#/screenings' },
  { id: 'cohorts', href: '#/cohorts' },
] as const

/** The way into an empty program, in the order of the work. */
export function FirstSteps() {
  const { t } = useTranslation('today')
  return (
    <Card title={t('firstSteps.title')}>
      <ol className={styles.steps}>
        {steps.map(({ id, href }) => (
          <li key={id} className={styles.step}>
            <Link href={href}>{t(`steps.${id}.title`)}</Link>
            <span>{t(`steps.${id}.detail`)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
