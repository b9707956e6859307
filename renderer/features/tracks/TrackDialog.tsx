import { useTranslation } from 'react-i18next'
import type { Track, TrackInput } from '../../../shared/contract/tracks.ts'
import { trackStatuses } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { LocalTextFields } from './LocalTextFields.tsx'
import { PartFields } from './PartFields.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

interface TrackDialogProps {
  /** The track to change, or null for a new one. */
  track: Track | null
  onClose: () => void
  onSaved: (track: Track) => void
}

const blank: TrackInput = {
  code: '',
  name: { en: '', es: '' },
  socCode: null,
  socTitle: null,
  seats: null,
  status: 'active',
  components: [],
  notes: null,
  source: null,
}

function factsOf(track: Track): TrackInput {
  const { id: _, credentials: __, versions: ___, inForce: ____, ...facts } = track
  return facts
}

/** Everything about a track but its rules and credentials. */
export function TrackDialog({ track, onClose, onSaved }: TrackDialogProps) {
  const { t } = useTranslation('tracks')
  const begin = () => (track === null ? blank : factsOf(track))
  const place = `track ${track?.id ?? 'new'}`
  const { draft: facts, setDraft: setFacts, close, hasChanges } = useFormDraft(place, begin, onClose)
  const create = useCommand(api.tracks.create)
  const change = useCommand(api.tracks.change)
  const command = track === null ? create : change
  const fields = command.failure?.fields ?? {}
  const set = (some: Partial<TrackInput>) => setFacts((before) => ({ ...before, ...some }))
  function save() {
    const onSuccess = (saved: Track) => {
      close()
      onSaved(saved)
    }
    if (track === null) create.run(facts, { onSuccess })
    else change.run({ id: track.id, ...facts }, { onSuccess })
  }
  return (
    <FormDialog
      isOpen
      size="large"
      title={track === null ? t('add') : t('changeFacts')}
      submitLabel={t('save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={command.isPending}
      errors={command.failure?.items ?? []}
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
      <FieldRow>
        <TextField
          label={t('fields.code')}
          hint={t('fields.codeHint')}
          name="code"
          value={facts.code}
          onChange={(code) => set({ code })}
          isRequired
          errorMessage={fields.code}
        />
        <Select
          label={t('fields.status')}
          name="status"
          options={trackStatuses.map((id) => ({
            id,
            label: t(`core:words.trackStatuses.${id}`),
            detail: t(`statusMeans.${id}`),
          }))}
          value={facts.status}
          onChange={(status) => set({ status })}
        />
        <NumberField
          label={t('fields.seats')}
          name="seats"
          value={facts.seats}
          onChange={(seats) => set({ seats })}
          minValue={1}
          maxValue={1000}
          errorMessage={fields.seats}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('fields.socCode')}
          placeholder="31-1131"
          name="socCode"
          value={facts.socCode ?? ''}
          onChange={(text) => set({ socCode: text.trim() === '' ? null : text })}
          errorMessage={fields.socCode}
        />
        <TextField
          label={t('fields.socTitle')}
          name="socTitle"
          value={facts.socTitle ?? ''}
          onChange={(socTitle) => set({ socTitle })}
          errorMessage={fields.socTitle}
        />
      </FieldRow>
      <PartFields
        label={t('fields.components')}
        addLabel={t('fields.addComponent')}
        name="components"
        value={facts.components}
        onChange={(components) => set({ components })}
        keptKeys={track?.components.map(({ key }) => key) ?? []}
        blank={(key) => ({ key, name: { en: '', es: '' }, hours: null })}
        errors={fields}
        more={(part, path, setPart) => (
          <NumberField
            label={t('fields.hours')}
            name={`${path}.hours`}
            value={part.hours}
            onChange={(hours) => setPart({ ...part, hours })}
            minValue={1}
            errorMessage={fields[`${path}.hours`]}
          />
        )}
      />
      <Disclosure label={t('fields.more')}>
        <TextArea
          label={t('fields.notes')}
          name="notes"
          value={facts.notes ?? ''}
          onChange={(notes) => set({ notes })}
          errorMessage={fields.notes}
        />
        <TextField
          label={t('fields.source')}
          name="source"
          value={facts.source ?? ''}
          onChange={(source) => set({ source })}
          errorMessage={fields.source}
        />
      </Disclosure>
    </FormDialog>
  )
}
