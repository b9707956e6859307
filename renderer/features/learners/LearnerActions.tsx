import { useTranslation } from 'react-i18next'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditIcon, ScoreIcon } from '../../ui/icons.ts'
import { RecordAssessmentDialog } from '../assessments/RecordAssessmentDialog.tsx'
import { EditLearnerDialog } from './EditLearnerDialog.tsx'
import { useDraft } from '../../useDraft.ts'

/** The actions at the top right of a learner's page, the main one last. */
export function LearnerActions({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const [open, setOpen] = useDraft<'edit' | 'recordTest' | null>(`open at learner ${learner.id}`, null)
  const mayChange = useMay('coordinator', 'director')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const close = () => setOpen(null)
  return (
    <>
      {mayChange && (
        <Button icon={EditIcon} onPress={() => setOpen('edit')}>
          {t('edit')}
        </Button>
      )}
      {mayRecord && (
        <Button variant="primary" icon={ScoreIcon} onPress={() => setOpen('recordTest')}>
          {t('recordTest')}
        </Button>
      )}
      {open === 'edit' && <EditLearnerDialog learner={learner} onClose={close} />}
      {open === 'recordTest' && (
        <RecordAssessmentDialog learner={{ ...learner, learnerId: learner.id }} onClose={close} />
      )}
    </>
  )
}
