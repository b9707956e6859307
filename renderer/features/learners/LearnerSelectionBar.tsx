import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnerFilters } from '../../../shared/contract/learners.ts'
import { learnerStatuses, type LearnerStatus } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ClassesIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { countSelected, type RowSelection } from '../../ui/rowSelection.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFailureText } from '../../useFailureText.ts'
import { AddToClassDialog } from './AddToClassDialog.tsx'
import { selectedLearnerIds } from './resolveSelection.ts'

interface SelectionBarProps {
  selection: RowSelection<number>
  /** How many learners the filters let through. */
  total: number
  filters: LearnerFilters
  /** Called when the work on the selection is done. */
  onDone: () => void
}

/** Sets the status of the selected learners at once; the toast takes it back for each as it was. */
function useSetStatus({ selection, filters, onDone }: SelectionBarProps) {
  const { t } = useTranslation('learners')
  const toasts = useToasts()
  const say = useFailureText()
  const { runAsync } = useCommand(api.learners.setStatus)
  const failed = (error: unknown) => toasts.show({ message: say(failureFrom(error)).message, kind: 'danger' })

  async function undo(changed: readonly { learnerId: number; before: LearnerStatus }[]) {
    try {
      for (const status of learnerStatuses) {
        const learnerIds = changed.filter(({ before }) => before === status).map(({ learnerId }) => learnerId)
        if (learnerIds.length > 0) await runAsync({ learnerIds, status })
      }
    } catch (error) {
      failed(error)
    }
  }
  return async function setStatus(status: LearnerStatus) {
    try {
      const learnerIds = await selectedLearnerIds(selection, filters)
      const { changed } = await runAsync({ learnerIds, status })
      toasts.show({
        message: t('selection.statusSet', {
          count: changed.length,
          status: t(`core:words.learnerStatuses.${status}`),
        }),
        undo: changed.length > 0 ? () => void undo(changed) : undefined,
      })
      onDone()
    } catch (error) {
      failed(error)
    }
  }
}

/** What can be done with the selected learners. */
export function LearnerSelectionBar(props: SelectionBarProps) {
  const { selection, total, filters, onDone } = props
  const { t } = useTranslation('learners')
  const setStatus = useSetStatus(props)
  const [isAdding, setAdding] = useState(false)
  const mayChange = useMay('coordinator', 'director')
  const mayFillClasses = useMay('instructor', 'coordinator', 'director')
  return (
    <SelectionBar count={countSelected(selection, total)} onClear={onDone}>
      {mayChange && (
        <MenuButton
          label={t('selection.setStatus')}
          actions={learnerStatuses.map((id) => ({
            id,
            label: t(`core:words.learnerStatuses.${id}`),
            onAction: () => void setStatus(id),
          }))}
        />
      )}
      {mayFillClasses && (
        <Button icon={ClassesIcon} onPress={() => setAdding(true)}>
          {t('selection.addToClass')}
        </Button>
      )}
      {isAdding && (
        <AddToClassDialog
          learnerIds={() => selectedLearnerIds(selection, filters)}
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            onDone()
          }}
        />
      )}
    </SelectionBar>
  )
}
