import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { UndoIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'

/** What may be done to a contact noted by mistake: taking it back. Nothing for those who may not. */
export function ContactActions({ contactId, name }: { contactId: number; name: string }) {
  const { t } = useTranslation('contacts')
  const mayChange = useMay('instructor', 'coordinator', 'director')
  const toasts = useToasts()
  const withdraw = useToastedCommand(api.contacts.withdraw)
  if (!mayChange) return null
  const takeBack = () => withdraw.run({ contactId }, () => toasts.show({ message: t('withdrawn') }))
  return (
    <MenuButton
      isIconOnly
      label={t('actionsFor', { name })}
      actions={[
        {
          id: 'withdraw',
          label: t('withdraw'),
          detail: t('withdrawDetail'),
          icon: UndoIcon,
          onAction: takeBack,
        },
      ]}
    />
  )
}
