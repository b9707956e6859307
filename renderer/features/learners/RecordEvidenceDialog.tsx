import { useTranslation } from 'react-i18next'
import type { EvidenceFacts, EvidenceRecord } from '../../../shared/contract/evidence.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import type { ChecklistItem } from './EvidenceCard.tsx'
import { statesOf, useEvidenceStateWord } from './evidenceWords.ts'
import { useLearnerWords } from './learnerWords.ts'
import { useFormDraft } from '../../useFormDraft.ts'

interface RecordEvidenceDialogProps {
  learnerId: number
  item: ChecklistItem
  onClose: () => void
}

interface EvidenceDraft {
  status: EvidenceRecord['status']
  onDate: string | null
  documentDate: string | null
  doses: number | null
  seenBy: string
}

/** Says that a document was seen, a component done, an interview held: the answer, the day, who saw it. */
export function RecordEvidenceDialog({ learnerId, item, onClose }: RecordEvidenceDialogProps) {
  const { t } = useTranslation('learners')
  const { inLanguage } = useLearnerWords()
  const { today, account } = useSession()
  const toasts = useToasts()
  const stateWord = useEvidenceStateWord()
  const isDocument = item.kind === 'document'
  const begin = (): EvidenceDraft => ({
    status: statesOf[item.kind][0],
    onDate: today,
    documentDate: null,
    doses: null,
    seenBy: account.name,
  })
  const place = `${item.kind} ${item.evidenceKey} of ${learnerId}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, begin, onClose)
  const { status, onDate, documentDate, doses, seenBy } = draft
  const change = (part: Partial<EvidenceDraft>) => setDraft((before) => ({ ...before, ...part }))
  const record = useCommand(api.evidence.record)
  const errors = record.failure?.fields ?? {}

  function save() {
    const common = { kind: item.kind, evidenceKey: item.evidenceKey, status, onDate, seenBy }
    const facts = (isDocument ? { ...common, documentDate, doses } : common) as EvidenceFacts
    record.run(
      { learnerId, facts },
      {
        onSuccess: () => {
          toasts.show({ message: t('evidence.recorded') })
          close()
        },
      },
    )
  }
  return (
    <FormDialog
      isOpen
      title={inLanguage(item.label)}
      submitLabel={t('evidence.record')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={record.isPending}
      errors={record.failure?.items ?? []}
    >
      <RadioGroup
        label={t('evidence.answer')}
        name="facts.status"
        orientation="horizontal"
        options={statesOf[item.kind].map((id) => ({ id, label: stateWord(item.kind, id) }))}
        value={status}
        onChange={(next) => change({ status: next })}
      />
      <DateTextField
        label={t(`evidence.dayLabel.${item.kind}`)}
        name="facts.onDate"
        value={onDate}
        onChange={(next) => change({ onDate: next })}
        latest={today}
        today={today}
        isRequired
        errorMessage={errors['facts.onDate']}
      />
      {isDocument && (
        <FieldRow>
          <DateTextField
            label={t('evidence.documentDate')}
            name="facts.documentDate"
            value={documentDate}
            onChange={(next) => change({ documentDate: next })}
            hint={item.asksDocumentDate ? t('evidence.documentDateAsked') : t('evidence.documentDateHint')}
            latest={today}
            today={today}
            errorMessage={errors['facts.documentDate']}
          />
          <NumberField
            label={t('evidence.doseCount')}
            name="facts.doses"
            value={doses}
            onChange={(next) => change({ doses: next })}
            hint={item.asksDoses ? t('evidence.dosesAsked') : t('evidence.dosesHint')}
            minValue={0}
            maxValue={20}
            errorMessage={errors['facts.doses']}
          />
        </FieldRow>
      )}
      <TextField
        label={t('evidence.seenByLabel')}
        name="facts.seenBy"
        value={seenBy}
        onChange={(next) => change({ seenBy: next })}
        hint={isDocument ? t('evidence.neverContent') : undefined}
        autoComplete="off"
        errorMessage={errors['facts.seenBy']}
      />
    </FormDialog>
  )
}
