import { useTranslation } from 'react-i18next'
import type { BackupPreview } from '../../../shared/contract/backups.ts'
import { Notice } from '../../ui/Notice.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import styles from './Backups.module.css'
import { useBackupWords } from './useBackupWords.ts'

const kinds = ['learners', 'assessments', 'cohorts', 'changes'] as const

/** What a backup holds beside what the program holds now, and what a restore sets aside. */
export function BackupContent({ preview }: { preview: BackupPreview }) {
  const { t, i18n } = useTranslation('backups')
  const { moment } = useBackupWords()
  const number = new Intl.NumberFormat(i18n.language)
  const newest = (at: string | null) => (at === null ? '–' : moment(at))
  const rows = [
    ...kinds.map((kind) => ({
      kind: t(`kinds.${kind}`),
      inBackup: number.format(preview.counts[kind]),
      now: number.format(preview.now.counts[kind]),
    })),
    {
      kind: t('kinds.newest'),
      inBackup: newest(preview.newestChangeAt),
      now: newest(preview.now.newestChangeAt),
    },
  ]
  return (
    <div className={styles.stack}>
      <p>
        {preview.madeAt === null
          ? t('restore.ofProgram', { name: preview.programName })
          : t('restore.ofBackup', { name: preview.programName, madeAt: moment(preview.madeAt) })}
      </p>
      <SimpleTable
        caption={t('restore.compared')}
        rows={rows}
        rowKey={(row) => row.kind}
        columns={[
          { id: 'kind', label: t('restore.kind'), isRowHeader: true, cell: (row) => row.kind },
          { id: 'then', label: t('restore.then'), isNumeric: true, cell: (row) => row.inBackup },
          { id: 'now', label: t('restore.now'), isNumeric: true, cell: (row) => row.now },
        ]}
      />
      <Notice kind={preview.changesLost > 0 ? 'warning' : 'info'}>
        {t('restore.lost', { count: preview.changesLost })} {t('restore.kept')}
      </Notice>
      <p>{t('restore.afterwards')}</p>
    </div>
  )
}
