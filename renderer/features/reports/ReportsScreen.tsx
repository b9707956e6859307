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
import type { OpenedNumber } from './opened.ts'
import { PeoplePanel } from './PeoplePanel.tsx'
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
  const [opened, setOpened] = useState<OpenedNumber | null>(null)
  const [isExporting, setExporting] = useState(false)
  const filters = filtersOf(choices)
  const onOpen = mayName && choices.audience === 'identified' ? setOpened : undefined

  function choose(next: ReportChoices) {
    setOpened(null)
    setChoices(next)
  }
  function turnTo(next: ReportName) {
    setOpened(null)
    navigate(`/reports/${next}`)
  }
  const view = { filters, choices, onOpen }
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
      {opened !== null && (
        <PeoplePanel
          key={`${opened.title} ${opened.of}`}
          opened={opened}
          filters={filters}
          onClose={() => setOpened(null)}
        />
      )}
      {isExporting && (
        <ReportExportDialog report={report} filters={filters} onClose={() => setExporting(false)} />
      )}
    </div>
  )
}
