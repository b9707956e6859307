import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { api, failureFrom } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LearnersIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { classPath } from '../classes/classPaths.ts'
import { nameBesideCode } from '../classes/nameBesideCode.ts'
import { AttendanceGrid } from './AttendanceGrid.tsx'
import { monthOf } from './MonthChooser.tsx'

/** The attendance of a class, a month at a time. */
export function AttendanceScreen() {
  const { t } = useTranslation('attendance')
  const sectionId = Number(useParams<{ id: string }>().id)
  const { today } = useSession()
  const say = useFailureText()
  const [chosen, setChosen] = useState<IsoDate | null>(null)
  const itself = useQuery(api.sections.get.queryOptions({ input: { sectionId } }))
  const lastDay = itself.data?.endDate ?? today
  // A class that is over opens where it ended: nothing was noted since.
  const isOver = lastDay < today
  const span = monthOf(chosen ?? (isOver ? lastDay : today))
  const found = useQuery(
    api.attendance.ofSection.queryOptions({
      input: { sectionId, ...span },
      placeholderData: keepPreviousData,
      enabled: itself.isSuccess,
    }),
  )
  const failed = itself.error ? itself : found
  if (failed.error) {
    return (
      <>
        <PageHeader back={<Link href="#/classes">{t('toClasses')}</Link>} title={t('notShown')} />
        <ErrorState message={say(failureFrom(failed.error)).message} onRetry={() => void failed.refetch()} />
      </>
    )
  }
  if (!found.data) return <Skeleton lines={8} />
  const { section, rows, meetings } = found.data
  const back = <Link href={`#${classPath(sectionId)}`}>{t('back', { code: section.code })}</Link>
  if (rows.length === 0 && meetings.length === 0 && chosen === null && !isOver) {
    return (
      <>
        <PageHeader
          back={back}
          title={t('title', { code: section.code })}
          subtitle={nameBesideCode(section)}
        />
        <EmptyState title={t('nobody', { code: section.code })} icon={LearnersIcon} action={back}>
          {t('nobodyHint')}
        </EmptyState>
      </>
    )
  }
  return <AttendanceGrid key={sectionId} of={found.data} back={back} span={span} onMonth={setChosen} />
}
