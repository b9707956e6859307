import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LearnerYear } from '../../../shared/contract/gains.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Badge, StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDraft } from '../../useDraft.ts'
import { useFailureText } from '../../useFailureText.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { ExplainedSentence } from '../explain/ExplainedSentence.tsx'
import { useHourNumbers } from '../explain/useHourNumbers.ts'
import { EarlyReasonDialog } from './EarlyReasonDialog.tsx'
import styles from './Gains.module.css'
import { useGainWords } from './useGainWords.ts'
import { useProgramYear } from './useProgramYear.ts'

type Gain = LearnerYear['gains'][number]

const meanings: Record<Gain['state'], Meaning> = {
  gained: 'success',
  noGain: 'warning',
  notMeasured: 'neutral',
}

interface NextTestProps {
  next: NonNullable<Gain['next']>
  learnerId: number
  skillArea: Gain['skillArea']
  /** The skill in words. */
  of: string
}

/** When the next test of the area may be given, and which form. */
function NextTest({ next, learnerId, skillArea, of }: NextTestProps) {
  const { t, i18n } = useTranslation('gains')
  const numbers = useHourNumbers()
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const form = next.form === null ? '' : t('next.form', { form: next.form })
  if (next.generationEnded) return <StatusDot kind="info">{t('next.newPreTest')}</StatusDot>
  if (next.state === 'noRule') return <StatusDot>{t('next.noRule', { form })}</StatusDot>
  if (next.state === 'notDue')
    return (
      <StatusDot>
        <ExplainedSentence
          say={(missing) => t('next.notDue', { hours: missing, form })}
          numbers={[
            numbers.toNextTest({ learnerId, of, text: hours.format(next.hoursMissing ?? 0) }, skillArea),
          ]}
        />
      </StatusDot>
    )
  return (
    <StatusDot kind={next.state === 'overdue' ? 'danger' : 'warning'}>
      {t(`next.${next.state}`, { form })}
    </StatusDot>
  )
}

/** A test before its hours for which nobody gave a reason, and the way to give one. */
function ReasonMissing({ assessmentId }: { assessmentId: number }) {
  const { t } = useTranslation('gains')
  const mayExplain = useMay('instructor', 'coordinator', 'director')
  const [isOpen, setOpen] = useDraft(`explaining the early test ${assessmentId}`, false)
  return (
    <p className={styles.areaHead}>
      <StatusDot kind="warning">{t('noEarlyReason')}</StatusDot>
      {mayExplain && (
        <Button isSmall onPress={() => setOpen(true)}>
          {t('giveReason')}
        </Button>
      )}
      {isOpen && <EarlyReasonDialog assessmentId={assessmentId} onClose={() => setOpen(false)} />}
    </p>
  )
}

interface AreaGainProps {
  gain: Gain
  learnerId: number
  programYear: number
}

function AreaGain({ gain, learnerId, programYear }: AreaGainProps) {
  const { t } = useTranslation('gains')
  const words = useGainWords()
  const early = words.early(gain)
  const between = words.between(gain)
  const { skillArea } = gain
  const of = t(`core:words.skillAreas.${skillArea}`)
  const state = words.state(gain)
  const unexplained = gain.reason === 'tooFewHours' && early === null ? gain.about : null
  return (
    <li className={styles.areaGain}>
      <p className={styles.areaHead}>
        <strong>{of}</strong>
        <Badge kind={meanings[gain.state]}>
          {gain.levels === null ? (
            state
          ) : (
            <ExplainedNumber
              number={{
                ...{ title: t('learner.levelsGained'), of, text: state, definition: 'levelsGained' },
                asked: { explain: 'learnerGain', input: { learnerId, programYear, skillArea } },
              }}
            />
          )}
        </Badge>
      </p>
      {words.sentences(gain).map((sentence) => (
        <p key={sentence} className={styles.quiet}>
          {sentence}
        </p>
      ))}
      {between && (
        <p className={styles.quiet}>
          <ExplainedSentence
            say={between.say}
            numbers={[
              {
                ...{ title: t('learner.hoursBetween'), of, text: between.text },
                definition: 'hoursBetweenTests',
                asked: {
                  explain: 'hours',
                  input: { learnerId, span: { kind: 'betweenTests', skillArea, programYear } },
                },
              },
            ]}
          />
        </p>
      )}
      {early !== null && <p className={styles.quiet}>{early}</p>}
      {unexplained !== null && <ReasonMissing assessmentId={unexplained.id} />}
      {gain.next && (
        <p>
          <NextTest next={gain.next} {...{ learnerId, skillArea, of }} />
        </p>
      )}
    </li>
  )
}

/** A learner's pre- and post-tests by program year and skill: what was gained, or why not, and what comes next. */
export function LearnerGainsCard({ learnerId }: { learnerId: number }) {
  const { t } = useTranslation('gains')
  const say = useFailureText()
  const yearName = useProgramYear()
  const years = useQuery(api.gains.ofLearner.queryOptions({ input: { learnerId } }))
  if (years.error)
    return (
      <Card title={t('learner.title')}>
        <ErrorState message={say(failureFrom(years.error)).message} onRetry={() => void years.refetch()} />
      </Card>
    )
  return (
    <Card title={t('learner.title')}>
      {years.isPending && <Skeleton lines={4} />}
      {years.data?.length === 0 && <p className={styles.quiet}>{t('learner.none')}</p>}
      {years.data?.map(({ programYear, gains }) => (
        <section key={programYear} aria-label={t('learner.year', { year: yearName(programYear) })}>
          <h3 className={styles.wayTitle}>{t('learner.year', { year: yearName(programYear) })}</h3>
          <ul className={styles.people}>
            {gains.map((gain) => (
              <AreaGain key={gain.skillArea} {...{ gain, learnerId, programYear }} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
