import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { ExportIcon, ImportIcon, ScreeningIcon, WorkbookIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { MakeSheetDialog } from './MakeSheetDialog.tsx'
import { SheetFileDialog } from './SheetFileDialog.tsx'
import { useMayUseSheets } from './sheetRoles.ts'

interface SheetMenuProps {
  sectionId: number
  code: string
  /** The days shown: those of the sheet unless others are chosen. */
  span: { from: IsoDate; to: IsoDate }
}

/** What can be done with attendance sheets of a class: make one, bring one in, compare one. */
export function SheetMenu({ sectionId, code, span }: SheetMenuProps) {
  const { t } = useTranslation('attendance')
  const mayUse = useMayUseSheets()
  const [open, setOpen] = useState<'make' | 'bring' | 'compare' | null>(null)
  if (!mayUse) return null
  const action = (id: 'make' | 'bring' | 'compare', icon: typeof ExportIcon) => ({
    ...{ id, icon, label: t(`sheet.${id}`), detail: t(`sheet.${id}Detail`), onAction: () => setOpen(id) },
  })
  const close = () => setOpen(null)
  return (
    <>
      <MenuButton
        label={t('sheet.menu')}
        icon={WorkbookIcon}
        actions={[action('make', ExportIcon), action('bring', ImportIcon), action('compare', ScreeningIcon)]}
      />
      {open === 'make' && <MakeSheetDialog sectionId={sectionId} code={code} span={span} onClose={close} />}
      {(open === 'bring' || open === 'compare') && <SheetFileDialog use={open} onClose={close} />}
    </>
  )
}
