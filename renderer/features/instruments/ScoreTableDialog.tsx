import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { FieldErrorItem } from '../../ui/FormErrors.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { ChartFields } from './ChartFields.tsx'
import { FormsAndHoursFields } from './FormsAndHoursFields.tsx'
import { tableInput, type ScoreTableDraft } from './scoreTableDraft.ts'
import { TestFields } from './TestFields.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

/** What the parts of the dialog share. */
export interface DraftPart {
  draft: ScoreTableDraft
  change: (next: Partial<ScoreTableDraft>) => void
  /** What is wrong, by the path of the value in the core's input. */
  errors: Readonly<Record<string, string>>
}

interface ScoreTableDialogProps {
  /** What to begin with. */
  initial: ScoreTableDraft
  onClose: () => void
}

/** Enters or corrects a score table; the levels of its scores are looked up anew. */
export function ScoreTableDialog({ initial, onClose }: ScoreTableDialogProps) {
  const { t } = useTranslation('instruments')
  const toasts = useToasts()
  const place = `score table ${initial.id ?? 'new'}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, () => initial, onClose)
  const [missing, setMissing] = useState<readonly FieldErrorItem[]>([])
  const save = useCommand(api.instruments.saveTable)
  const items = save.failure?.items ?? missing
  const errors = Object.fromEntries(items.map(({ field, message }) => [field ?? '', message]))

  function change(next: Partial<ScoreTableDraft>) {
    setDraft((before) => ({ ...before, ...next }))
  }
  function submit() {
    const { skillArea } = draft
    if (skillArea === null) {
      save.reset()
      setMissing([{ field: 'skillArea', message: t('core:errors.required') }])
      return
    }
    setMissing([])
    save.run(tableInput(draft, skillArea), {
      onSuccess: ({ relevelled }) => {
        toasts.show({ message: t('edit.saved', { count: relevelled }) })
        close()
      },
    })
  }
  const part: DraftPart = { draft, change, errors }
  return (
    <FormDialog
      isOpen
      size="large"
      title={draft.id === null ? t('edit.titleNew') : t('edit.title')}
      submitLabel={t('edit.submit')}
      onSubmit={submit}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={save.isPending}
      errors={items}
    >
      <TestFields {...part} />
      <ChartFields {...part} />
      <FormsAndHoursFields {...part} />
    </FormDialog>
  )
}
