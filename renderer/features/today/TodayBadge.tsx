import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useUsualWork } from './workListState.ts'
import styles from './Today.module.css'

/** Beyond this a number says no more than "many". */
const saidInFull = 99

/** How much waits for the person today, quietly, in every place of the app. Nothing where nothing waits. */
export function TodayBadge() {
  const { t } = useTranslation('today')
  const of = useUsualWork()
  const { data } = useQuery({
    ...api.today.counts.queryOptions({ input: { of: of ?? 'everybody' } }),
    enabled: of !== null,
    placeholderData: keepPreviousData,
  })
  const waiting = data?.lists.reduce((sum, { count }) => sum + count, 0) ?? 0
  if (waiting === 0) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden>{waiting > saidInFull ? `${saidInFull}+` : waiting}</span>
      <span className="visually-hidden">{t('badge', { count: waiting })}</span>
    </span>
  )
}
