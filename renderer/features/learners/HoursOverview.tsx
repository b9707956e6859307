import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LearnerHours } from '../../../shared/contract/attendance.ts'
import { participantHours } from '../../../shared/rules/participation.ts'
import { api } from '../../api.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useProgramYear } from '../gains/useProgramYear.ts'
import { useLearnerWords } from './learnerWords.ts'
import styles from './LearnerScreen.module.css'

type NextTest = LearnerHours['nextTests'][number]

function NextTestLine({ test }: { test: NextTest }) {
  const { t } = useTranslation('learners')
  const { number } = useLearnerWords()
  const skill = t(`core:words.skillAreas.${test.skillArea}`)
  const form = test.nextForm === null ? '' : t('hours.nextForm', { form: test.nextForm })
  if (test.generationEnded) return <StatusDot kind="info">{t('hours.newPreTest', { skill })}</StatusDot>
  if (test.state === 'noRule')
    return <StatusDot>{t('hours.noRule', { skill, hours: number(test.hours) })}</StatusDot>
  if (test.state === 'notDue') {
    const missing = number(test.hoursMissing ?? 0)
    return <StatusDot>{t('hours.notDue', { skill, hours: number(test.hours), missing, form })}</StatusDot>
  }
  return (
    <StatusDot kind={test.state === 'overdue' ? 'danger' : 'warning'}>
      {t(`hours.${test.state}`, { skill, hours: number(test.hours), form })}
    </StatusDot>
  )
}

function Participation({ period }: { period: LearnerHours['periods'][number] }) {
  const { t } = useTranslation('learners')
  const { day, number } = useLearnerWords()
  if (period.exitedOn !== null) return <p>{t('hours.exited', { day: day(period.exitedOn) ?? '' })}</p>
  return (
    <p>
      {period.participantOn === null
        ? t('hours.notYetParticipant', { hours: number(period.hours), needed: participantHours })
        : t('hours.participant', { day: day(period.participantOn) ?? '' })}
    </p>
  )
}

/** A learner's hours of the newest program year by class, participation, and the way to the next tests. */
export function HoursOverview({ learnerId }: { learnerId: number }) {
  const { t } = useTranslation('learners')
  const { inLanguage, number } = useLearnerWords()
  const yearName = useProgramYear()
  const hours = useQuery(api.attendance.ofLearner.queryOptions({ input: { learnerId } }))
  const components = useQuery(api.instructionHours.components.queryOptions({ input: {} }))
  if (hours.isPending) return <Skeleton height="5rem" />
  const [year] = hours.data?.years ?? []
  const [period] = hours.data?.periods ?? []
  const nameOf = (component: string) => {
    const known = components.data?.find(({ key }) => key === component)?.name
    if (known) return inLanguage(known)
    return component === 'english' ? t('hours.english') : component
  }
  return (
    <div className={styles.hours}>
      {!year && <p>{t('hours.empty')}</p>}
      {year && (
        <>
          <p>
            <strong>
              {t('hours.inYear', { year: yearName(year.programYear), hours: number(year.hours) })}
            </strong>
          </p>
          <ul className={styles.hourParts}>
            {year.parts.map(({ sectionCode, component, hours: some }) => (
              <li key={`${sectionCode} ${component}`}>
                <span>{[sectionCode, nameOf(component)].filter(Boolean).join(' · ')}</span>
                <span>{t('hours.attended', { hours: number(some) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {period && <Participation period={period} />}
      {hours.data?.nextTests.map((test) => (
        <p key={test.skillArea}>
          <NextTestLine test={test} />
        </p>
      ))}
    </div>
  )
}
