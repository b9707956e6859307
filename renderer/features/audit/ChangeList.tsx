import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import styles from './Audit.module.css'

/** What an entry says, field by field, from what to what. */
export function ChangeList({ row }: { row: AuditRow }) {
  const { t } = useTranslation('audit')
  if (row.isErased) return <p className={styles.quiet}>{t('core:audit.contentsErased')}</p>
  if (row.changes.length === 0) return null
  return (
    <dl className={styles.changes}>
      {row.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt className={styles.field}>{field}</dt>
          <dd className={styles.value}>
            {before !== null && (
              <>
                <span className="visually-hidden">{t('from')} </span>
                <del className={styles.before}>{before}</del>
                <span aria-hidden> → </span>
                <span className="visually-hidden"> {t('to')} </span>
              </>
            )}
            {after ?? t('nothing')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
