import type { FileDropItem } from 'react-aria-components'
import { DropZone, FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { FileIcon, ImportIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Files.module.css'
import { useFileOpening } from './useFileOpening.ts'

const accepted = ['.csv', '.txt', '.tsv', '.xlsx', 'text/csv']

interface FileDropProps {
  /** Where an opened file leads; to its columns unless told. */
  next?: (openId: string) => string
}

/** Where a file comes in: dropped, pasted, or chosen with a button. */
export function FileDrop({ next }: FileDropProps) {
  const { t } = useTranslation('imports')
  const { open, isBusy, progress, cancel, refusal } = useFileOpening(next)

  async function take(items: readonly { kind: string }[]) {
    const dropped = items.find((item): item is FileDropItem => item.kind === 'file')
    if (dropped) await open(await dropped.getFile())
  }

  return (
    <>
      <DropZone
        aria-label={t('drop.label')}
        isDisabled={isBusy}
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => void take(items)}
        className={styles.drop ?? ''}
      >
        <FileIcon aria-hidden size={28} />
        <p className={styles.dropWords}>{t('drop.words')}</p>
        <FileTrigger
          acceptedFileTypes={accepted}
          onSelect={(files) => {
            const file = files?.[0]
            if (file) void open(file)
          }}
        >
          <Button variant="primary" icon={ImportIcon} isDisabled={isBusy}>
            {t('drop.choose')}
          </Button>
        </FileTrigger>
        <p className={styles.quiet}>{t('drop.limits')}</p>
      </DropZone>
      <div className={styles.below} aria-live="polite">
        {isBusy && (
          <ProgressBar
            label={progress ? t('drop.rowsRead', { count: progress.done }) : t('core:progress.readingFile')}
            onCancel={cancel}
          />
        )}
        {refusal !== null && <InlineError>{refusal}</InlineError>}
      </div>
    </>
  )
}
