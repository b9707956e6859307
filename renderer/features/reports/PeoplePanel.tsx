import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportFilters, ReportPerson } from '../../../shared/contract/reports.ts'
import { api, failureFrom } from '../../api.ts'
import { useFailureText } from '../../useFailureText.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDays } from '../cohorts/useDays.ts'
import type { OpenedNumber, PeopleAsked } from './opened.ts'
import styles from './Reports.module.css'

/** More than a panel can be read through; the workbook lists all of them. */
const mostShown = 300

function peopleQuery(asked: PeopleAsked, filters: ReportFilters) {
  if (asked.report === 'completion') {
    const { line, number, reason = null } = asked
    return api.reports.completionPeople.queryOptions({
      input: { filters, line, number, reason: reason as never },
    })
  }
  const { credentialId, line, number, part = null, attempt = null, result = null } = asked
  return api.reports.certificationPeople.queryOptions({
    input: { filters, credentialId, line, number, part, attempt, result },
  })
}

function Person({ person }: { person: ReportPerson }) {
  const { t } = useTranslation('reports')
  const { day } = useDays()
  const status =
    person.status === 'notYetStarted'
      ? t('core:words.memberStatuses.notYetStarted')
      : t(`core:words.memberOutcomes.${person.status}`)
  const facts = [
    person.studentId,
    person.cohortCode,
    person.reason === null ? status : `${status}: ${t(`core:words.leavingReasons.${person.reason}`)}`,
    person.certifiedOn === null ? null : t('certifiedOn', { day: day(person.certifiedOn) }),
  ].filter((fact) => fact !== null)
  return (
    <li className={styles.person}>
      <Link href={`#/learners/${person.learnerId}`}>{person.name}</Link>
      <span className={styles.quiet}>{facts.join(' · ')}</span>
    </li>
  )
}

function People({ asked, filters }: { asked: PeopleAsked; filters: ReportFilters }) {
  const { t } = useTranslation('reports')
  const say = useFailureText()
  const people = useQuery(
    peopleQuery(asked, filters) as ReturnType<typeof api.reports.completionPeople.queryOptions>,
  )
  if (people.error) {
    return (
      <ErrorState message={say(failureFrom(people.error)).message} onRetry={() => void people.refetch()} />
    )
  }
  if (!people.data) return <Skeleton lines={6} />
  return (
    <>
      <p className={styles.quiet} role="status">
        {t('peopleCount', { count: people.data.length })}
      </p>
      <ul className={styles.people}>
        {people.data.slice(0, mostShown).map((person) => (
          <Person key={`${person.learnerId} ${person.cohortId}`} person={person} />
        ))}
      </ul>
      {people.data.length > mostShown && (
        <p className={styles.quiet}>{t('morePeople', { count: people.data.length - mostShown })}</p>
      )}
    </>
  )
}

interface PeoplePanelProps {
  opened: OpenedNumber
  filters: ReportFilters
  onClose: () => void
}

/** The learners behind a number, and what the number means. */
export function PeoplePanel({ opened, filters, onClose }: PeoplePanelProps) {
  const { t } = useTranslation('reports')
  const [chosen, setChosen] = useState(opened.groups[0]!.id)
  const group = opened.groups.find(({ id }) => id === chosen) ?? opened.groups[0]!
  return (
    <SidePanel isOpen takesFocus onClose={onClose} title={opened.title} subtitle={opened.of}>
      <div className={styles.panel}>
        {opened.rate !== undefined && <p className={styles.figure}>{opened.rate}</p>}
        <p>{t(`core:reports.definitions.${opened.definition}.text`)}</p>
        {opened.groups.length > 1 && (
          <SegmentedControl
            label={t('whichPeople')}
            options={opened.groups}
            value={group.id}
            onChange={setChosen}
          />
        )}
        <People key={group.id} asked={group.asked} filters={filters} />
      </div>
    </SidePanel>
  )
}
