import { useTranslation } from 'react-i18next'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { DuplicatesWaiting } from '../duplicates/DuplicatesWaiting.tsx'
import styles from './Today.module.css'

/** Who works through the findings of the data check. */
const checksData: readonly Role[] = ['staff', 'director', 'coordinator']

/** Work that has a screen of its own: a line for each, with where it is done. */
export function MoreWork() {
  const { t } = useTranslation('today')
  const mayCheck = useMay(...checksData)
  if (!mayCheck) return null
  return (
    <Card title={t('more.title')}>
      <ul className={styles.moreWork}>
        <li>
          <Link href="#/data-check">{t('more.dataCheck')}</Link>
        </li>
        <DuplicatesWaiting />
      </ul>
    </Card>
  )
}
