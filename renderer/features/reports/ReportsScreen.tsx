import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { PrintButton } from '../../disclosure/PrintButton.tsx'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ExportIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { CertificationView } from './CertificationView.tsx'
import { CompletionView } from './CompletionView.tsx'
import { ReportExportDialog, type ReportName } from './ReportExportDialog.tsx'
import { useExplaining } from '../explain/numberToOpen.ts'
import { ReportFilters } from './ReportFilters.tsx'
import { filtersOf, useReportChoices, type ReportChoices } from './useReportChoices.ts'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import styles from './Reports.module.css'

const printedReports = { completion: 'completionReport', certification: 'certificationReport' } as const

/** The two reports, on screen and on paper; every number opens the learners behind it. */
export function ReportsScreen() {
  const { t } = useTranslation('reports')
  const [, navigate] = useLocation()
  const { report: asked } = useParams<{ report?: string }>()
  const report: ReportName = asked === 'certification' ? 'certification' : 'completion'
  const mayName = useMay('administrator', 'director', 'coordinator', 'staff')
  const [choices, setChoices] = useReportChoices()
  const explaining = useExplaining()
  const [isExporting, setExporting] = useState(false)
  const filters = filtersOf(choices)

  function choose(next: ReportChoices) {
    // What is open would explain a number that is no longer there.
    explaining.close()
    setChoices(next)
  }
  function turnTo(next: ReportName) {
    navigate(`/reports/${next}`)
  }
  const view = { filters, choices }
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <PrintButton printed={{ content: printedReports[report], filters }} label={t('print')} />
            {mayName && (
              <Button variant="primary" icon={ExportIcon} onPress={() => setExporting(true)}>
                {t('export.button')}
              </Button>
            )}
          </>
        }
      />
      <OwnClassesNotice />
      <ReportFilters choices={choices} onChange={choose} />
      <Tabs
        label={t('title')}
        value={report}
        onChange={turnTo}
        tabs={[
          { id: 'completion', label: t('tabs.completion'), content: <CompletionView {...view} /> },
          { id: 'certification', label: t('tabs.certification'), content: <CertificationView {...view} /> },
        ]}
      />
      {isExporting && (
        <ReportExportDialog report={report} filters={filters} onClose={() => setExporting(false)} />
      )}
    </div>
  )
}
