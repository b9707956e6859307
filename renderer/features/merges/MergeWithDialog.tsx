import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { LearnerName } from '../../../shared/contract/learnerFacts.ts'
import { displayName } from '../../../shared/values/names.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LearnerPicker } from '../learners/LearnerPicker.tsx'
import { mergePath } from './mergePaths.ts'

interface MergeWithDialogProps {
  learner: LearnerName & { id: number }
  onClose: () => void
}

/** Finds the other record of the same person; the choice itself is made on the screen that follows. */
export function MergeWithDialog({ learner, onClose }: MergeWithDialogProps) {
  const { t } = useTranslation('merges')
  const [, navigate] = useLocation()
  const [isSame, setSame] = useState(false)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('with.title', { name: displayName(learner) })}
      footer={<Button onPress={onClose}>{t('with.cancel')}</Button>}
    >
      <LearnerPicker
        label={t('with.search')}
        hint={t('with.hint')}
        autoFocus
        errorMessage={isSame ? t('with.same') : undefined}
        onPick={(picked) => {
          setSame(picked.id === learner.id)
          if (picked.id === learner.id) return
          onClose()
          navigate(mergePath(learner.id, picked.id))
        }}
      />
    </Dialog>
  )
}
