import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditIcon } from '../../ui/icons.ts'
import { EditLearnerDialog } from './EditLearnerDialog.tsx'

/** The actions at the top right of a learner's page, the main one last. */
export function LearnerActions({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const [isEditing, setEditing] = useState(false)
  const mayChange = useMay('coordinator', 'director')
  return (
    <>
      {mayChange && (
        <Button icon={EditIcon} onPress={() => setEditing(true)}>
          {t('edit')}
        </Button>
      )}
      {isEditing && <EditLearnerDialog learner={learner} onClose={() => setEditing(false)} />}
    </>
  )
}
