import { useTranslation } from 'react-i18next'
import { displayName } from '../../../shared/values/names.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { LastTest } from './LastTest.tsx'
import { TestEntryFields } from './TestEntryFields.tsx'
import type { TestedLearner } from './testedLearner.ts'
import { useRecordedToast } from './useRecordedToast.ts'
import { useTestEntry, type SuggestedTest } from './useTestEntry.ts'

interface RecordAssessmentDialogProps {
  learner: TestedLearner
  suggested?: SuggestedTest | undefined
  /** Called on Cancel, and after the test is saved. */
  onClose: () => void
}

/** Records one test of a learner; mount it to open it. */
export function RecordAssessmentDialog({ learner, suggested, onClose }: RecordAssessmentDialogProps) {
  const { t } = useTranslation('assessments')
  const entry = useTestEntry(`test of ${learner.learnerId}`, learner, suggested)
  const sayRecorded = useRecordedToast()
  const close = () => {
    entry.discard()
    onClose()
  }
  return (
    <FormDialog
      isOpen
      size="large"
      title={t('record.titleFor', { name: displayName(learner) })}
      submitLabel={t('record.save')}
      onSubmit={() =>
        entry.send((saved) => {
          sayRecorded(saved)
          close()
        })
      }
      onCancel={close}
      hasChanges={entry.hasChanges}
      isPending={entry.isPending}
      errors={entry.items}
    >
      <TestEntryFields entry={entry} autoFocus />
      <LastTest history={entry.history} skillArea={entry.choice.skillArea} timing={entry.timing} />
    </FormDialog>
  )
}
