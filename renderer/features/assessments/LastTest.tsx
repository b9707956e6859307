import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { AssessmentRecord } from '../../../shared/contract/assessments.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { useLevelWords } from './levelWords.ts'
import styles from './LastTest.module.css'
import { lastTestOf } from './sittings.ts'
import type { TestChoice } from './testChoice.ts'

interface LastTestProps {
  /** The learner's tests, newest first; null while they have not come. */
  history: readonly AssessmentRecord[] | null
  skillArea: TestChoice['skillArea']
}

/** Where the learner stood at the last test of the skill. */
export function LastTest({ history, skillArea }: LastTestProps) {
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
  return <p className={styles.last}>{skillArea === null || history === null ? '\u00a0' : words}</p>
}
