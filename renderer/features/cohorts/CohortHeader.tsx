import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { certifiedOfCompleters } from '../../../shared/rules/certificationCounts.ts'
import { completionRate, isFinal } from '../../../shared/rules/completion.ts'
import { useLocalText } from '../../useLocalText.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { CardRow, StatTile } from '../../ui/Card.tsx'
import { AddLearnerIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { seatNumber } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { AddMembersDialog } from './AddMembersDialog.tsx'
import { CohortActions } from './CohortActions.tsx'
import { CohortWarnings } from './CohortWarnings.tsx'
import { useGroupNumbers } from './groupNumbers.ts'
import { stateMeanings } from './useCohortColumns.tsx'
import { useDays } from './useDays.ts'
import { useRateText } from './useRateText.ts'
import styles from './Cohorts.module.css'

/** The figures that matter at a glance. */
function CohortFigures({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const rates = useRateText()
  const numbers = useGroupNumbers()
  const group = { cohortIds: [cohort.id], asOf: cohort.asOf, of: cohort.code }
  const { seats, seatsLeft, completion, certification } = cohort
  const completed = completionRate(completion)
  const ofSeats = (number: 'seatsLeft' | 'members') =>
    seatNumber(number, {
      ...cohort,
      title: t(number === 'seatsLeft' ? 'tiles.seatsLeft' : 'tabs.members'),
    })
  const detail = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' · ')
  return (
    <CardRow>
      <StatTile
        label={t('tiles.seatsLeft')}
        value={
          seatsLeft === null ? (
            seats === null ? (
              t('seats.noLimit')
            ) : (
              '–'
            )
          ) : (
            <ExplainedNumber number={{ ...ofSeats('seatsLeft'), text: String(seatsLeft) }} />
          )
        }
        detail={
          <>
            {seats !== null && `${t('tiles.ofSeats', { seats })} · `}
            <ExplainedNumber
              number={{ ...ofSeats('members'), text: t('tiles.members', { count: cohort.members }) }}
            />
          </>
        }
      />
      <StatTile
        label={t('tiles.enrolled')}
        value={
          <ExplainedNumber
            number={{ ...numbers.completion(group, 'enrolled'), text: String(completion.enrolled) }}
          />
        }
        detail={
          <ExplainedNumber
            number={{
              ...numbers.completion(group, 'stillIn'),
              text: t('tiles.stillIn', { count: completion.stillIn }),
            }}
          />
        }
      />
      <StatTile
        label={t('measures.completionRate')}
        value={
          <ExplainedNumber
            number={{ ...numbers.completion(group, 'completionRate'), text: rates.percent(completed) }}
          />
        }
        detail={
          completed.denominator === 0
            ? t('tiles.nobodyYet')
            : detail(
                rates.counts(completed),
                rates.smallGroup(completed),
                isFinal(completion) ? undefined : t('rates.notFinal'),
              )
        }
      />
      {certification && (
        <StatTile
          label={t('measures.certifiedOfCompleters')}
          value={
            <ExplainedNumber
              number={{
                ...numbers.measure(group, { measure: 'certifiedOfCompleters', part: null }),
                text: rates.percent(certifiedOfCompleters(certification)),
              }}
            />
          }
          detail={
            certification.completers === 0 ? (
              t('tiles.nobodyYet')
            ) : (
              <>
                {rates.counts(certifiedOfCompleters(certification))}
                {certification.pending > 0 && (
                  <>
                    {' · '}
                    <ExplainedNumber
                      number={{
                        ...numbers.pending(group),
                        text: t('tiles.pending', { count: certification.pending }),
                      }}
                    />
                  </>
                )}
              </>
            )
          }
        />
      )}
    </CardRow>
  )
}

interface CohortHeaderProps {
  cohort: CohortDetails
  onOpenCertification: () => void
}

/** What the cohort is, its figures, what needs attention, and what can be done with it. */
export function CohortHeader({ cohort, onOpenCertification }: CohortHeaderProps) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const { span } = useDays()
  const [isAdding, setAdding] = useState(false)
  const mayAdd = useMay('director', 'coordinator') && cohort.state !== 'closed'
  return (
    <>
      <PageHeader
        title={cohort.code}
        back={<Link href="#/cohorts">{t('back')}</Link>}
        subtitle={
          <span className={styles.head}>
            {[say(cohort.trackName), cohort.site, span(cohort.startDate, cohort.endDate)].join(' · ')}
            <StatusDot kind={stateMeanings[cohort.state]}>
              {t(`core:words.cohortStates.${cohort.state}`)}
            </StatusDot>
          </span>
        }
        actions={
          <>
            <CohortActions cohort={cohort} />
            {mayAdd && (
              <Button variant="primary" icon={AddLearnerIcon} onPress={() => setAdding(true)}>
                {t('members.add')}
              </Button>
            )}
          </>
        }
      />
      <CohortFigures cohort={cohort} />
      <CohortWarnings cohort={cohort} onOpenCertification={onOpenCertification} />
      {isAdding && <AddMembersDialog cohort={cohort} onClose={() => setAdding(false)} />}
    </>
  )
}
