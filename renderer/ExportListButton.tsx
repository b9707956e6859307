import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../shared/contract/useCase.ts'
import type { FileTicket } from '../shared/contract/values.ts'
import { downloadFile } from './api.ts'
import { Button } from './ui/Button.tsx'
import { ExportIcon } from './ui/icons.ts'
import { ProgressBar } from './ui/ProgressBar.tsx'
import { useToasts } from './ui/Toasts.tsx'
import { useJob } from './useJob.ts'
import styles from './ExportListButton.module.css'

interface ExportListButtonProps<Input> {
  /** The long use case that prepares the file: `client.learners.export`. */
  job: (
    input: Input,
    options: { signal: AbortSignal },
  ) => Promise<AsyncIterable<Progress | { type: 'result'; result: FileTicket }>>
  /** Read when the button is pressed: the filters in use then. */
  input: () => Input
  /** The words on the button; "Export" unless told. */
  label?: string
  /** The smaller size, inside a card. */
  isSmall?: boolean
}

/** Exports a list as it is filtered, shows how far it is in the place of the button, and saves the file. */
export function ExportListButton<Input>({ job, input, label, isSmall }: ExportListButtonProps<Input>) {
  const { t } = useTranslation('shell')
  const toasts = useToasts()
  const exporting = useJob(job)
  const { failure } = exporting
  const shownFailure = useRef<string | null>(null)
  useEffect(() => {
    if (failure && shownFailure.current !== failure.message)
      toasts.show({ message: failure.message, kind: 'danger' })
    shownFailure.current = failure?.message ?? null
  }, [failure, toasts])

  async function save(ticket: FileTicket) {
    try {
      await downloadFile(ticket)
    } catch {
      toasts.show({ message: t('export.notSaved'), kind: 'danger' })
    }
  }

  if (exporting.isRunning) {
    const stage = exporting.progress?.stage
    return (
      <div className={styles.progress}>
        <ProgressBar
          label={stage ? t(`core:progress.${stage}`) : t('export.starting')}
          done={exporting.progress?.done}
          total={exporting.progress?.total ?? undefined}
          onCancel={exporting.cancel}
        />
      </div>
    )
  }
  return (
    <Button
      icon={ExportIcon}
      isSmall={isSmall ?? false}
      onPress={() => exporting.run(input(), { onSuccess: (ticket) => void save(ticket) })}
    >
      {label ?? t('export.button')}
    </Button>
  )
}
