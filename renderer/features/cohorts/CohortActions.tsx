import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { CheckIcon, DeleteIcon, EditIcon, ReportsIcon, UndoIcon } from '../../ui/icons.ts'
import { MenuButton, type MenuAction } from '../../ui/Menu.tsx'
import { CloseCohortDialog } from './CloseCohortDialog.tsx'
import { CohortDialog } from './CohortDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { useDraft } from '../../useDraft.ts'

type Open = 'change' | 'close' | 'reopen' | 'remove'

function RemoveCohortDialog({ cohort, onClose }: { cohort: CohortDetails; onClose: () => void }) {
  const { t } = useTranslation('cohorts')
  const [, navigate] = useLocation()
  const remove = useCommand(api.cohorts.remove)
  return (
    <ConfirmDialog
      isOpen
      isDestructive
      title={t('remove.title', { code: cohort.code })}
      confirmLabel={t('remove.confirm')}
      onConfirm={() => remove.run({ cohortId: cohort.id }, { onSuccess: () => navigate('/cohorts') })}
      onCancel={onClose}
      isPending={remove.isPending}
      errorMessage={remove.failure?.message}
    >
      {t('remove.text')}
    </ConfirmDialog>
  )
}

/** What can be done with the whole cohort. */
export function CohortActions({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const [, navigate] = useLocation()
  const mayDirect = useMay('director')
  const [open, setOpen] = useDraft<Open | null>(`open at cohort ${cohort.id}`, null)
  const close = () => setOpen(null)
  const isClosed = cohort.state === 'closed'
  const director: MenuAction[] = [
    {
      id: 'change',
      label: t('actions.change'),
      icon: EditIcon,
      onAction: () => setOpen('change'),
      isDisabled: isClosed,
    },
    isClosed
      ? { id: 'reopen', label: t('actions.reopen'), icon: UndoIcon, onAction: () => setOpen('reopen') }
      : { id: 'close', label: t('actions.close'), icon: CheckIcon, onAction: () => setOpen('close') },
    'separator',
    {
      id: 'remove',
      label: t('actions.remove'),
      icon: DeleteIcon,
      onAction: () => setOpen('remove'),
      isDanger: true,
      isDisabled: cohort.members > 0,
    },
  ]
  const compare: MenuAction = {
    id: 'compare',
    label: t('actions.compare'),
    icon: ReportsIcon,
    onAction: () => navigate(`/cohorts/compare/${cohort.id}`),
  }
  return (
    <>
      <MenuButton label={t('actions.menu')} actions={mayDirect ? [compare, ...director] : [compare]} />
      {open === 'change' && <CohortDialog cohort={cohort} onClose={close} onSaved={close} />}
      {open === 'close' && <CloseCohortDialog cohort={cohort} onClose={close} />}
      {open === 'reopen' && <ReopenDialog cohort={cohort} onClose={close} />}
      {open === 'remove' && <RemoveCohortDialog cohort={cohort} onClose={close} />}
    </>
  )
}
