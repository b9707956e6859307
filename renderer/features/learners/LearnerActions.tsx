import { useTranslation } from 'react-i18next'
import { mayMerge } from '../../../shared/contract/merges.ts'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditIcon, MergeIcon, ScoreIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { RecordAssessmentDialog } from '../assessments/RecordAssessmentDialog.tsx'
import { MergeWithDialog } from '../merges/MergeWithDialog.tsx'
import { EditLearnerDialog } from './EditLearnerDialog.tsx'
import { useDraft } from '../../useDraft.ts'

/** The actions at the top right of a learner's page, the main one last. */
export function LearnerActions({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const [open, setOpen] = useDraft<'edit' | 'recordTest' | 'merge' | null>(
    `open at learner ${learner.id}`,
    null,
  )
  const mayChange = useMay('coordinator', 'director')
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const may = useMay(...mayMerge)
  const close = () => setOpen(null)
  return (
    <>
      {may && (
        <MenuButton
          isIconOnly
          label={t('moreActions')}
          actions={[
            {
              ...{ id: 'merge', label: t('merges:with.open'), icon: MergeIcon },
              onAction: () => setOpen('merge'),
            },
          ]}
        />
      )}
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
      {open === 'merge' && <MergeWithDialog learner={learner} onClose={close} />}
      {open === 'recordTest' && (
        <RecordAssessmentDialog learner={{ ...learner, learnerId: learner.id }} onClose={close} />
      )}
    </>
  )
}
