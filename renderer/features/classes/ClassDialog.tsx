import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SectionFacts, SectionRow } from '../../../shared/contract/sections.ts'
import { api } from '../../api.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { ClassHoursFields } from './ClassHoursFields.tsx'
import { classPath } from './classPaths.ts'
import { useFormDraft } from '../../useFormDraft.ts'

const nobody = 'nobody'

const newClass: SectionFacts = {
  code: '',
  name: '',
  site: null,
  startDate: null,
  endDate: null,
  instructorAccountId: null,
  component: null,
  meetingMinutes: null,
  active: true,
}

function factsOf(row: SectionRow): SectionFacts {
  const { code, name, site, startDate, endDate, instructorAccountId, component, meetingMinutes, active } = row
  return { code, name, site, startDate, endDate, instructorAccountId, component, meetingMinutes, active }
}

/** Makes a class, or changes one. */
export function ClassDialog({ section, onClose }: { section: SectionRow | null; onClose: () => void }) {
  const { t } = useTranslation('classes')
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const instructors = useQuery(api.sections.instructors.queryOptions({ input: {} }))
  const begin = (): SectionFacts => (section ? factsOf(section) : newClass)
  const place = `class ${section?.id ?? 'new'}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, begin, onClose)
  const create = useCommand(api.sections.create)
  const change = useCommand(api.sections.change)
  const failure = section ? change.failure : create.failure
  const errors = failure?.fields ?? {}
  const set = (changed: Partial<SectionFacts>) => setDraft({ ...draft, ...changed })
  // Somebody who is no active instructor any more still stands on the class.
  const known = instructors.data ?? []
  const isListed = known.some(({ id }) => id === draft.instructorAccountId)
  const former =
    section &&
    section.instructorAccountId !== null &&
    section.instructorAccountId === draft.instructorAccountId &&
    !isListed
      ? [{ id: section.instructorAccountId, name: section.instructorName ?? '' }]
      : []

  function save() {
    if (section) {
      const done = () => {
        toasts.show({ message: t('saved') })
        close()
      }
      return change.run({ sectionId: section.id, ...draft }, { onSuccess: done })
    }
    return create.run(draft, {
      onSuccess: ({ sectionId }) => {
        toasts.show({ message: t('added') })
        close()
        navigate(classPath(sectionId))
      },
    })
  }
  return (
    <FormDialog
      isOpen
      title={section ? section.code : t('newTitle')}
      submitLabel={t('save')}
      onSubmit={save}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={create.isPending || change.isPending}
      errors={failure?.items ?? []}
    >
      <TextField
        label={t('columns.code')}
        hint={t('codeHint')}
        name="code"
        value={draft.code}
        onChange={(code) => set({ code })}
        isRequired
        autoFocus
        autoComplete="off"
        errorMessage={errors.code}
      />
      <TextField
        label={t('columns.name')}
        name="name"
        value={draft.name}
        onChange={(name) => set({ name })}
        isRequired
        autoComplete="off"
        errorMessage={errors.name}
      />
      <Select
        label={t('columns.instructor')}
        name="instructorAccountId"
        options={[
          { id: nobody, label: t('noInstructor') },
          ...[...known, ...former].map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
        value={draft.instructorAccountId === null ? nobody : String(draft.instructorAccountId)}
        onChange={(id) => set({ instructorAccountId: id === nobody ? null : Number(id) })}
        errorMessage={errors.instructorAccountId}
      />
      <TextField
        label={t('columns.site')}
        name="site"
        value={draft.site ?? ''}
        onChange={(site) => set({ site })}
        autoComplete="off"
        errorMessage={errors.site}
      />
      <FieldRow>
        <DateTextField
          label={t('columns.startDate')}
          name="startDate"
          value={draft.startDate}
          onChange={(startDate) => set({ startDate })}
          errorMessage={errors.startDate}
        />
        <DateTextField
          label={t('columns.endDate')}
          name="endDate"
          value={draft.endDate}
          onChange={(endDate) => set({ endDate })}
          errorMessage={errors.endDate}
        />
      </FieldRow>
      <ClassHoursFields facts={draft} onChange={set} errors={errors} />
      {section && (
        <Switch isSelected={draft.active} onChange={(active) => set({ active })}>
          {t('isRunning')}
        </Switch>
      )}
    </FormDialog>
  )
}
