import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { CohortFacts } from '../../../shared/contract/cohortValues.ts'
import { api } from '../../api.ts'
import { useCommand } from '../../useCommand.ts'
import { useLocalText } from '../../useLocalText.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { draftOf, emptyDraft, factsOf, missingIn, onTrack } from './cohortDraft.ts'
import { FeatureFields } from './FeatureFields.tsx'
import { StaffFields } from './StaffFields.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

interface CohortDialogProps {
  /** The cohort to change; null forms a new one. */
  cohort: CohortDetails | null
  onClose: () => void
  onSaved: (cohortId: number) => void
}

const none = 'none'
/** The words of the fields that must be filled in. */
const labels = { trackId: 'form.track', startDate: 'form.startDate', endDate: 'form.endDate' } as const

/** The credentials of a track to choose from, and *none yet*. */
function useCredentialOptions(trackId: number | null) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const track = useQuery(
    api.tracks.get.queryOptions({ input: { id: trackId ?? 1 }, enabled: trackId !== null }),
  )
  const credentials = (track.data?.credentials ?? []).map(({ id, name }) => ({
    id: String(id),
    label: say(name),
  }))
  return [...credentials, { id: none, label: t('form.noCredentialYet') }]
}

/** Saves a new cohort or a changed one, whichever it is. */
function useSave(cohort: CohortDetails | null, onSaved: (cohortId: number) => void) {
  const create = useCommand(api.cohorts.create)
  const change = useCommand(api.cohorts.change)
  const { isPending, failure } = cohort ? change : create
  function save(facts: CohortFacts) {
    if (cohort === null) create.run(facts, { onSuccess: ({ cohortId }) => onSaved(cohortId) })
    else change.run({ cohortId: cohort.id, ...facts }, { onSuccess: () => onSaved(cohort.id) })
  }
  return { save, isPending, failure }
}

/** Forms a cohort, or changes what is written about one. */
export function CohortDialog({ cohort, onClose, onSaved }: CohortDialogProps) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const client = useQueryClient()
  const begin = () => (cohort ? draftOf(cohort) : emptyDraft)
  const { draft, setDraft, close, hasChanges } = useFormDraft(`cohort ${cohort?.id ?? 'new'}`, begin, onClose)
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>([])
  const { save, isPending, failure } = useSave(cohort, (cohortId) => {
    close()
    onSaved(cohortId)
  })
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const credentials = useCredentialOptions(draft.trackId)
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const errors: Readonly<Record<string, string | undefined>> = {
    ...failure?.fields,
    ...Object.fromEntries(missing.map((name) => [name, t('core:errors.required')])),
  }

  async function chooseTrack(id: string) {
    const track = await client.fetchQuery(api.tracks.get.queryOptions({ input: { id: Number(id) } }))
    setDraft((before) => onTrack(before, track))
  }
  function submit() {
    const facts = factsOf(draft)
    setMissing(missingIn(draft))
    if (facts !== null) save(facts)
  }
  return (
    <FormDialog
      isOpen
      size="medium"
      title={cohort ? t('form.changeTitle', { code: cohort.code }) : t('form.newTitle')}
      submitLabel={cohort ? t('form.save') : t('form.create')}
      onSubmit={submit}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={isPending}
      errors={
        missing.length > 0
          ? missing.map((field) => ({ field, message: t('form.missing', { field: t(labels[field]) }) }))
          : (failure?.items ?? [])
      }
    >
      <Select
        label={t('form.track')}
        name="trackId"
        isRequired
        autoFocus={cohort === null}
        options={(tracks.data ?? []).map(({ id, name, status }) => ({
          id: String(id),
          label: say(name),
          ...(status === 'active' ? {} : { detail: t(`core:words.trackStatuses.${status}`) }),
        }))}
        value={draft.trackId === null ? null : String(draft.trackId)}
        onChange={(id) => void chooseTrack(id)}
        errorMessage={errors.trackId}
      />
      <FieldRow>
        <TextField
          label={t('form.code')}
          hint={t('form.codeHint')}
          name="code"
          value={draft.code}
          onChange={(code) => change({ code })}
          isRequired
          errorMessage={errors.code}
        />
        <TextField
          label={t('form.site')}
          name="site"
          value={draft.site}
          onChange={(site) => change({ site })}
          isRequired
          errorMessage={errors.site}
        />
      </FieldRow>
      <FieldRow>
        <DateTextField
          label={t('form.startDate')}
          name="startDate"
          value={draft.startDate}
          onChange={(startDate) => change({ startDate })}
          isRequired
          errorMessage={errors.startDate}
        />
        <DateTextField
          label={t('form.endDate')}
          name="endDate"
          value={draft.endDate}
          onChange={(endDate) => change({ endDate })}
          earliest={draft.startDate ?? undefined}
          isRequired
          errorMessage={errors.endDate}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={t('form.seats')}
          hint={t('form.seatsHint')}
          name="seats"
          value={draft.seats}
          onChange={(seats) => change({ seats })}
          minValue={1}
          maxValue={1000}
          errorMessage={errors.seats}
        />
        <Select
          label={t('form.credential')}
          name="credentialId"
          options={credentials}
          value={draft.credentialId === null ? none : String(draft.credentialId)}
          onChange={(id) => change({ credentialId: id === none ? null : Number(id) })}
          errorMessage={errors.credentialId}
        />
      </FieldRow>
      <Disclosure
        label={t('form.more')}
        note={t('form.moreNote', { staff: draft.staff.length, features: draft.deliveryFeatures.length })}
        defaultExpanded={cohort !== null}
      >
        <TextField
          label={t('form.term')}
          hint={t('form.termHint')}
          name="term"
          value={draft.term ?? ''}
          onChange={(term) => change({ term })}
          errorMessage={errors.term}
        />
        <StaffFields value={draft.staff} onChange={(staff) => change({ staff })} errors={errors} />
        <FeatureFields
          value={draft.deliveryFeatures}
          onChange={(deliveryFeatures) => change({ deliveryFeatures })}
          errors={errors}
        />
      </Disclosure>
    </FormDialog>
  )
}
