import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { formatDay } from '../../ui/formatDay.ts'
import styles from './TableInUse.module.css'

/** Which score table the levels come from, and whether it has a chart at all. Its line is always kept. */
export function TableInUse({ table }: { table: LevelTableRecord | null }) {
  const { t } = useTranslation('assessments')
  const { locale } = useLocale()
  if (table === null) return <p className={styles.table}>{'\u00a0'}</p>
  const since = table.effectiveFrom
  const words =
    since === null
      ? t('level.tableAlways', { instrument: table.instrument })
      : t('level.tableSince', { instrument: table.instrument, since: formatDay(since, locale) })
  const source = table.levels === null ? t('level.unknown') : t('level.source', { source: table.source })
  return <p className={styles.table}>{`${words} · ${source}`}</p>
}
