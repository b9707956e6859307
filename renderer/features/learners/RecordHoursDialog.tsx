import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useLearnerWords } from './learnerWords.ts'
import { useFormDraft } from '../../useFormDraft.ts'

/** A choice that leaves the class open. */
const noClass = 'none'

interface HoursDraft {
  component: string
  section: string
  periodFrom: string | null
  periodTo: string | null
  hours: number | null
  possibleHours: number | null
}

const noHours: HoursDraft = {
  component: '',
  section: noClass,
  periodFrom: null,
  periodTo: null,
  hours: null,
  possibleHours: null,
}

/** Records the hours of one component over a period. */
export function RecordHoursDialog({ learner, onClose }: { learner: LearnerRecord; onClose: () => void }) {
  const { t } = useTranslation('learners')
  const { inLanguage } = useLearnerWords()
  const { today } = useSession()
  const toasts = useToasts()
  const components = useQuery(api.instructionHours.components.queryOptions({ input: {} }))
  const record = useCommand(api.instructionHours.record)
  const begin = (): HoursDraft => ({ ...noHours, section: String(learner.sections[0]?.id ?? noClass) })
  const { draft, setDraft, close, hasChanges } = useFormDraft(`hours of ${learner.id}`, begin, onClose)
  const { component, section, periodFrom, periodTo, hours, possibleHours } = draft
  const change = (part: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...part }))
  const [isTried, setTried] = useState(false)
  const errors = record.failure?.fields ?? {}
  const missing = (value: unknown) =>
    isTried && (value === null || value === '') ? t('core:errors.required') : undefined
  const known = components.data ?? []

  function save() {
    setTried(true)
    if (component === '' || periodFrom === null || periodTo === null || hours === null) return
    const sectionId = section === noClass ? null : Number(section)
    record.run(
      { learnerId: learner.id, facts: { component, sectionId, periodFrom, periodTo, hours, possibleHours } },
      {
        onSuccess: () => {
          toasts.show({ message: t('hours.recorded') })
          close()
        },
      },
    )
  }
  return (
    <FormDialog
      isOpen
      title={t('hours.record')}
      submitLabel={t('hours.save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={record.isPending}
      errors={record.failure?.items ?? []}
    >
      {known.length > 0 ? (
        <Select
          label={t('hours.component')}
          name="facts.component"
          options={known.map(({ key, name }) => ({ id: key, label: inLanguage(name) }))}
          value={component === '' ? null : component}
          onChange={(next) => change({ component: next })}
          isRequired
          errorMessage={errors['facts.component'] ?? missing(component)}
        />
      ) : (
        <TextField
          label={t('hours.component')}
          name="facts.component"
          value={component}
          onChange={(next) => change({ component: next })}
          isRequired
          autoComplete="off"
          errorMessage={errors['facts.component'] ?? missing(component)}
        />
      )}
      {learner.sections.length > 0 && (
        <Select
          label={t('filters.section')}
          name="facts.sectionId"
          options={[
            { id: noClass, label: t('hours.noClass') },
            ...learner.sections.map(({ id, code }) => ({ id: String(id), label: code })),
          ]}
          value={section}
          onChange={(next) => change({ section: next })}
        />
      )}
      <FieldRow>
        <DateTextField
          label={t('hours.from')}
          name="facts.periodFrom"
          value={periodFrom}
          onChange={(next) => change({ periodFrom: next })}
          latest={today}
          today={today}
          isRequired
          errorMessage={errors['facts.periodFrom'] ?? missing(periodFrom)}
        />
        <DateTextField
          label={t('hours.to')}
          name="facts.periodTo"
          value={periodTo}
          onChange={(next) => change({ periodTo: next })}
          latest={today}
          today={today}
          isRequired
          errorMessage={errors['facts.periodTo'] ?? missing(periodTo)}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={t('hours.hours')}
          name="facts.hours"
          value={hours}
          onChange={(next) => change({ hours: next })}
          minValue={0}
          maxValue={2000}
          step={0.25}
          isRequired
          errorMessage={errors['facts.hours'] ?? missing(hours)}
        />
        <NumberField
          label={t('hours.possible')}
          name="facts.possibleHours"
          value={possibleHours}
          onChange={(next) => change({ possibleHours: next })}
          hint={t('hours.possibleHint')}
          minValue={0}
          maxValue={2000}
          step={0.25}
          errorMessage={errors['facts.possibleHours']}
        />
      </FieldRow>
    </FormDialog>
  )
}
