import type { CompletionReport } from '../../../shared/contract/reports.ts'
import type { TableSheet } from '../../workbooks/workbookContent.ts'
import type { Population } from '../population.ts'
import { benchmarksSheet } from './benchmarksSheet.ts'
import { completionDetail } from './completionDetail.ts'
import {
  completionLinesSheet,
  countedStatuses,
  leavingsSheet,
  listedStatuses,
  sheetOfKind,
  statusFormula,
  type CompletionTables,
} from './completionTables.ts'
import { keysOf } from './keys.ts'
import { summarySheet, type MainNumber } from './mainNumbers.ts'
import { reportCells } from './reportCells.ts'
import { definitionsSheet } from './reportHead.ts'
import type { ReportParts, ReportWorkbook } from './reportWorkbook.ts'
import { againstSentences, enrolledSentence, notesFor, rateSentence } from './sentences.ts'

const definitions = [
  'asOf',
  'enrolled',
  'completed',
  'withdrew',
  'excluded',
  'stillIn',
  'didNotStart',
  'notYetStarted',
  'completionRate',
  'finishedRate',
  'notFinal',
  'entryLevel',
  'benchmark',
  'points',
  'interval',
  'noneDue',
  'smallGroup',
  'hidden',
  'rounding',
] as const

/** The sheets by cohort, site and entry level, and the names of those that outside use leaves out. */
function lineSheets(report: CompletionReport, population: Population, tables: CompletionTables) {
  const { cohorts } = population
  const sheets: TableSheet[] = []
  const leftOut: string[] = []
  const kinds = [
    ['cohort', report.byCohort],
    ['site', report.bySite],
    ['entryLevel', report.byEntryLevel],
  ] as const
  for (const [kind, lines] of kinds) {
    if (lines === null) leftOut.push(tables.words.t(`reports.sheets.${sheetOfKind[kind]}`))
    else sheets.push(completionLinesSheet(kind, lines, report, cohorts, tables))
  }
  if (report.leavings === null) leftOut.push(tables.words.t('reports.sheets.leavings'))
  else sheets.push(leavingsSheet(report.leavings, report.total, tables))
  return { sheets, leftOut }
}

function mainNumbers({ total }: CompletionReport, tables: CompletionTables): MainNumber[] {
  const { t } = tables.words
  const everybody = { kind: 'total', key: '' } as const
  const formula = (status: Parameters<typeof statusFormula>[2]) => statusFormula(tables, everybody, status)
  const sum = (...statuses: Parameters<typeof statusFormula>[2][]) => statuses.map(formula).join('+')
  const number = (id: string, made: string, value: number | null): MainNumber => ({
    of: null,
    name: t(`reports.columns.${id}`),
    count: { formula: made, value },
    rate: null,
  })
  const notFinal = { formula: `${sum('stillIn', 'notYetStarted')}>0`, isFinal: total.isFinal }
  const rate = (id: 'completionRate' | 'finishedRate', denominator: string): MainNumber => ({
    of: null,
    name: t(`reports.columns.${id}`),
    count: { formula: formula('completed'), value: total[id].numerator },
    rate: { denominator, shown: total[id] },
    notFinal: id === 'completionRate' ? notFinal : undefined,
  })
  return [
    number('enrolled', sum(...countedStatuses), total.enrolled),
    ...countedStatuses.map((status) => number(status, formula(status), total[status])),
    ...listedStatuses.map((status) => number(status, formula(status), total[status])),
    rate('completionRate', sum('completed', 'withdrew', 'stillIn')),
    ...(total.isFinal === true ? [] : [rate('finishedRate', sum('completed', 'withdrew'))]),
  ]
}

function sentences(report: CompletionReport, tables: CompletionTables): string[] {
  const { words } = tables
  const { t } = words
  const { total, scope, benchmarks } = report
  const { enrolled, completed, withdrew, excluded, stillIn, notYetStarted } = total
  const said = [enrolledSentence(scope, enrolled, words)]
  if (scope.cohortCodes.length === 0) return said
  if (![enrolled, completed, withdrew, excluded, stillIn].includes(null)) {
    said.push(t('reports.sentences.identity', { enrolled, completed, withdrew, excluded, stillIn }))
  }
  said.push(rateSentence(t('reports.columns.completionRate'), total.completionRate, words))
  if (total.isFinal === false) {
    said.push(
      t('reports.sentences.notFinal', { stillIn, notYetStarted }),
      rateSentence(t('reports.columns.finishedRate'), total.finishedRate, words),
    )
  }
  const name = () => t('reports.columns.completionRate')
  return [...said, ...againstSentences(benchmarks, name, words)]
}

/** The sheets of the completion workbook. */
export function completionWorkbook(
  report: CompletionReport,
  population: Population,
  { words, head }: ReportParts,
): ReportWorkbook {
  const { t } = words
  const keys = keysOf(population)
  const { counted, asOf, scope } = population
  const cells = reportCells(scope.audience, t)
  const detail = cells.isLive ? completionDetail(counted, asOf, keys, words) : null
  const tables: CompletionTables = { words, cells, keys, detail }
  const { sheets, leftOut } = lineSheets(report, population, tables)
  const compared = report.benchmarks.map((comparison) => {
    const ofTrack = (status: string) =>
      detail?.countWhere({ trackNumber: keys.track(comparison.trackId), status: `"${status}"` }) ?? ''
    const word = (status: 'completed' | 'withdrew' | 'stillIn') =>
      ofTrack(t(`words.memberOutcomes.${status}`))
    return {
      comparison,
      partName: null,
      numerator: word('completed'),
      denominator: [word('completed'), word('withdrew'), word('stillIn')].join('+'),
    }
  })
  const notes = notesFor(scope, leftOut, { notFinal: report.total.isFinal !== true }, words)
  return {
    summary: summarySheet(
      { ...head, sentences: sentences(report, tables), notes },
      mainNumbers(report, tables),
      words,
      cells,
    ),
    sheets: [
      ...sheets,
      ...(compared.length > 0 ? [benchmarksSheet(compared, words, cells)] : []),
      ...(detail === null ? [] : [detail.sheet]),
      definitionsSheet(definitions, words),
    ],
  }
}
