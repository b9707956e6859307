import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportScope } from '../../../shared/contract/reports.ts'
import { failureFrom } from '../../api.ts'
import { useFailureText } from '../../useFailureText.ts'
import { useLocalText } from '../../useLocalText.ts'
import { useSession } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ReportsIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDays } from '../cohorts/useDays.ts'
import type { ReportName } from './ReportExportDialog.tsx'
import { isNarrowed, type ReportChoices } from './useReportChoices.ts'
import { NoneOfYours } from '../cohorts/NoneOfYours.tsx'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import styles from './Reports.module.css'

/** What a printed report says of itself; the screen has its filters for that. */
function PrintHead({ report, scope }: { report: ReportName; scope: ReportScope }) {
  const { t } = useTranslation('reports')
  const { programName, appVersion } = useSession()
  const { day } = useDays()
  const say = useLocalText()
  const { trackName, cohortCodes, startsFrom, startsTo } = scope
  return (
    <div data-print="only">
      <h2>{t(`tabs.${report}`)}</h2>
      <p>
        {[programName, t('asOf', { day: day(scope.asOf) }), t(`audiences.${scope.audience}`)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <p>
        {[
          trackName && say(trackName),
          startsFrom && t('filters.fromChip', { day: day(startsFrom) }),
          startsTo && t('filters.toChip', { day: day(startsTo) }),
          t('cohortsCounted', { count: cohortCodes.length, codes: cohortCodes.join(', ') }),
          t('version', { version: appVersion }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </div>
  )
}

interface ReportFrameProps<Report> {
  report: ReportName
  query: UseQueryResult<Report, Error>
  choices: ReportChoices
  /** Whether there is anything to show, when cohorts fit. */
  children: (report: Report) => ReactNode
}

/** A report while it is read, when it could not be, when there is nothing in it, and when there is. */
export function ReportFrame<Report extends { scope: ReportScope }>(props: ReportFrameProps<Report>) {
  const { report, query, choices, children } = props
  const { t } = useTranslation('reports')
  const ownOnly = useOwnClassesOnly()
  const say = useFailureText()
  if (query.error) {
    return <ErrorState message={say(failureFrom(query.error)).message} onRetry={() => void query.refetch()} />
  }
  if (!query.data) return <Skeleton lines={10} />
  if (query.data.scope.cohortCodes.length === 0) {
    if (isNarrowed(choices)) {
      return (
        <EmptyState title={t('noneFits')} icon={ReportsIcon}>
          {t('noneFitsHint')}
        </EmptyState>
      )
    }
    return ownOnly ? (
      <NoneOfYours />
    ) : (
      <EmptyState
        title={t('empty')}
        icon={ReportsIcon}
        action={<Link href="#/cohorts">{t('toCohorts')}</Link>}
      >
        {t('emptyHint')}
      </EmptyState>
    )
  }
  return (
    <div className={styles.report}>
      <PrintHead report={report} scope={query.data.scope} />
      {children(query.data)}
    </div>
  )
}
