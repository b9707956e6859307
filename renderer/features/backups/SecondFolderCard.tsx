import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupState } from '../../../shared/contract/backups.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import styles from './Backups.module.css'

/** Where every backup is copied to as well: a drive or network folder that outlasts this computer. */
export function SecondFolderCard({ folder }: { folder: BackupState['secondFolder'] }) {
  const { t } = useTranslation('backups')
  const toasts = useToasts()
  const [path, setPath] = useState(folder?.path ?? '')
  const change = useCommand(api.backups.changeSecondFolder)
  const save = () => change.run({ path }, { onSuccess: () => toasts.show({ message: t('second.saved') }) })
  const turnOff = () =>
    change.run(
      { path: null },
      {
        onSuccess: () => {
          setPath('')
          toasts.show({ message: t('second.off') })
        },
      },
    )
  return (
    <Card title={t('second.title')}>
      <div className={styles.folder}>
        <p className={styles.lead}>{t('second.lead')}</p>
        {folder?.isSameDrive && <Notice kind="warning">{t('second.sameDrive')}</Notice>}
        <Form onSubmit={save}>
          <FormErrors errors={change.failure?.items ?? []} />
          <TextField
            label={t('second.path')}
            hint={t('second.pathHint')}
            name="path"
            value={path}
            onChange={setPath}
            isRequired
            errorMessage={change.failure?.fields.path}
          />
          <div className={styles.actions}>
            <Button type="submit" isPending={change.isPending}>
              {t('second.save')}
            </Button>
            {folder && (
              <Button variant="quiet" onPress={turnOff}>
                {t('second.turnOff')}
              </Button>
            )}
          </div>
        </Form>
      </div>
    </Card>
  )
}
