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

/** A choice that leaves the class open. */
const noClass = 'none'

/** Records the hours of one component over a period. */
export function RecordHoursDialog({ learner, onClose }: { learner: LearnerRecord; onClose: () => void }) {
  const { t } = useTranslation('learners')
  const { inLanguage } = useLearnerWords()
  const { today } = useSession()
  const toasts = useToasts()
  const components = useQuery(api.instructionHours.components.queryOptions({ input: {} }))
  const record = useCommand(api.instructionHours.record)
  const [component, setComponent] = useState('')
  const [section, setSection] = useState(String(learner.sections[0]?.id ?? noClass))
  const [periodFrom, setFrom] = useState<string | null>(null)
  const [periodTo, setTo] = useState<string | null>(null)
  const [hours, setHours] = useState<number | null>(null)
  const [possibleHours, setPossible] = useState<number | null>(null)
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
          onClose()
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
      onCancel={onClose}
      isPending={record.isPending}
      errors={record.failure?.items ?? []}
    >
      {known.length > 0 ? (
        <Select
          label={t('hours.component')}
          name="facts.component"
          options={known.map(({ key, name }) => ({ id: key, label: inLanguage(name) }))}
          value={component === '' ? null : component}
          onChange={setComponent}
          isRequired
          errorMessage={errors['facts.component'] ?? missing(component)}
        />
      ) : (
        <TextField
          label={t('hours.component')}
          name="facts.component"
          value={component}
          onChange={setComponent}
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
          onChange={setSection}
        />
      )}
      <FieldRow>
        <DateTextField
          label={t('hours.from')}
          name="facts.periodFrom"
          value={periodFrom}
          onChange={setFrom}
          latest={today}
          today={today}
          isRequired
          errorMessage={errors['facts.periodFrom'] ?? missing(periodFrom)}
        />
        <DateTextField
          label={t('hours.to')}
          name="facts.periodTo"
          value={periodTo}
          onChange={setTo}
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
          onChange={setHours}
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
          onChange={setPossible}
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
