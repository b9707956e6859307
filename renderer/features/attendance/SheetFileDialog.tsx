import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FileDrop } from '../imports/FileDrop.tsx'
import styles from './Attendance.module.css'

interface SheetFileDialogProps {
  /** What is done with the file. */
  use: 'bring' | 'compare'
  onClose: () => void
}

const comparing = (openId: string) => `/files/import/${openId}/compare`

/** Takes an attendance sheet, to bring it in or to compare it with the record. */
export function SheetFileDialog({ use, onClose }: SheetFileDialogProps) {
  const { t } = useTranslation('attendance')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`sheet.${use}Title`)}
      footer={<Button onPress={onClose}>{t('sheet.close')}</Button>}
    >
      <p className={styles.quiet}>{t(`sheet.${use}Lead`)}</p>
      <FileDrop {...(use === 'compare' ? { next: comparing } : {})} />
    </Dialog>
  )
}
