import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/contract/useCase.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { downloadFile } from '../api.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { useToasts } from '../ui/Toasts.tsx'
import { useJob } from '../useJob.ts'
import { disclosureFrom, useDisclosureDraft, type DisclosureInput } from './disclosureDraft.ts'
import { DisclosureFields } from './DisclosureFields.tsx'

/** A long use case that prepares a file for somebody: `client.learners.export`. */
export type ExportJob<Input> = (
  input: Input & { disclosure: DisclosureInput },
  options: { signal: AbortSignal },
) => Promise<AsyncIterable<Progress | { type: 'result'; result: FileTicket }>>

interface ExportDialogProps<Input> {
  title: string
  job: ExportJob<Input>
  /** Read when it starts. */
  input: () => Input
  onClose: () => void
  /** What else to choose before it starts. */
  children?: ReactNode
}

/** Asks for whom a file is made, makes it, shows how far it is, and saves it. */
export function ExportDialog<Input>({ title, job, input, onClose, children }: ExportDialogProps<Input>) {
  const { t } = useTranslation('disclosure')
  const toasts = useToasts()
  const exporting = useJob(job, ['audit'])
  const [draft, setDraft] = useDisclosureDraft()
  const [wasNotSaved, setNotSaved] = useState(false)

  async function save(ticket: FileTicket) {
    try {
      await downloadFile(ticket)
      toasts.show({ message: t('saved', { name: ticket.name }) })
      onClose()
    } catch {
      setNotSaved(true)
    }
  }
  function start() {
    setNotSaved(false)
    exporting.run(
      { ...input(), disclosure: disclosureFrom(draft) },
      { onSuccess: (ticket) => void save(ticket) },
    )
  }
  function leave() {
    exporting.cancel()
    onClose()
  }
  const { stage, done, total } = exporting.progress ?? {}
  return (
    <FormDialog
      isOpen
      title={title}
      submitLabel={t('export')}
      isReadyToSend
      onSubmit={start}
      onCancel={leave}
      isPending={exporting.isRunning}
      errors={wasNotSaved ? [{ message: t('notSaved') }] : (exporting.failure?.items ?? [])}
    >
      {children}
      <DisclosureFields draft={draft} onChange={setDraft} errors={exporting.failure?.fields ?? {}} />
      {exporting.isRunning && (
        <ProgressBar
          label={stage ? t(`core:progress.${stage}`) : t('starting')}
          done={total === null ? undefined : done}
          total={total ?? undefined}
          onCancel={exporting.cancel}
        />
      )}
    </FormDialog>
  )
}
