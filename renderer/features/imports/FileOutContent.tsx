import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FileOutChoice } from '../../../shared/contract/filesOut.ts'
import { columnsLeftEmpty } from '../../../shared/values/filesOut.ts'
import { api } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Files.module.css'

const canBeCounted = (choice: FileOutChoice) =>
  choice.file === 'roster' || (choice.from !== '' && choice.to !== '' && choice.from <= choice.to)

/** What a file would hold, what stays out of it, and which of its columns stay empty. */
export function FileOutContent({ choice }: { choice: FileOutChoice }) {
  const { t, i18n } = useTranslation('imports')
  const counted = useQuery({
    ...api.filesOut.count.queryOptions({ input: { choice } }),
    enabled: canBeCounted(choice),
  })
  const { rows, learners, remarks } = counted.data ?? {}
  const empty = columnsLeftEmpty[choice.file]
  const list = new Intl.ListFormat(i18n.language)
  return (
    <Notice>
      <p className={styles.said} aria-live="polite">
        {rows === undefined ? t('out.notCounted') : t('out.holds', { rows, learners })}
      </p>
      {remarks?.map(({ remark, count }) => (
        <p key={remark} className={styles.said}>
          {t(`out.remarks.${remark}`, { count })}
        </p>
      ))}
      {empty.length > 0 && (
        <p className={styles.said}>{t('out.leftEmpty', { columns: list.format(empty) })}</p>
      )}
    </Notice>
  )
}
