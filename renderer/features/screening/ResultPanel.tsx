import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Screening } from '../../../shared/contract/screenings.ts'
import type { RequirementAnswer } from '../../../shared/rules/screening/answers.ts'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PrintIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { WayToTrack } from '../gains/WayToTrack.tsx'
import { AnswerLine } from './AnswerLine.tsx'
import { DecisionActions } from './DecisionActions.tsx'
import { DecisionHistory } from './DecisionHistory.tsx'
import { learnerResultPath } from './screeningPaths.ts'
import { resultMeaning } from './screeningWords.ts'
import styles from './Screening.module.css'
import { WaiveDialog } from './WaiveDialog.tsx'

interface ResultPanelProps {
  screening: Screening
  learner: { learnerId: number; learnerName: string; studentId: string | null } | null
  onClose: () => void
}

/** One learner's answers, next steps and decisions beside the list. */
export function ResultPanel({ screening, learner, onClose }: ResultPanelProps) {
  const { t } = useTranslation('screening')
  const [, navigate] = useLocation()
  return (
    <SidePanel
      isOpen={learner !== null}
      onClose={onClose}
      title={learner?.learnerName ?? ''}
      subtitle={learner?.studentId ?? undefined}
      footer={
        learner && (
          <>
            <Link href={`#/learners/${learner.learnerId}`}>{t('panel.openLearner')}</Link>
            <Button
              icon={PrintIcon}
              onPress={() => navigate(learnerResultPath(screening.id, learner.learnerId))}
            >
              {t('panel.print')}
            </Button>
          </>
        )
      }
    >
      {learner && <Answers screening={screening} learnerId={learner.learnerId} />}
    </SidePanel>
  )
}

/** One learner is chosen by number; no filter stands behind the choice. */
const everybody = {}

function Answers({ screening, learnerId }: { screening: Screening; learnerId: number }) {
  const { t } = useTranslation('screening')
  const shown = useFailureText()
  const mayDecide = useMay('director')
  const [waiving, setWaiving] = useState<Requirement | null>(null)
  const input = { screeningId: screening.id, learnerId }
  const result = useQuery(api.screenings.result.queryOptions({ input }))
  if (result.isError) {
    const { message } = shown(failureFrom(result.error))
    return <ErrorState message={message} onRetry={() => void result.refetch()} />
  }
  if (!result.data) return <Skeleton lines={8} />
  const { answers, decisions, withinReach } = result.data
  const asked = (answer: RequirementAnswer) => screening.requirements.find(({ key }) => key === answer.key)
  const lines = (strength: 'required' | 'preferred') =>
    answers
      .filter((answer) => answer.strength === strength)
      .flatMap((answer) => {
        const requirement = asked(answer)
        if (!requirement) return []
        const isOpen = answer.state === 'notMet' || answer.state === 'unknown'
        const action =
          isOpen && requirement.waivable && mayDecide ? (
            <Button variant="quiet" isSmall onPress={() => setWaiving(requirement)}>
              {t('waive.button')}
            </Button>
          ) : null
        return [<AnswerLine key={answer.key} answer={answer} requirement={requirement} action={action} />]
      })
  const preferred = lines('preferred')
  return (
    <>
      <p>
        <StatusDot kind={resultMeaning[result.data.result]}>
          {t(`core:words.screeningResults.${result.data.result}`)}
          {withinReach && ` · ${t('counts.withinReach')}`}
        </StatusDot>
      </p>
      <section>
        <h3 className={styles.section}>{t('panel.required')}</h3>
        <ul className={styles.answers}>{lines('required')}</ul>
      </section>
      {preferred.length > 0 && (
        <section>
          <h3 className={styles.section}>{t('panel.preferred')}</h3>
          <ul className={styles.answers}>{preferred}</ul>
        </section>
      )}
      <WayToTrack learnerId={learnerId} trackId={screening.trackId} title={t('gains:way.title')} />
      <DecisionHistory decisions={decisions} />
      {mayDecide && (
        <div className={styles.actions}>
          <DecisionActions
            screeningId={screening.id}
            selection={{ kind: 'some', ids: new Set([learnerId]) }}
            filter={everybody}
            count={1}
            onDecided={() => undefined}
          />
        </div>
      )}
      {waiving && (
        <WaiveDialog
          learnerId={learnerId}
          trackId={screening.trackId}
          requirement={waiving}
          onClose={() => setWaiving(null)}
        />
      )}
    </>
  )
}
