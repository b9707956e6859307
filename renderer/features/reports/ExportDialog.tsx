import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { audiences, type Audience, type ReportFilters } from '../../../shared/contract/reports.ts'
import { languages, type Language } from '../../../shared/values/vocabulary.ts'
import { client, downloadFile } from '../../api.ts'
import { useJob } from '../../useJob.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { WorkbookIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import type { FileTicket } from '../../../shared/contract/values.ts'
import styles from './Reports.module.css'

export type ReportName = 'completion' | 'certification'

interface ExportDialogProps {
  report: ReportName
  filters: ReportFilters
  onClose: () => void
}

/** Writes the report as a workbook: in which language, for whom and what for; the purpose goes on record. */
export function ExportDialog({ report, filters, onClose }: ExportDialogProps) {
  const { t, i18n } = useTranslation('reports')
  const toasts = useToasts()
  const [language, setLanguage] = useState<Language>(i18n.language === 'es' ? 'es' : 'en')
  const [audience, setAudience] = useState<Audience>(filters.audience)
  const [purpose, setPurpose] = useState('')
  const [wasNotSaved, setNotSaved] = useState(false)
  const job = useJob(
    report === 'completion' ? client.reports.exportCompletion : client.reports.exportCertification,
  )

  async function save(ticket: FileTicket) {
    try {
      await downloadFile(ticket)
      toasts.show({ message: t('export.saved', { name: ticket.name }) })
      onClose()
    } catch {
      setNotSaved(true)
    }
  }
  function start() {
    setNotSaved(false)
    job.run(
      { filters: { ...filters, audience }, language, purpose: purpose || null },
      { onSuccess: (ticket) => void save(ticket) },
    )
  }
  function leave() {
    job.cancel()
    onClose()
  }
  const { stage, done, total } = job.progress ?? {}
  const problem = job.failure?.message ?? (wasNotSaved ? t('shell:export.notSaved') : null)
  return (
    <Dialog
      isOpen
      onClose={leave}
      title={t(`export.title.${report}`)}
      footer={
        <>
          <Button onPress={leave}>{t('export.cancel')}</Button>
          <Button variant="primary" icon={WorkbookIcon} isPending={job.isRunning} onPress={start}>
            {t('export.start')}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        {problem !== null && <InlineError>{problem}</InlineError>}
        <RadioGroup
          label={t('export.audience')}
          options={audiences.map((id) => ({
            id,
            label: t(`audiences.${id}`),
            detail: t(`audienceDetails.${id}`),
          }))}
          value={audience}
          onChange={setAudience}
        />
        <RadioGroup
          label={t('export.language')}
          orientation="horizontal"
          options={languages.map((id) => ({ id, label: t(`core:words.languages.${id}`) }))}
          value={language}
          onChange={setLanguage}
        />
        <TextField
          label={t('export.purpose')}
          hint={t('export.purposeHint')}
          value={purpose}
          onChange={setPurpose}
        />
        {job.isRunning && (
          <ProgressBar
            label={stage ? t(`core:progress.${stage}`) : t('shell:export.starting')}
            done={total === null ? undefined : done}
            total={total ?? undefined}
            onCancel={job.cancel}
          />
        )}
      </div>
    </Dialog>
  )
}
