import type { CompletionLine, CompletionReport } from '../../../shared/contract/reports.ts'
import { textCriterion, type Detail } from './detailSheet.ts'
import { reasonWord, statusWord } from './completionDetail.ts'
import { lineCriteria, type Keys } from './keys.ts'
import { liveTable, type LiveColumn } from './liveTable.ts'
import type { ReportCells } from './reportCells.ts'
import type { ReportWords } from './reportWords.ts'
import type { CohortRecord } from '../../cohorts/cohortRecords.ts'
import type { CellContent, TableSheet } from '../../workbooks/workbookContent.ts'

/** What the tables of a completion workbook are made with. */
export interface CompletionTables {
  readonly words: ReportWords
  readonly cells: ReportCells
  readonly keys: Keys
  /** Null for outside use: nobody is named there, and nothing is counted there. */
  readonly detail: Detail | null
}

export const countedStatuses = ['completed', 'withdrew', 'excluded', 'stillIn'] as const
export const listedStatuses = ['didNotStart', 'notYetStarted'] as const
type Status = (typeof countedStatuses)[number] | (typeof listedStatuses)[number]

/** The formula that counts a line's members of one status; never used for outside use. */
export function statusFormula(
  { detail, keys, words }: CompletionTables,
  line: Pick<CompletionLine, 'kind' | 'key'>,
  status: Status,
): string {
  if (detail === null) return ''
  return detail.countWhere({
    ...lineCriteria(line, keys, textCriterion(words.t('reports.marks.notKnown'))),
    status: textCriterion(statusWord(status, words)),
  })
}

/** The counts and rates of lines, each with the formula that makes it. */
function countColumns(tables: CompletionTables, total: CompletionLine): LiveColumn<CompletionLine>[] {
  const { words, cells } = tables
  const heading = (id: string) => words.t(`reports.columns.${id}`)
  const status = (id: Status): LiveColumn<CompletionLine> => ({
    id,
    heading: heading(id),
    kind: 'number',
    width: 11,
    cell: (line) => cells.count(statusFormula(tables, line, id), line[id]),
    total: (_, range) => cells.count(`SUM(${range(id)})`, total[id]),
  })
  const enrolled = (line: CompletionLine, at: (id: string) => string): CellContent =>
    cells.count(countedStatuses.map(at).join('+'), line.enrolled)
  const denominator = (at: (id: string) => string) => `${at('enrolled')}-${at('excluded')}`
  const completion = (line: CompletionLine, at: (id: string) => string) =>
    cells.rate(at('completed'), denominator(at), line.completionRate)
  const finished = (line: CompletionLine, at: (id: string) => string) =>
    cells.rate(at('completed'), `${at('completed')}+${at('withdrew')}`, line.finishedRate)
  const remarks = (line: CompletionLine, at: (id: string) => string) =>
    cells.remarks(denominator(at), line.completionRate, {
      formula: `${at('stillIn')}+${at('notYetStarted')}>0`,
      isFinal: line.isFinal,
    })
  return [
    {
      id: 'enrolled',
      heading: heading('enrolled'),
      kind: 'number',
      width: 11,
      cell: enrolled,
      total: (at) => enrolled(total, at),
    },
    ...countedStatuses.map(status),
    ...listedStatuses.map(status),
    {
      id: 'completionRate',
      heading: heading('completionRate'),
      kind: 'rate',
      width: 13,
      cell: completion,
      total: (at) => completion(total, at),
    },
    {
      id: 'finishedRate',
      heading: heading('finishedRate'),
      kind: 'rate',
      width: 15,
      cell: finished,
      total: (at) => finished(total, at),
    },
    {
      id: 'notes',
      heading: heading('notes'),
      kind: 'text',
      width: 22,
      cell: remarks,
      total: (at) => remarks(total, at),
    },
  ]
}

/** Columns that say which line it is: the number that formulas count by, then its name. */
export function lineColumns<
  Line extends { kind: 'total' | 'cohort' | 'site' | 'entryLevel'; key: string; name: string },
>(
  kind: 'cohort' | 'site' | 'entryLevel',
  { words, keys }: { words: ReportWords; keys: Keys },
  cohorts: readonly CohortRecord[],
): LiveColumn<Line>[] {
  const { t } = words
  const text = (id: string, width: number, cell: (line: Line) => CellContent): LiveColumn<Line> => ({
    id,
    heading: t(`reports.columns.${id}`),
    kind: 'text',
    width,
    cell,
  })
  const total = () => t('reports.marks.total')
  if (kind === 'entryLevel') {
    return [
      {
        ...text('level', 11, ({ key }) => (key === 'none' ? t('reports.marks.notKnown') : Number(key))),
        kind: 'number',
      },
      { ...text('levelName', 26, (line) => words.lineName(line)), total },
    ]
  }
  if (kind === 'site') return [{ ...text('site', 28, ({ name }) => name), total }]
  const cohortOf = new Map(cohorts.map((cohort) => [String(cohort.id), cohort]))
  return [
    {
      ...text('number', 7, ({ key }) => keys.cohort(Number(key))),
      kind: 'number',
    },
    { ...text('cohort', 16, ({ name }) => name), total },
    text('track', 22, ({ key }) => {
      const cohort = cohortOf.get(key)
      return cohort ? words.local(cohort.trackName) : null
    }),
    text('site', 16, ({ key }) => cohortOf.get(key)?.site ?? null),
    { ...text('startDate', 12, ({ key }) => cohortOf.get(key)?.startDate ?? null), kind: 'date' },
  ]
}

const tableNames = { cohort: 'ByCohort', site: 'BySite', entryLevel: 'ByEntryLevel' } as const
export const sheetOfKind = { cohort: 'byCohort', site: 'bySite', entryLevel: 'byEntryLevel' } as const

/** One sheet by cohort, site or entry level. */
export function completionLinesSheet(
  kind: 'cohort' | 'site' | 'entryLevel',
  lines: readonly CompletionLine[],
  { total }: CompletionReport,
  cohorts: readonly CohortRecord[],
  tables: CompletionTables,
): TableSheet {
  const columns = [...lineColumns<CompletionLine>(kind, tables, cohorts), ...countColumns(tables, total)]
  return {
    kind: 'table',
    name: tables.words.t(`reports.sheets.${sheetOfKind[kind]}`),
    ...liveTable({ tableName: tableNames[kind], columns, rows: lines }),
  }
}

type Leaving = NonNullable<CompletionReport['leavings']>[number]

/** Why people withdrew or were excluded, and each reason's share of its way of leaving. */
export function leavingsSheet(
  leavings: readonly Leaving[],
  total: CompletionLine,
  tables: CompletionTables,
): TableSheet {
  const { words, cells, detail } = tables
  const { t } = words
  const heading = (id: string) => t(`reports.columns.${id}`)
  const statusText = ({ status }: Leaving) => statusWord(status, words)
  const countFormula = (leaving: Leaving) =>
    detail?.countWhere({
      status: textCriterion(statusText(leaving)),
      reason: textCriterion(reasonWord(leaving.reason, words)),
    }) ?? ''
  const share = ({ status, count }: Leaving) => ({
    state: count === null || total[status] === null ? ('hidden' as const) : ('shown' as const),
    numerator: count,
    denominator: total[status],
    percent: null,
    isSmallGroup: false,
  })
  const columns: LiveColumn<Leaving>[] = [
    { id: 'status', heading: heading('leavingStatus'), kind: 'text', width: 20, cell: statusText },
    {
      id: 'reason',
      heading: heading('reason'),
      kind: 'text',
      width: 34,
      cell: ({ reason }) => reasonWord(reason, words),
    },
    {
      id: 'people',
      heading: heading('people'),
      kind: 'number',
      width: 11,
      cell: (leaving) => cells.count(countFormula(leaving), leaving.count),
    },
    {
      id: 'share',
      heading: heading('share'),
      kind: 'rate',
      width: 13,
      cell: (leaving, at) =>
        cells.rate(
          at('people'),
          statusFormula(tables, { kind: 'total', key: '' }, leaving.status),
          share(leaving),
        ),
    },
  ]
  return {
    kind: 'table',
    name: t('reports.sheets.leavings'),
    ...liveTable({ tableName: 'Leaving', columns, rows: leavings }),
  }
}
