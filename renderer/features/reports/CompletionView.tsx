import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CompletionLine, CompletionReport, ReportFilters } from '../../../shared/contract/reports.ts'
import { api } from '../../api.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { StackedBar } from '../../ui/StackedBar.tsx'
import { completionNumbers, type CompletionNumbers } from '../explain/cohortNumbers.ts'
import { BenchmarksTable } from './BenchmarksTable.tsx'
import { completionColumns, countedNumbers } from './completionCells.tsx'
import { CompletionSummary } from './CompletionSummary.tsx'
import { LeavingsTable } from './LeavingsTable.tsx'
import { LeftOut } from './LeftOut.tsx'
import { CountCell } from './NumberCell.tsx'
import { mostBars, RateChart } from './RateChart.tsx'
import { ReportFrame } from './ReportFrame.tsx'
import type { ReportChoices } from './useReportChoices.ts'
import { namedLine, useReportText } from './useReportText.ts'
import styles from './Reports.module.css'

export interface ReportViewProps {
  filters: ReportFilters
  choices: ReportChoices
}

const kinds = { completed: 'success', withdrew: 'danger', excluded: 'neutral', stillIn: 'info' } as const

interface OutcomesChartProps {
  lines: readonly CompletionLine[]
  title: string
  numbers: CompletionNumbers
}

/** The outcomes of each line as a stacked bar, and as a table. */
function OutcomesChart({ lines, title, numbers }: OutcomesChartProps) {
  const { t } = useTranslation('reports')
  const text = useReportText()
  const { lineName } = text
  const bars = lines.slice(-mostBars).map((line) => ({
    id: `${line.kind} ${line.key}`,
    label: lineName(line),
    parts: countedNumbers.map((id) => ({
      id,
      label: t(`core:reports.columns.${id}`).toLowerCase(),
      count: line[id] ?? 0,
      kind: kinds[id],
    })),
  }))
  const said = bars.map(
    ({ label, parts }) => `${label}: ${parts.map((p) => `${p.label} ${p.count}`).join(', ')}`,
  )
  return (
    <Card>
      <ChartWithTable
        title={title}
        rows={lines}
        rowKey={({ kind, key }) => `${kind} ${key}`}
        columns={[
          { id: 'name', label: t('columns.line'), cell: lineName },
          ...(['enrolled', ...countedNumbers] as const).map((id) => ({
            id,
            label: t(`core:reports.columns.${id}`),
            isNumeric: true,
            cell: (line: CompletionLine) => (
              <CountCell value={line[id]} number={numbers.of(namedLine(line, text), id)} />
            ),
          })),
        ]}
        {...(lines.length > mostBars ? { note: t('newestOnly', { count: mostBars }) } : {})}
      >
        <StackedBar title={title} description={said.join('; ')} bars={bars} />
      </ChartWithTable>
    </Card>
  )
}

/** Nothing in a chart may stand for a hidden count: a line that hides one is not drawn. */
const isWhole = (line: CompletionLine) => countedNumbers.every((number) => line[number] !== null)

function CompletionTables({ report, numbers }: { report: CompletionReport; numbers: CompletionNumbers }) {
  const { t } = useTranslation('reports')
  const text = useReportText()
  const { total, byCohort, bySite, byEntryLevel, leavings, benchmarks } = report
  const tables = [
    { id: 'byCohort', lines: byCohort, name: t('core:reports.columns.cohort') },
    { id: 'bySite', lines: bySite, name: t('core:reports.columns.site') },
    { id: 'byEntryLevel', lines: byEntryLevel, name: t('core:reports.columns.level') },
  ] as const
  const charted = byCohort ?? bySite ?? []
  const whole = charted.filter(isWhole)
  const rated = charted.filter(({ completionRate }) => completionRate.state !== 'hidden')
  const benchmark = benchmarks.find(({ benchmarkPercent }) => benchmarkPercent > 0)
  return (
    <>
      <div className={styles.pair}>
        {whole.length > 0 && <OutcomesChart title={t('charts.outcomes')} lines={whole} numbers={numbers} />}
        {rated.length > 0 && (
          <RateChart
            title={t('core:reports.columns.completionRate')}
            benchmark={benchmark}
            rates={rated.map((line) => ({
              id: `${line.kind} ${line.key}`,
              label: text.lineName(line),
              rate: line.completionRate,
              isFinal: line.isFinal,
              number: numbers.of(namedLine(line, text), 'completionRate'),
            }))}
          />
        )}
      </div>
      {tables.map(
        ({ id, lines, name }) =>
          lines !== null && (
            <Card key={id}>
              <SimpleTable
                caption={t(`core:reports.sheets.${id}`)}
                hasVisibleCaption
                columns={completionColumns(name, text, t, numbers)}
                rows={lines}
                rowKey={({ key }) => key}
                totals={total}
              />
            </Card>
          ),
      )}
      {leavings !== null && leavings.length > 0 && (
        <LeavingsTable leavings={leavings} total={total} numbers={numbers} />
      )}
      <BenchmarksTable benchmarks={benchmarks} />
      <LeftOut
        names={[
          ...tables.filter(({ lines }) => lines === null).map(({ id }) => t(`core:reports.sheets.${id}`)),
          ...(leavings === null ? [t('core:reports.sheets.leavings')] : []),
        ]}
      />
    </>
  )
}

/** Cohort completion: sentences, charts and tables. */
export function CompletionView({ filters, choices }: ReportViewProps) {
  const { t } = useTranslation('reports')
  const numbers = completionNumbers(t, filters)
  const query = useQuery(
    api.reports.completion.queryOptions({ input: filters, placeholderData: keepPreviousData }),
  )
  return (
    <ReportFrame report="completion" query={query} choices={choices}>
      {(report) => (
        <>
          <CompletionSummary report={report} numbers={numbers} />
          {report.total.isFinal === false && (
            <Notice kind="info">
              {t('notFinal', {
                stillIn: report.total.stillIn ?? 0,
                notYetStarted: report.total.notYetStarted ?? 0,
              })}
            </Notice>
          )}
          <CompletionTables report={report} numbers={numbers} />
        </>
      )}
    </ReportFrame>
  )
}
