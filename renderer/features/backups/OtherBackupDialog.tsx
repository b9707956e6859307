import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface OtherBackupDialogProps {
  onClose: () => void
  onChosen: (folder: string) => void
}

/** Asks for the folder of a backup that is not in the list. */
export function OtherBackupDialog({ onClose, onChosen }: OtherBackupDialogProps) {
  const { t } = useTranslation('backups')
  const [folder, setFolder] = useState('')
  return (
    <FormDialog
      isOpen
      title={t('other.title')}
      submitLabel={t('other.submit')}
      onSubmit={() => onChosen(folder)}
      onCancel={onClose}
    >
      <TextField
        label={t('folder')}
        hint={t('folderHint')}
        name="folder"
        value={folder}
        onChange={setFolder}
        isRequired
        autoFocus
      />
    </FormDialog>
  )
}
