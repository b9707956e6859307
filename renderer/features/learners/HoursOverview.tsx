import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LearnerHours } from '../../../shared/contract/attendance.ts'
import { participantHours } from '../../../shared/rules/participation.ts'
import { api } from '../../api.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { programYearSpan } from '../../../shared/values/dates.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { ExplainedSentence } from '../explain/ExplainedSentence.tsx'
import type { NumberToOpen } from '../explain/numberToOpen.ts'
import { useHourNumbers } from '../explain/useHourNumbers.ts'
import { useProgramYear } from '../gains/useProgramYear.ts'
import { useLearnerWords } from './learnerWords.ts'
import styles from './LearnerScreen.module.css'

type NextTest = LearnerHours['nextTests'][number]

function NextTestLine({ test, learnerId }: { test: NextTest; learnerId: number }) {
  const { t } = useTranslation('learners')
  const { number } = useLearnerWords()
  const numbers = useHourNumbers()
  const skill = t(`core:words.skillAreas.${test.skillArea}`)
  const form = test.nextForm === null ? '' : t('hours.nextForm', { form: test.nextForm })
  if (test.generationEnded) return <StatusDot kind="info">{t('hours.newPreTest', { skill })}</StatusDot>
  const { skillArea } = test
  const opened = [
    numbers.sinceTest({ learnerId, of: skill, text: number(test.hours) }, skillArea),
    numbers.toNextTest({ learnerId, of: skill, text: number(test.hoursMissing ?? 0) }, skillArea),
  ]
  const said = (state: 'noRule' | 'notDue' | 'due' | 'overdue') => (
    <ExplainedSentence
      numbers={opened}
      say={(hours, missing) => t(`hours.${state}`, { skill, hours, missing, form })}
    />
  )
  if (test.state === 'noRule' || test.state === 'notDue') return <StatusDot>{said(test.state)}</StatusDot>
  return <StatusDot kind={test.state === 'overdue' ? 'danger' : 'warning'}>{said(test.state)}</StatusDot>
}

interface ParticipationProps {
  period: LearnerHours['periods'][number]
  learnerId: number
}

function Participation({ period, learnerId }: ParticipationProps) {
  const { t } = useTranslation('learners')
  const { day, number } = useLearnerWords()
  const numbers = useHourNumbers()
  const text = number(period.hours)
  if (period.exitedOn !== null) return <p>{t('hours.exited', { day: day(period.exitedOn) ?? '' })}</p>
  if (period.participantOn !== null)
    return <p>{t('hours.participant', { day: day(period.participantOn) ?? '' })}</p>
  return (
    <p>
      <ExplainedSentence
        say={(hours) => t('hours.notYetParticipant', { hours, needed: participantHours })}
        numbers={[numbers.ofPeriod({ learnerId, of: '', text }, period.firstService, period.lastService)]}
      />
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
  type Part = { sectionCode: string | null; component: string } | null
  const hoursOf = (programYear: number, text: string, part: Part): NumberToOpen => ({
    title: t('hours.title'),
    of: [yearName(programYear), part?.sectionCode, part && nameOf(part.component)]
      .filter(Boolean)
      .join(' · '),
    text,
    definition: 'hours',
    asked: {
      explain: 'hours',
      input: { learnerId, span: { kind: 'days', ...programYearSpan(programYear) }, part },
    },
  })
  return (
    <div className={styles.hours}>
      {!year && <p>{t('hours.empty')}</p>}
      {year && (
        <>
          <p>
            <strong>
              <ExplainedSentence
                say={(hours) => t('hours.inYear', { year: yearName(year.programYear), hours })}
                numbers={[hoursOf(year.programYear, number(year.hours), null)]}
              />
            </strong>
          </p>
          <ul className={styles.hourParts}>
            {year.parts.map(({ sectionCode, component, hours: some }) => (
              <li key={`${sectionCode} ${component}`}>
                <span>{[sectionCode, nameOf(component)].filter(Boolean).join(' · ')}</span>
                <ExplainedNumber
                  number={hoursOf(year.programYear, t('hours.attended', { hours: number(some) }), {
                    sectionCode,
                    component,
                  })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {period && <Participation period={period} learnerId={learnerId} />}
      {hours.data?.nextTests.map((test) => (
        <p key={test.skillArea}>
          <NextTestLine test={test} learnerId={learnerId} />
        </p>
      ))}
    </div>
  )
}
