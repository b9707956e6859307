import { useTranslation } from 'react-i18next'
import type { UndoPreview } from '../../../shared/contract/pastImports.ts'
import { client } from '../../api.ts'
import { useJob } from '../../useJob.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { WhatGoesBack } from './WhatGoesBack.tsx'
import styles from './Files.module.css'
import { importTopics } from './importTopics.ts'
import type { KnownWords } from './useImportWords.ts'

interface UndoImportProps {
  importId: number
  known: KnownWords
}

/** The button that takes a whole import back, and the dialog that shows first what goes and what stays. */
export function UndoImport({ importId, known }: UndoImportProps) {
  const { t } = useTranslation('imports')
  const toasts = useToasts()
  const looking = useJob(client.imports.undoPreview)
  const undoing = useJob(client.imports.undo, importTopics)
  const look = () => {
    undoing.reset()
    looking.run({ importId })
  }
  const isOpen = looking.isRunning || looking.failure !== null || looking.result !== undefined
  const preview: UndoPreview | undefined = looking.isRunning ? undefined : looking.result
  const isEmpty = preview !== undefined && preview.counts.removed + preview.counts.putBack === 0
  const isChanged = undoing.failure?.data.code === 'imports.undoChanged'
  const job = undoing.isRunning ? undoing : looking

  function close() {
    looking.cancel()
    undoing.cancel()
    looking.reset()
  }

  function undo({ signature }: UndoPreview) {
    undoing.run(
      { importId, signature },
      {
        onSuccess: (counts) => {
          looking.reset()
          toasts.show({ message: t('undo.done', { ...counts }) })
        },
      },
    )
  }

  return (
    <>
      <Button onPress={look}>{t('undo.open')}</Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('undo.title')}
        size="large"
        footer={
          <>
            <Button onPress={close} autoFocus>
              {t('undo.leave')}
            </Button>
            <Button
              variant="danger"
              isDisabled={!preview || isEmpty || isChanged}
              isPending={undoing.isRunning}
              onPress={() => preview && undo(preview)}
            >
              {t('undo.confirm')}
            </Button>
          </>
        }
      >
        <div className={styles.panel}>
          {job.isRunning && (
            <ProgressBar
              label={t(`core:progress.${job.progress?.stage ?? 'comparingRecords'}`)}
              done={job.progress?.done}
              total={job.progress?.total ?? undefined}
              onCancel={undoing.isRunning ? undoing.cancel : close}
            />
          )}
          {undoing.wasCancelled && <Notice>{t('core:errors.cancelled')}</Notice>}
          {looking.failure && <InlineError>{looking.failure.message}</InlineError>}
          {undoing.failure && (
            <InlineError
              action={
                isChanged && (
                  <Button isSmall onPress={look}>
                    {t('undo.lookAgain')}
                  </Button>
                )
              }
            >
              {undoing.failure.message}
            </InlineError>
          )}
          {preview && <WhatGoesBack preview={preview} known={known} />}
        </div>
      </Dialog>
    </>
  )
}
