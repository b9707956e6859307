import { useTranslation } from 'react-i18next'
import { disclosureAudiences, disclosurePurposes } from '../../shared/values/disclosures.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { DisclosureDraft } from './disclosureDraft.ts'

interface DisclosureFieldsProps {
  draft: DisclosureDraft
  onChange: (draft: DisclosureDraft) => void
  /** The messages of refused fields, by their path in the input. */
  errors: Readonly<Record<string, string>>
}

/** For whom it is and what for; it goes on record. */
export function DisclosureFields({ draft, onChange, errors }: DisclosureFieldsProps) {
  const { t } = useTranslation('disclosure')
  const set = (change: Partial<DisclosureDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <RadioGroup
        label={t('audience')}
        options={disclosureAudiences.map((id) => ({
          id,
          label: t(`core:words.disclosureAudiences.${id}`),
          detail: t(`audienceDetails.${id}`),
        }))}
        value={draft.audience}
        onChange={(audience) => set({ audience })}
      />
      {draft.audience === 'outside' && (
        <>
          <TextField
            label={t('recipient')}
            hint={t('recipientHint')}
            name="disclosure.recipient"
            isRequired
            value={draft.recipient}
            onChange={(recipient) => set({ recipient })}
            errorMessage={errors['disclosure.recipient']}
          />
          <Select
            label={t('purpose')}
            name="disclosure.purpose"
            isRequired
            options={disclosurePurposes.map((id) => ({
              id,
              label: t(`core:words.disclosurePurposes.${id}`),
            }))}
            value={draft.purpose}
            onChange={(purpose) => set({ purpose })}
            errorMessage={errors['disclosure.purpose']}
          />
          <TextField
            label={t('note')}
            name="disclosure.note"
            isRequired={draft.purpose === 'other'}
            value={draft.note}
            onChange={(note) => set({ note })}
            errorMessage={errors['disclosure.note']}
          />
        </>
      )}
    </>
  )
}
