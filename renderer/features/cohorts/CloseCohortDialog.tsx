import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { CohortLessons } from '../../../shared/contract/cohortValues.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

const noLessons: CohortLessons = { whatFailed: '', whatToChange: '' }

interface LessonFieldsProps {
  value: CohortLessons
  onChange: (lessons: CohortLessons) => void
  errors: Readonly<Record<string, string>>
}

function LessonFields({ value, onChange, errors }: LessonFieldsProps) {
  const { t } = useTranslation('cohorts')
  return (
    <>
      <TextArea
        label={t('lessons.whatFailed')}
        hint={t('lessons.whatFailedHint')}
        name="lessons.whatFailed"
        rows={4}
        isRequired
        autoFocus
        value={value.whatFailed}
        onChange={(whatFailed) => onChange({ ...value, whatFailed })}
        errorMessage={errors['lessons.whatFailed']}
      />
      <TextArea
        label={t('lessons.whatToChange')}
        hint={t('lessons.whatToChangeHint')}
        name="lessons.whatToChange"
        rows={4}
        isRequired
        value={value.whatToChange}
        onChange={(whatToChange) => onChange({ ...value, whatToChange })}
        errorMessage={errors['lessons.whatToChange']}
      />
    </>
  )
}

interface LessonsDialogProps {
  cohort: CohortDetails
  onClose: () => void
}

/** Closes the cohort with what was learned from it. */
export function CloseCohortDialog({ cohort, onClose }: LessonsDialogProps) {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const begin = () => ({ lessons: cohort.lessons ?? noLessons, closedOn: today as string | null })
  const { draft, setDraft, close, hasChanges } = useFormDraft(`closing ${cohort.id}`, begin, onClose)
  const { lessons, closedOn } = draft
  const closing = useCommand(api.cohorts.close)
  const fields = closing.failure?.fields ?? {}
  return (
    <FormDialog
      isOpen
      size="medium"
      title={t('close.title', { code: cohort.code })}
      submitLabel={t('close.submit')}
      onSubmit={() =>
        closing.run({ cohortId: cohort.id, closedOn: closedOn ?? '', lessons }, { onSuccess: close })
      }
      onCancel={close}
      hasChanges={hasChanges}
      isPending={closing.isPending}
      errors={closing.failure?.items ?? []}
    >
      <LessonFields
        value={lessons}
        onChange={(next) => setDraft((before) => ({ ...before, lessons: next }))}
        errors={fields}
      />
      <DateTextField
        label={t('close.closedOn')}
        name="closedOn"
        value={closedOn}
        onChange={(next) => setDraft((before) => ({ ...before, closedOn: next }))}
        latest={today}
        today={today}
        isRequired
        errorMessage={fields.closedOn}
      />
    </FormDialog>
  )
}

/** Writes lessons down without closing, or mends them afterwards. */
export function LessonsDialog({ cohort, onClose }: LessonsDialogProps) {
  const { t } = useTranslation('cohorts')
  const begin = () => cohort.lessons ?? noLessons
  const { draft, setDraft, close, hasChanges } = useFormDraft(`lessons of ${cohort.id}`, begin, onClose)
  const write = useCommand(api.cohorts.writeLessons)
  return (
    <FormDialog
      isOpen
      size="medium"
      title={t('lessons.title')}
      submitLabel={t('lessons.save')}
      onSubmit={() => write.run({ cohortId: cohort.id, lessons: draft }, { onSuccess: close })}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={write.isPending}
      errors={write.failure?.items ?? []}
    >
      <LessonFields value={draft} onChange={setDraft} errors={write.failure?.fields ?? {}} />
    </FormDialog>
  )
}
