import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ExportIcon } from '../../ui/icons.ts'
import styles from './Files.module.css'
import { FileOutDialog } from './FileOutDialog.tsx'

/** The way to the files that other systems read. */
export function FilesOutCard() {
  const { t } = useTranslation('imports')
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title={t('out.title')}
      action={
        <Button icon={ExportIcon} isSmall onPress={() => setOpen(true)}>
          {t('out.make')}
        </Button>
      }
    >
      <p className={styles.quiet}>{t('out.lead')}</p>
      {isOpen && <FileOutDialog onClose={() => setOpen(false)} />}
    </Card>
  )
}
