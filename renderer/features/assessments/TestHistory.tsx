import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { AssessmentRecord } from '../../../shared/contract/assessments.ts'
import { scoreRemark } from '../../../shared/rules/scoreText.ts'
import { api, failureFrom } from '../../api.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { AssessmentActions } from './AssessmentActions.tsx'
import { useLevelWords } from './levelWords.ts'
import styles from './TestHistory.module.css'

/** Why a test does not count, or what else is to be said of it; empty for a plain one. */
function useTestNotes(): (test: AssessmentRecord) => string[] {
  const { t } = useTranslation('assessments')
  return (test) => {
    if (test.voidedAt !== null) return [t('history.voided', { reason: test.voidReason ?? '' })]
    const remark = scoreRemark(test)
    return [
      ...(remark === null ? [] : [t(`remarks.${remark}`, { text: test.scoreText })]),
      ...(test.sameFormReason === null ? [] : [t('history.sameForm', { reason: test.sameFormReason })]),
      ...(test.earlyReason === null ? [] : [t('history.early', { reason: test.earlyReason })]),
    ]
  }
}

/** Every test of a learner, newest first, with void and restore. */
export function TestHistory({ learnerId }: { learnerId: number }) {
  const { t } = useTranslation('assessments')
  const { locale } = useLocale()
  const levelWords = useLevelWords()
  const notesOf = useTestNotes()
  const say = useFailureText()
  const tests = useQuery(api.assessments.ofLearner.queryOptions({ input: { learnerId } }))
  if (tests.error)
    return <ErrorState message={say(failureFrom(tests.error)).message} onRetry={() => void tests.refetch()} />
  if (!tests.data) return <Skeleton lines={4} />
  if (tests.data.length === 0) return <p className={styles.none}>{t('history.none')}</p>
  const nameOf = (test: AssessmentRecord) =>
    `${t(`core:words.skillAreas.${test.skillArea}`)} ${formatDay(test.testedOn, locale)}`
  return (
    <SimpleTable
      caption={t('history.title')}
      rows={tests.data}
      rowKey={(test) => test.id}
      columns={[
        { id: 'day', label: t('history.day'), cell: (test) => formatDay(test.testedOn, locale) },
        {
          id: 'test',
          label: t('history.test'),
          cell: (test) => (
            <>
              {t(`core:words.skillAreas.${test.skillArea}`)}
              <span className={styles.quiet}>{`${test.instrument} · ${test.form}`}</span>
            </>
          ),
        },
        {
          id: 'score',
          label: t('history.score'),
          isNumeric: true,
          cell: (test) => (
            <span className={test.voidedAt === null ? undefined : styles.struck}>{test.scoreText}</span>
          ),
        },
        { id: 'level', label: t('history.level'), cell: (test) => levelWords.ofRecord(test) },
        {
          id: 'note',
          label: t('history.note'),
          cell: (test) => {
            const note = notesOf(test).join(' ')
            return test.voidedAt === null ? note : <StatusDot kind="neutral">{note}</StatusDot>
          },
        },
        {
          id: 'actions',
          label: t('history.actionsHeading'),
          cell: (test) => (
            <AssessmentActions assessmentId={test.id} isVoided={test.voidedAt !== null} name={nameOf(test)} />
          ),
        },
      ]}
    />
  )
}
