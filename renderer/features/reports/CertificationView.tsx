import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificationLine, CredentialReport, ReportFilters } from '../../../shared/contract/reports.ts'
import { api } from '../../api.ts'
import { useLocalText } from '../../useLocalText.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CertificationIcon } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { AttemptsTable } from './AttemptsTable.tsx'
import { BenchmarksTable } from './BenchmarksTable.tsx'
import { certificationNumbers } from '../explain/cohortNumbers.ts'
import { certificationColumns, type CellTools } from './certificationCells.tsx'
import { CertificationSummary } from './CertificationSummary.tsx'
import type { ReportViewProps } from './CompletionView.tsx'
import { LeftOut } from './LeftOut.tsx'
import { RateChart } from './RateChart.tsx'
import { ReportFrame } from './ReportFrame.tsx'
import { namedLine, useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

const measures = ['firstTime', 'certifiedOfTested', 'certifiedOfCompleters'] as const
const benchmarkMeasureOf = {
  firstTime: 'firstTimePassRate',
  certifiedOfTested: 'certifiedOfTested',
  certifiedOfCompleters: 'certifiedOfCompleters',
} as const

/** One rate of every cohort (or site), to be chosen, beside its benchmark. */
function ChosenRateChart({ report, tools }: { report: CredentialReport; tools: CellTools }) {
  const { t } = useTranslation('reports')
  const say = useLocalText()
  const { text, numbers, partName } = tools
  const [chosen, setChosen] = useState<string>('firstTime')
  const lines = report.byCohort ?? report.bySite ?? [report.total]
  const options = [
    ...measures.map((id) => ({ id: id as string, label: t(`core:reports.columns.${id}`) })),
    ...report.credential.parts.map(({ key, name }) => ({
      id: `part ${key}`,
      label: t('columns.firstTimeOf', { part: say(name) }),
    })),
  ]
  const measure = measures.find((id) => id === chosen)
  const partKey = measure === undefined ? chosen.slice('part '.length) : null
  const rateOf = (line: CertificationLine) =>
    measure === undefined ? line.parts.find(({ part }) => part === partKey)?.firstTime : line[measure]
  const benchmark = report.benchmarks.find(
    (one) =>
      one.measure === (measure === undefined ? 'firstTimePassRateOfPart' : benchmarkMeasureOf[measure]) &&
      one.partKey === partKey,
  )
  const rates = lines.flatMap((line) => {
    const rate = rateOf(line)
    const named = namedLine(line, text)
    const number =
      measure === undefined
        ? numbers.ofPart(named, partKey ?? '', partName(partKey ?? ''))
        : numbers.of(named, measure)
    return rate ? [{ id: `${line.kind} ${line.key}`, label: named.of, rate, number }] : []
  })
  return (
    <>
      <div data-print="hide" className={styles.filters}>
        <div className={styles.track}>
          <Select label={t('columns.measure')} options={options} value={chosen} onChange={setChosen} />
        </div>
      </div>
      <RateChart
        title={options.find(({ id }) => id === chosen)?.label ?? ''}
        rates={rates}
        benchmark={benchmark}
      />
    </>
  )
}

function Credential({ report, filters }: { report: CredentialReport; filters: ReportFilters }) {
  const { t } = useTranslation('reports')
  const say = useLocalText()
  const text = useReportText()
  const { credential, trackName, total, byCohort, bySite, byEntryLevel, byAttempt, benchmarks } = report
  const partName = (key: string) => {
    const part = credential.parts.find((one) => one.key === key)
    return part ? say(part.name) : key
  }
  const numbers = certificationNumbers(t, filters, credential.id)
  const tools = { credential, text, t, partName, numbers }
  const tables = [
    { id: 'byCohort', lines: byCohort, name: t('core:reports.columns.cohort') },
    { id: 'bySite', lines: bySite, name: t('core:reports.columns.site') },
    { id: 'byEntryLevel', lines: byEntryLevel, name: t('core:reports.columns.level') },
  ] as const
  return (
    <section className={styles.credential} aria-label={say(credential.name)}>
      <h2>
        {t('core:reports.sentences.ofCredential', {
          credential: say(credential.name),
          track: say(trackName),
        })}
      </h2>
      <CertificationSummary report={report} tools={tools} />
      <ChosenRateChart report={report} tools={tools} />
      {tables.map(
        ({ id, lines, name }) =>
          lines !== null && (
            <Card key={id}>
              <SimpleTable
                caption={t(`core:reports.sheets.${id}`)}
                hasVisibleCaption
                columns={certificationColumns(name, tools)}
                rows={lines}
                rowKey={({ key }) => key}
                totals={total}
              />
            </Card>
          ),
      )}
      {byAttempt !== null && byAttempt.length > 0 && (
        <AttemptsTable attempts={byAttempt} partName={partName} numbers={numbers} />
      )}
      <BenchmarksTable benchmarks={benchmarks} partName={partName} />
      <LeftOut
        names={[
          ...tables.filter(({ lines }) => lines === null).map(({ id }) => t(`core:reports.sheets.${id}`)),
          ...(byAttempt === null ? [t('core:reports.sheets.byAttempt')] : []),
        ]}
      />
    </section>
  )
}

/** Certification: each credential on its own, because parts of different exams are never added up. */
export function CertificationView({ filters, choices }: ReportViewProps) {
  const { t } = useTranslation('reports')
  const query = useQuery(
    api.reports.certification.queryOptions({ input: filters, placeholderData: keepPreviousData }),
  )
  return (
    <ReportFrame report="certification" query={query} choices={choices}>
      {({ credentials }) =>
        credentials.length === 0 ? (
          <EmptyState title={t('noCredential')} icon={CertificationIcon}>
            {t('noCredentialHint')}
          </EmptyState>
        ) : (
          credentials.map((report) => (
            <Credential key={report.credential.id} report={report} filters={filters} />
          ))
        )
      }
    </ReportFrame>
  )
}
