import { useTranslation } from 'react-i18next'
import type { FileOutChoice } from '../../../shared/contract/filesOut.ts'
import { columnsLeftEmpty } from '../../../shared/values/filesOut.ts'
import { api, failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useLongQuery } from '../../useLongQuery.ts'
import styles from './Files.module.css'

const canBeCounted = (choice: FileOutChoice) =>
  choice.file === 'roster' || (choice.from !== '' && choice.to !== '' && choice.from <= choice.to)

/** What a file would hold, what stays out of it, and which of its columns stay empty. */
export function FileOutContent({ choice }: { choice: FileOutChoice }) {
  const { t, i18n } = useTranslation('imports')
  const say = useFailureText()
  const counted = useLongQuery(api.filesOut.count, { choice }, { enabled: canBeCounted(choice) })
  const { data, error, progress, isStopped } = counted
  const empty = columnsLeftEmpty[choice.file]
  const list = new Intl.ListFormat(i18n.language)
  return (
    <Notice>
      <p className={styles.said} aria-live="polite">
        {data ? t('out.holds', { rows: data.rows, learners: data.learners }) : t('out.notCounted')}
      </p>
      {!data && counted.isAsking && progress && (
        <ProgressBar
          label={t(`core:progress.${progress.stage}`)}
          done={progress.done}
          total={progress.total ?? undefined}
          onCancel={counted.stop}
        />
      )}
      {isStopped && (
        <Button isSmall onPress={counted.ask}>
          {t('out.count')}
        </Button>
      )}
      {error && <InlineError>{say(failureFrom(error)).message}</InlineError>}
      {data?.remarks.map(({ remark, count }) => (
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
