import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Screening } from '../../../shared/contract/screenings.ts'
import { addMonths } from '../../../shared/values/dates.ts'
import { api } from '../../api.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFormDraft } from '../../useFormDraft.ts'

/** Months a course lasts unless told; the end is typed over. */
const usualMonths = 4

interface CohortDraft {
  code: string
  site: string
  startDate: string | null
  endDate: string | null
  seats: number | null | 'asTheTrack'
}

/** Forms a cohort of those who are invited, for the track and start of the screening. */
export function FormCohortDialog({ screening, onClose }: { screening: Screening; onClose: () => void }) {
  const { t } = useTranslation('screening')
  const [, navigate] = useLocation()
  const invited = useQuery(api.screenings.invited.queryOptions({ input: { screeningId: screening.id } }))
  const track = useQuery(api.tracks.get.queryOptions({ input: { id: screening.trackId } }))
  const create = useCommand(api.cohorts.create)
  const begin = (): CohortDraft => ({
    code: `${screening.trackCode}-`,
    site: '',
    startDate: screening.startDate,
    endDate: addMonths(screening.startDate, usualMonths),
    seats: 'asTheTrack',
  })
  const place = `cohort of screening ${screening.id}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, begin, onClose)
  const { code, site, startDate, endDate } = draft
  const seats = draft.seats === 'asTheTrack' ? (track.data?.seats ?? null) : draft.seats
  const change = (part: Partial<CohortDraft>) => setDraft((before) => ({ ...before, ...part }))
  const fields = create.failure?.fields ?? {}
  const [isDateMissing, setDateMissing] = useState(false)
  const people = invited.data ?? []

  function save() {
    setDateMissing(startDate === null || endDate === null)
    if (startDate === null || endDate === null || !track.data) return
    const credential = track.data.credentials.find(({ active }) => active)
    create.run(
      {
        code,
        trackId: screening.trackId,
        credentialId: credential?.id ?? null,
        site,
        term: null,
        startDate,
        endDate,
        seats,
        staff: [],
        deliveryFeatures: [],
        memberLearnerIds: people.map(({ learnerId }) => learnerId),
        screeningId: screening.id,
      },
      {
        onSuccess: ({ cohortId }) => {
          close()
          navigate(`/cohorts/${cohortId}`)
        },
      },
    )
  }
  const missing = isDateMissing ? t('cohort.dateMissing') : undefined
  return (
    <FormDialog
      isOpen
      size="medium"
      title={t('cohort.title', { count: people.length })}
      submitLabel={t('cohort.save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={create.isPending}
      errors={create.failure?.items ?? []}
    >
      <p>{t('cohort.who', { names: people.map(({ learnerName }) => learnerName).join(', ') })}</p>
      <FieldRow>
        <TextField
          label={t('cohort.code')}
          name="code"
          value={code}
          onChange={(next) => change({ code: next })}
          isRequired
          autoFocus
          errorMessage={fields.code}
        />
        <TextField
          label={t('cohort.site')}
          name="site"
          value={site}
          onChange={(next) => change({ site: next })}
          isRequired
          errorMessage={fields.site}
        />
      </FieldRow>
      <FieldRow>
        <DateTextField
          label={t('cohort.start')}
          name="startDate"
          value={startDate}
          onChange={(next) => change({ startDate: next })}
          isRequired
          errorMessage={fields.startDate ?? (startDate === null ? missing : undefined)}
        />
        <DateTextField
          label={t('cohort.end')}
          name="endDate"
          value={endDate}
          onChange={(next) => change({ endDate: next })}
          isRequired
          errorMessage={fields.endDate ?? (endDate === null ? missing : undefined)}
        />
      </FieldRow>
      <NumberField
        label={t('cohort.seats')}
        name="seats"
        value={seats}
        onChange={(next) => change({ seats: next })}
        minValue={1}
        errorMessage={fields.seats}
      />
    </FormDialog>
  )
}
