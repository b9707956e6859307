import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, BackupSource } from '../../../shared/contract/backups.ts'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useJob } from '../../useJob.ts'
import styles from './Backups.module.css'
import { OtherBackupDialog } from './OtherBackupDialog.tsx'
import { useBackupWords } from './useBackupWords.ts'

interface BackupsCardProps {
  backups: readonly Backup[]
  onRestore: (source: BackupSource) => void
}

/** Every backup, newest first; opening one shows what it holds. */
export function BackupsCard({ backups, onRestore }: BackupsCardProps) {
  const { t } = useTranslation('backups')
  const toasts = useToasts()
  const words = useBackupWords()
  const making = useJob(client.backups.make, ['safety', 'audit'])
  const [isChoosing, setChoosing] = useState(false)
  const secondFault = making.result?.secondFault ?? null
  const make = () => making.run({}, { onSuccess: () => toasts.show({ message: t('made') }) })
  return (
    <Card
      title={t('title')}
      action={
        <Button isSmall isPending={making.isRunning} onPress={make}>
          {t('make')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {making.isRunning && (
          <ProgressBar
            label={t(`core:progress.${making.progress?.stage ?? 'copyingProgram'}`)}
            done={making.progress?.done}
            total={making.progress?.total ?? undefined}
            onCancel={making.cancel}
          />
        )}
        {making.failure && <InlineError>{making.failure.message}</InlineError>}
        {secondFault !== null && <Notice kind="warning">{t('notInSecondFolder')}</Notice>}
        <DataTable
          label={t('title')}
          items={backups}
          rowId={(backup) => backup.id}
          maxHeight="26rem"
          columns={[
            {
              id: 'madeAt',
              label: t('madeAt'),
              isRowHeader: true,
              cell: (backup) => words.moment(backup.madeAt),
            },
            { id: 'reason', label: t('reason'), cell: (backup) => t(`reasons.${backup.reason}`) },
            {
              id: 'holds',
              label: t('holds'),
              share: 2,
              cell: (backup) => (backup.counts ? words.counts(backup.counts) : t('notOpened')),
            },
            { id: 'size', label: t('size'), isNumeric: true, cell: (backup) => words.size(backup.bytes) },
            { id: 'place', label: t('where'), cell: words.place },
          ]}
          onOpen={({ id }) => onRestore({ id })}
          empty={t('none')}
        />
        <p>
          <Link onPress={() => setChoosing(true)}>{t('openOther')}</Link>
        </p>
      </div>
      {isChoosing && (
        <OtherBackupDialog
          onClose={() => setChoosing(false)}
          onChosen={(folder) => {
            setChoosing(false)
            onRestore({ folder })
          }}
        />
      )}
    </Card>
  )
}
