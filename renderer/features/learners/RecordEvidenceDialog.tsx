import { useState } from 'react'
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

interface RecordEvidenceDialogProps {
  learnerId: number
  item: ChecklistItem
  onClose: () => void
}

/** Says that a document was seen, a component done, an interview held: the answer, the day, who saw it. */
export function RecordEvidenceDialog({ learnerId, item, onClose }: RecordEvidenceDialogProps) {
  const { t } = useTranslation('learners')
  const { inLanguage } = useLearnerWords()
  const { today, account } = useSession()
  const toasts = useToasts()
  const stateWord = useEvidenceStateWord()
  const isDocument = item.kind === 'document'
  const [status, setStatus] = useState<EvidenceRecord['status']>(statesOf[item.kind][0])
  const [onDate, setOnDate] = useState<string | null>(today)
  const [documentDate, setDocumentDate] = useState<string | null>(null)
  const [doses, setDoses] = useState<number | null>(null)
  const [seenBy, setSeenBy] = useState(account.name)
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
          onClose()
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
      onCancel={onClose}
      isPending={record.isPending}
      errors={record.failure?.items ?? []}
    >
      <RadioGroup
        label={t('evidence.answer')}
        name="facts.status"
        orientation="horizontal"
        options={statesOf[item.kind].map((id) => ({ id, label: stateWord(item.kind, id) }))}
        value={status}
        onChange={setStatus}
      />
      <DateTextField
        label={t(`evidence.dayLabel.${item.kind}`)}
        name="facts.onDate"
        value={onDate}
        onChange={setOnDate}
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
            onChange={setDocumentDate}
            hint={item.asksDocumentDate ? t('evidence.documentDateAsked') : t('evidence.documentDateHint')}
            latest={today}
            today={today}
            errorMessage={errors['facts.documentDate']}
          />
          <NumberField
            label={t('evidence.doseCount')}
            name="facts.doses"
            value={doses}
            onChange={setDoses}
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
        onChange={setSeenBy}
        hint={isDocument ? t('evidence.neverContent') : undefined}
        autoComplete="off"
        errorMessage={errors['facts.seenBy']}
      />
    </FormDialog>
  )
}
