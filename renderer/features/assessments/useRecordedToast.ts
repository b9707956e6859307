import { useTranslation } from 'react-i18next'
import type { AssessmentRecord } from '../../../shared/contract/assessments.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useLevelWords } from './levelWords.ts'

/** Says that a test was recorded, and the level it gave. */
export function useRecordedToast(): (saved: AssessmentRecord) => void {
  const { t } = useTranslation('assessments')
  const toasts = useToasts()
  const levelWords = useLevelWords()
  return (saved) =>
    toasts.show({
      message: t('record.saved', { score: saved.scoreText, level: levelWords.short(saved.level) }),
    })
}
