import type { ShownRate } from '../../../shared/contract/reports.ts'
import { rowsAboveSummaryTable, type SummarySheet } from '../../workbooks/workbookContent.ts'
import { liveTable, type LiveColumn } from './liveTable.ts'
import type { ReportCells } from './reportCells.ts'
import type { ReportWords } from './reportWords.ts'

/** One line of the main numbers: a count, or a rate with its two counts. */
export interface MainNumber {
  /** What it is of, where a report speaks of several: a credential. */
  readonly of: string | null
  readonly name: string
  readonly count: { readonly formula: string; readonly value: number | null }
  readonly rate: { readonly denominator: string; readonly shown: ShownRate } | null
  /** While somebody is still in: whether so, and the formula that tells. */
  readonly notFinal?: { readonly formula: string; readonly isFinal: boolean | null } | undefined
}

/** The first sheet: what the report is about, its main numbers in sentences and as a table of live formulas. */
export function summarySheet(
  head: Pick<SummarySheet, 'title' | 'facts' | 'sentences' | 'notes'>,
  numbers: readonly MainNumber[],
  { t }: ReportWords,
  cells: ReportCells,
): SummarySheet {
  const heading = (id: string) => t(`reports.columns.${id}`)
  const hasOf = numbers.some(({ of }) => of !== null)
  const denominatorCell = ({ rate }: MainNumber) =>
    rate === null ? null : cells.count(rate.denominator, rate.shown.denominator)
  const columns: LiveColumn<MainNumber>[] = [
    {
      id: 'measure',
      heading: heading('measure'),
      kind: 'text',
      width: 40,
      wraps: true,
      cell: ({ name }) => name,
    },
    {
      id: 'count',
      heading: heading('count'),
      kind: 'number',
      width: 11,
      cell: ({ count }) => cells.count(count.formula, count.value),
    },
    { id: 'of', heading: heading('of'), kind: 'number', width: 11, cell: denominatorCell },
    {
      id: 'rate',
      heading: heading('rate'),
      kind: 'rate',
      width: 16,
      cell: ({ rate }, at) => (rate === null ? null : cells.rate(at('count'), at('of'), rate.shown)),
    },
    {
      id: 'notes',
      heading: heading('notes'),
      kind: 'text',
      width: 28,
      cell: ({ rate, notFinal }, at) =>
        rate === null ? null : cells.remarks(at('of'), rate.shown, notFinal),
    },
  ]
  if (hasOf) {
    columns.push({
      id: 'credential',
      heading: heading('credential'),
      kind: 'text',
      width: 26,
      wraps: true,
      cell: ({ of }) => of,
    })
  }
  const firstRow = rowsAboveSummaryTable(head) + 2
  return {
    kind: 'summary',
    name: t('reports.sheets.summary'),
    ...head,
    table: liveTable({ tableName: 'MainNumbers', columns, rows: numbers, firstRow }),
  }
}
