import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { changesPath, disclosuresPath } from './auditPaths.ts'
import styles from './Audit.module.css'
import { VerifyCard } from './VerifyCard.tsx'

/** The way to what was changed and what was handed out, and the check that nobody touched the record of it. */
export function ChangesTab() {
  const { t } = useTranslation('audit')
  return (
    <div className={styles.stack}>
      <Card title={t('tab.title')}>
        <ul className={styles.entries}>
          <li>
            <Link href={`#${changesPath}`}>{t('changes.title')}</Link>
            <p className={styles.quiet}>{t('tab.changes')}</p>
          </li>
          <li>
            <Link href={`#${disclosuresPath}`}>{t('disclosures.title')}</Link>
            <p className={styles.quiet}>{t('tab.disclosures')}</p>
          </li>
        </ul>
      </Card>
      <VerifyCard />
    </div>
  )
}
