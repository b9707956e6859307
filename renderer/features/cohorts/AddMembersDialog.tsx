import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { api } from '../../api.ts'
import { useCommand } from '../../useCommand.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import type { Chosen } from './chosen.ts'
import { FoundPicker } from './FoundPicker.tsx'
import { InvitedPicker } from './InvitedPicker.tsx'

type Source = 'learners' | 'screening'

interface AddMembersDialogProps {
  cohort: CohortDetails
  onClose: () => void
}

/** Adds members: anybody found among the learners, or those invited in a screening of the track. */
export function AddMembersDialog({ cohort, onClose }: AddMembersDialogProps) {
  const { t } = useTranslation('cohorts')
  const toasts = useToasts()
  const [source, setSource] = useState<Source>('learners')
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [screeningId, setScreeningId] = useState<number | null>(null)
  const add = useCommand(api.cohorts.addMembers)
  const screenings = useQuery(api.screenings.list.queryOptions({ input: { trackId: cohort.trackId } }))
  const members = new Set(cohort.memberRows.map(({ learnerId }) => learnerId))

  function takeFrom(next: Source) {
    setSource(next)
    setChosen(new Map())
    setScreeningId(next === 'learners' ? null : (screenings.data?.rows[0]?.id ?? null))
  }
  function submit() {
    add.run(
      { cohortId: cohort.id, learnerIds: [...chosen.keys()], screeningId },
      {
        onSuccess: ({ added }) => {
          toasts.show({ message: t('addMembers.added', { count: added }) })
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      isOpen
      size="medium"
      title={t('addMembers.title', { code: cohort.code })}
      submitLabel={t('addMembers.submit', { count: chosen.size })}
      onSubmit={submit}
      onCancel={onClose}
      isPending={add.isPending}
      errors={add.failure?.items ?? []}
    >
      <SegmentedControl
        label={t('addMembers.source')}
        options={[
          { id: 'learners', label: t('addMembers.fromLearners') },
          { id: 'screening', label: t('addMembers.fromScreening') },
        ]}
        value={source}
        onChange={takeFrom}
      />
      {cohort.seatsLeft !== null && (
        <p role="status">
          {t('addMembers.seats', { left: Math.max(0, cohort.seatsLeft), count: chosen.size })}
        </p>
      )}
      {source === 'learners' ? (
        <FoundPicker chosen={chosen} onChange={setChosen} except={members} />
      ) : (
        <InvitedPicker
          screenings={screenings.data?.rows ?? []}
          screeningId={screeningId}
          onScreening={(id) => {
            setScreeningId(id)
            setChosen(new Map())
          }}
          chosen={chosen}
          onChange={setChosen}
          except={members}
        />
      )}
    </FormDialog>
  )
}
