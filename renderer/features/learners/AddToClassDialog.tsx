import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, failureFrom } from '../../api.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { useFailureText, type ShownFailure } from '../../useFailureText.ts'

interface AddToClassDialogProps {
  /** Whom to add; asked for when the form is sent. */
  learnerIds: () => Promise<number[]>
  onClose: () => void
  /** Called when they sit in the class. */
  onAdded: () => void
}

/** Puts learners into a class from today. */
export function AddToClassDialog({ learnerIds, onClose, onAdded }: AddToClassDialogProps) {
  const { t } = useTranslation('learners')
  const toasts = useToasts()
  const say = useFailureText()
  const sections = useQuery(api.sections.list.queryOptions({ input: { active: true, limit: 500 } }))
  const options = (sections.data?.rows ?? []).map(({ id, code, name }) => ({
    id: String(id),
    label: code,
    detail: name,
  }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [failure, setFailure] = useState<ShownFailure | null>(null)
  const add = useCommand(api.sections.addMembers)
  const remove = useToastedCommand(api.sections.removeMembers)

  async function send() {
    if (chosen === null) return setMissing(true)
    const sectionId = Number(chosen)
    try {
      const { added } = await add.runAsync({ sectionId, learnerIds: await learnerIds() })
      const code = options.find(({ id }) => id === chosen)?.label ?? ''
      toasts.show({
        message: t('selection.addedToClass', { count: added.length, code }),
        undo: added.length > 0 ? () => remove.run({ sectionId, learnerIds: added }) : undefined,
      })
      onAdded()
    } catch (error) {
      setFailure(say(failureFrom(error)))
    }
  }
  return (
    <FormDialog
      isOpen
      title={t('selection.addToClass')}
      submitLabel={t('selection.addToClass')}
      onSubmit={() => void send()}
      onCancel={onClose}
      isPending={add.isPending}
      errors={failure?.items ?? []}
    >
      <ComboBox
        label={t('filters.section')}
        hint={t('selection.classHint')}
        placeholder={t('filters.sectionHint')}
        options={options}
        isLoading={sections.isPending}
        value={chosen}
        onChange={(id) => {
          setChosen(id)
          setMissing(false)
        }}
        isRequired
        autoFocus
        errorMessage={isMissing ? t('selection.chooseClass') : undefined}
      />
    </FormDialog>
  )
}
