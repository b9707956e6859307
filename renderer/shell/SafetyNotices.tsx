import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { Link } from '../ui/Link.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './SafetyNotices.module.css'

/** What endangers the program's records, above every screen until it is no longer true. */
export function SafetyNotices() {
  const { t } = useTranslation('shell')
  const notices = useQuery(api.safety.notices.queryOptions({ input: {} }))
  if (!notices.data?.length) return null
  return (
    <div className={styles.notices} data-print="hide">
      {notices.data.map(({ code, values, severity, href }) => (
        <Notice
          key={code}
          kind={severity}
          action={href !== null && <Link href={`#${href}`}>{t('notices.open')}</Link>}
        >
          {t(`core:safety.${code}`, values)}
        </Notice>
      ))}
    </div>
  )
}
