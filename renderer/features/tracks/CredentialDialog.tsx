import { useTranslation } from 'react-i18next'
import type { Credential } from '../../../shared/contract/tracks.ts'
import { api } from '../../api.ts'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../useCommand.ts'
import { LocalTextFields } from './LocalTextFields.tsx'
import { PartFields } from './PartFields.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

interface CredentialDialogProps {
  trackId: number
  credential: Credential | null
  onClose: () => void
}

const blank: Omit<Credential, 'id'> = {
  name: { en: '', es: '' },
  parts: [{ key: 'part', name: { en: '', es: '' } }],
  attemptLimit: null,
  windowMonths: null,
  noShowUsesAttempt: false,
  source: null,
  active: true,
}

/** A certification: its exam parts, how often and how long they may be tried, and what a missed test costs. */
export function CredentialDialog({ trackId, credential, onClose }: CredentialDialogProps) {
  const { t } = useTranslation('tracks')
  const begin = (): Omit<Credential, 'id'> => credential ?? blank
  const place = `credential ${credential?.id ?? `new for ${trackId}`}`
  const { draft: facts, setDraft: setFacts, close, hasChanges } = useFormDraft(place, begin, onClose)
  const save = useCommand(api.tracks.saveCredential)
  const fields = save.failure?.fields ?? {}
  const set = (some: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...some }))
  const keptKeys = credential?.parts.map(({ key }) => key) ?? []
  return (
    <FormDialog
      isOpen
      size="large"
      title={credential === null ? t('credential.add') : t('credential.change')}
      submitLabel={t('save')}
      onSubmit={() => save.run({ ...facts, id: credential?.id ?? null, trackId }, { onSuccess: close })}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={save.isPending}
      errors={save.failure?.items ?? []}
    >
      <LocalTextFields
        label={t('fields.name')}
        name="name"
        value={facts.name}
        onChange={(name) => set({ name })}
        errors={fields}
        isRequired
        autoFocus
      />
      <PartFields
        label={t('credential.parts')}
        addLabel={t('credential.addPart')}
        name="parts"
        value={facts.parts}
        onChange={(parts) => set({ parts })}
        keptKeys={keptKeys}
        blank={(key) => ({ key, name: { en: '', es: '' } })}
        errors={fields}
        atLeast={1}
      />
      <FieldRow>
        <NumberField
          label={t('credential.attemptLimit')}
          hint={t('credential.noLimitHint')}
          name="attemptLimit"
          value={facts.attemptLimit}
          onChange={(attemptLimit) => set({ attemptLimit })}
          minValue={1}
          maxValue={20}
          errorMessage={fields.attemptLimit}
        />
        <NumberField
          label={t('credential.windowMonths')}
          hint={t('credential.noLimitHint')}
          name="windowMonths"
          value={facts.windowMonths}
          onChange={(windowMonths) => set({ windowMonths })}
          minValue={1}
          maxValue={120}
          errorMessage={fields.windowMonths}
        />
      </FieldRow>
      <Switch
        isSelected={facts.noShowUsesAttempt}
        onChange={(noShowUsesAttempt) => set({ noShowUsesAttempt })}
      >
        {t('credential.noShowUsesAttempt')}
      </Switch>
      <TextArea
        label={t('fields.source')}
        name="source"
        value={facts.source ?? ''}
        onChange={(source) => set({ source })}
        errorMessage={fields.source}
      />
      <Switch isSelected={facts.active} onChange={(active) => set({ active })}>
        {t('credential.active')}
      </Switch>
    </FormDialog>
  )
}
