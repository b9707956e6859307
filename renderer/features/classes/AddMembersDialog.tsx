import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnerSummary } from '../../../shared/contract/learners.ts'
import type { SectionRow } from '../../../shared/contract/sections.ts'
import { listName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { LearnerPicker } from '../learners/LearnerPicker.tsx'
import styles from './ClassesScreen.module.css'

/** Finds learners one after the other and puts all of them into the class. */
export function AddMembersDialog({ section, onClose }: { section: SectionRow; onClose: () => void }) {
  const { t } = useTranslation('classes')
  const ownOnly = useOwnClassesOnly()
  const toasts = useToasts()
  const [picked, setPicked] = useState<readonly LearnerSummary[]>([])
  const [isMissing, setMissing] = useState(false)
  const add = useCommand(api.sections.addMembers)
  const remove = useToastedCommand(api.sections.removeMembers)

  function save() {
    if (picked.length === 0) return setMissing(true)
    return add.run(
      { sectionId: section.id, learnerIds: picked.map(({ id }) => id) },
      {
        onSuccess: ({ added }) => {
          toasts.show({
            message: t('members.added', { count: added.length }),
            undo:
              added.length > 0 ? () => remove.run({ sectionId: section.id, learnerIds: added }) : undefined,
          })
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      isOpen
      title={t('members.addTo', { code: section.code })}
      submitLabel={t('members.add')}
      onSubmit={save}
      onCancel={onClose}
      isPending={add.isPending}
      errors={add.failure?.items ?? []}
    >
      <LearnerPicker
        label={t('members.find')}
        hint={t(ownOnly ? 'members.findOwnHint' : 'members.findHint')}
        placeholder={t('learners:filters.searchHint')}
        onPick={(learner) => {
          setMissing(false)
          if (!picked.some(({ id }) => id === learner.id)) setPicked([...picked, learner])
        }}
        errorMessage={isMissing ? t('members.chooseSomebody') : undefined}
        autoFocus
      />
      <div className={styles.picked} role="status" aria-label={t('members.picked')}>
        <FilterChips
          chips={picked.map((learner) => ({ id: String(learner.id), label: listName(learner) }))}
          onRemove={(id) => setPicked(picked.filter((learner) => String(learner.id) !== id))}
        />
      </div>
    </FormDialog>
  )
}
