import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { api, failureFrom } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useFailureText } from '../../useFailureText.ts'
import { useLocalText } from '../../useLocalText.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { ReportsIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ComparedRates } from './ComparedRates.tsx'
import { SideBySide } from './SideBySide.tsx'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import styles from './Cohorts.module.css'

/** The cohorts in the address: `/cohorts/compare/3-5-8`. */
const idsIn = (text: string | undefined) =>
  (text ?? '')
    .split('-')
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0)

interface AddCohortProps {
  /** Those that are being compared. */
  ids: readonly number[]
  onAdd: (id: number) => void
}

function AddCohort({ ids, onAdd }: AddCohortProps) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const [text, setText] = useState('')
  const found = useQuery(api.cohorts.list.queryOptions({ input: { search: text, limit: 50 } }))
  const options = (found.data?.rows ?? [])
    .filter(({ id }) => !ids.includes(id))
    .map((row) => ({
      id: String(row.id),
      label: row.code,
      detail: [say(row.trackName), row.site].join(' · '),
    }))
  return (
    <ComboBox
      label={t('compare.add')}
      options={options}
      value={null}
      onChange={(id) => {
        if (id === null) return
        onAdd(Number(id))
        setText('')
      }}
      onSearch={setText}
      searchText={text}
      isLoading={found.isLoading}
    />
  )
}

/** Several cohorts side by side: one rate as a chart, and everything that might explain it as a table. */
export function CompareScreen() {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const shown = useFailureText()
  const [, navigate] = useLocation()
  const params = useParams<{ ids?: string }>()
  const [asOf, setAsOf] = useState<string | null>(today)
  const ids = idsIn(params.ids)
  const compared = useQuery(
    api.cohorts.compare.queryOptions({
      input: { cohortIds: ids, asOf: asOf ?? today },
      enabled: ids.length > 0,
      placeholderData: (before) => before,
    }),
  )
  const go = (next: readonly number[]) => navigate(`/cohorts/compare/${next.join('-')}`, { replace: true })
  const cohorts = compared.data?.cohorts ?? []
  return (
    <div className={styles.page}>
      <PageHeader title={t('compare.title')} back={<Link href="#/cohorts">{t('back')}</Link>} />
      <OwnClassesNotice />
      <div className={styles.compared}>
        <AddCohort ids={ids} onAdd={(id) => go([...ids, id])} />
        <DateTextField
          label={t('results.asOf')}
          value={asOf}
          onChange={setAsOf}
          latest={today}
          today={today}
        />
      </div>
      <FilterChips
        label={t('compare.chosen')}
        chips={cohorts
          .filter(({ id }) => ids.includes(id))
          .map(({ id, code }) => ({ id: String(id), label: code }))}
        onRemove={(removed) => go(ids.filter((id) => String(id) !== removed))}
        onClearAll={() => go([])}
      />
      {ids.length === 0 && (
        <EmptyState title={t('compare.empty')} icon={ReportsIcon}>
          {t('compare.emptyHint')}
        </EmptyState>
      )}
      {compared.error && ids.length > 0 && (
        <ErrorState
          message={shown(failureFrom(compared.error)).message}
          onRetry={() => void compared.refetch()}
        />
      )}
      {ids.length > 0 && compared.isLoading && <Skeleton lines={8} />}
      {ids.length > 0 && compared.data && (
        <>
          <ComparedRates compared={compared.data} />
          <SideBySide cohorts={cohorts} asOf={compared.data.asOf} />
        </>
      )}
    </div>
  )
}
