import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { audiences, type Audience, type ReportFilters } from '../../../shared/contract/reports.ts'
import { languages, type Language } from '../../../shared/values/vocabulary.ts'
import { client } from '../../api.ts'
import { ExportDialog } from '../../disclosure/ExportDialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'

export type ReportName = 'completion' | 'certification'

interface ReportExportDialogProps {
  report: ReportName
  filters: ReportFilters
  onClose: () => void
}

/** Writes the report as a workbook: with names or without, in which language, for whom and what for. */
export function ReportExportDialog({ report, filters, onClose }: ReportExportDialogProps) {
  const { t, i18n } = useTranslation('reports')
  const [language, setLanguage] = useState<Language>(i18n.resolvedLanguage === 'es' ? 'es' : 'en')
  const [audience, setAudience] = useState<Audience>(filters.audience)
  return (
    <ExportDialog
      title={t(`export.title.${report}`)}
      job={report === 'completion' ? client.reports.exportCompletion : client.reports.exportCertification}
      input={() => ({ filters: { ...filters, audience }, language })}
      onClose={onClose}
    >
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
    </ExportDialog>
  )
}
