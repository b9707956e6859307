import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { AssessmentRecord } from '../../../shared/contract/assessments.ts'
import type { PostTestTiming } from '../../../shared/rules/postTestTiming.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { useLevelWords } from './levelWords.ts'
import styles from './LastTest.module.css'
import { lastTestOf } from './sittings.ts'
import type { TestChoice } from './testChoice.ts'

interface LastTestProps {
  /** The learner's tests, newest first; null while they have not come. */
  history: readonly AssessmentRecord[] | null
  skillArea: TestChoice['skillArea']
  /** How the test being entered lies to the one before it. */
  timing: PostTestTiming
}

/** Where the learner stood at the last test of the skill, and whether hours since then are missing. */
export function LastTest({ history, skillArea, timing }: LastTestProps) {
  const { t } = useTranslation('assessments')
  const { locale } = useLocale()
  const levelWords = useLevelWords()
  const last = skillArea === null || history === null ? null : lastTestOf(history, skillArea)
  const words = last
    ? t('last.test', {
        score: last.scoreText,
        level: levelWords.short(last.level),
        form: last.form,
        day: formatDay(last.testedOn, locale),
      })
    : t('last.none')
  return (
    <div className={styles.last}>
      <p>{skillArea === null || history === null ? '\u00a0' : words}</p>
      {timing.state === 'hoursUnknown' && (
        <p>
          {t('last.hoursUnknown', { minimum: timing.minimumHours, day: formatDay(timing.since, locale) })}
        </p>
      )}
    </div>
  )
}
