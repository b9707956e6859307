import { useTranslation } from 'react-i18next'
import type { CheckFinding } from '../../../shared/contract/dataChecks.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFormDraft } from '../../useFormDraft.ts'
import { useFindingWords } from './useFindingWords.ts'

/** Says that a finding is known and fine, with the reason. */
export function AcceptDialog({ finding, onClose }: { finding: CheckFinding; onClose: () => void }) {
  const { t } = useTranslation('dataChecks')
  const toasts = useToasts()
  const { nameOf, sentence } = useFindingWords()
  const { rule, subject, subjectId, learnerId } = finding
  const accept = useCommand(api.dataChecks.accept)
  const place = `finding ${rule} ${subject} ${subjectId} ${learnerId ?? ''}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, () => '', onClose)
  const save = () =>
    accept.run(
      { rule, subject, subjectId, learnerId, reason: draft },
      {
        onSuccess: () => {
          toasts.show({ message: t('accept.done') })
          close()
        },
      },
    )
  return (
    <FormDialog
      isOpen
      title={t('accept.title')}
      submitLabel={t('accept.submit')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={accept.isPending}
      errors={accept.failure?.items ?? []}
    >
      <p>
        <strong>{nameOf(finding)}</strong>
        <br />
        {sentence(finding)}
      </p>
      <p>{t('accept.meaning')}</p>
      <TextArea
        label={t('accept.reason')}
        hint={t('accept.reasonHint')}
        name="reason"
        value={draft}
        onChange={setDraft}
        isRequired
        autoFocus
        errorMessage={accept.failure?.fields.reason}
      />
    </FormDialog>
  )
}
