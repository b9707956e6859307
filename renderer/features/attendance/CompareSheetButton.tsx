import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { WorkbookIcon } from '../../ui/icons.ts'
import { SheetFileDialog } from './SheetFileDialog.tsx'
import { useMayUseSheets } from './sheetRoles.ts'

/** The way to the comparison of a sheet with the record, for those who may. */
export function CompareSheetButton() {
  const { t } = useTranslation('attendance')
  const mayUse = useMayUseSheets()
  const [isOpen, setOpen] = useState(false)
  if (!mayUse) return null
  return (
    <>
      <Button icon={WorkbookIcon} onPress={() => setOpen(true)}>
        {t('comparison.open')}
      </Button>
      {isOpen && <SheetFileDialog use="compare" onClose={() => setOpen(false)} />}
    </>
  )
}
