import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  absenceReasons,
  asksReason,
  contactResults,
  type AbsenceReason,
  type ContactOccasion,
  type ContactResult,
} from '../../../shared/values/contacts.ts'
import { displayName, type PersonName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFormDraft } from '../../useFormDraft.ts'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { PhoneList } from '../learners/PhoneList.tsx'

/** Whom to get in touch with, and why. */
export interface ContactToNote {
  learner: PersonName & { readonly learnerId: number }
  occasion: ContactOccasion
  /** The class that was missed; null for an exit coming near. */
  sectionId: number | null
  /** What it is about, in a sentence. */
  about: string
}

interface ContactDraft {
  result: ContactResult | null
  reason: AbsenceReason | null
  contactedOn: string | null
}

/** How a call or message went, with the numbers to call. It takes the learner off the list. */
export function NoteContactDialog({ contact, onClose }: { contact: ContactToNote; onClose: () => void }) {
  const { learner, occasion, sectionId, about } = contact
  const { t } = useTranslation('contacts')
  const { today } = useSession()
  const toasts = useToasts()
  const record = useQuery(api.learners.get.queryOptions({ input: { learnerId: learner.learnerId } }))
  const note = useCommand(api.contacts.note)
  const withdraw = useToastedCommand(api.contacts.withdraw)
  const begin = (): ContactDraft => ({ result: null, reason: null, contactedOn: today })
  const place = `contact ${occasion} ${learner.learnerId} ${sectionId ?? ''}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, begin, onClose)
  const change = (part: Partial<ContactDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { result, reason, contactedOn } = draft
  const errors = note.failure?.fields ?? {}
  const phones = record.data?.phones ?? []

  function save() {
    // What is missing, the core refuses at its field.
    const facts = { result: result!, contactedOn: contactedOn!, reason }
    note.run(
      { learnerId: learner.learnerId, occasion, sectionId, ...facts },
      {
        onSuccess: ({ contactId }) => {
          toasts.show({ message: t('noted'), undo: () => withdraw.run({ contactId }) })
          close()
        },
      },
    )
  }
  return (
    <FormDialog
      isOpen
      title={t('title', { name: displayName(learner) })}
      submitLabel={t('save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={note.isPending}
      errors={note.failure?.items ?? []}
    >
      <p>{about}</p>
      {phones.length > 0 ? <PhoneList phones={phones} /> : record.data && <p>{t('noPhone')}</p>}
      <RadioGroup
        label={t('result')}
        name="result"
        isRequired
        options={contactResults.map((id) => ({ id, label: t(`core:words.contactResults.${id}`) }))}
        value={result}
        onChange={(next) => change({ result: next, ...(asksReason(next) ? {} : { reason: null }) })}
        errorMessage={errors.result}
      />
      {result !== null && asksReason(result) && (
        <Select
          label={t('reason')}
          name="reason"
          hint={t('reasonHint')}
          options={absenceReasons.map((id) => ({ id, label: t(`core:words.absenceReasons.${id}`) }))}
          value={reason}
          onChange={(next) => change({ reason: next })}
          errorMessage={errors.reason}
        />
      )}
      <DateTextField
        label={t('day')}
        name="contactedOn"
        value={contactedOn}
        onChange={(next) => change({ contactedOn: next })}
        latest={today}
        today={today}
        isRequired
        errorMessage={errors.contactedOn}
      />
    </FormDialog>
  )
}
