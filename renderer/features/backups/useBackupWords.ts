import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/contract/backups.ts'
import type { RecordCounts } from '../../../shared/contract/backupValues.ts'
import { useMoment } from '../imports/useMoment.ts'

const megabyte = 1024 * 1024

/** What there is to say about a backup, in the reader's language. */
export function useBackupWords() {
  const { t, i18n } = useTranslation('backups')
  const moment = useMoment()
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return {
    moment,
    size: (bytes: number) => t('megabytes', { size: size.format(bytes / megabyte) }),
    counts: ({ learners, assessments, cohorts }: RecordCounts) =>
      t('counts', { learners, assessments, cohorts }),
    place: ({ isHere, isInSecondFolder }: Backup) =>
      isHere && isInSecondFolder ? t('place.both') : isHere ? t('place.here') : t('place.second'),
  }
}
