import type {
  BenchmarkComparison,
  CertificationReport,
  CredentialReport,
  ShownRate,
} from '../../../shared/contract/reports.ts'
import type { TableSheet } from '../../workbooks/workbookContent.ts'
import type { Counted, Population } from '../population.ts'
import { benchmarksSheet, type ComparedRow } from './benchmarksSheet.ts'
import { candidatesDetail, sittingsDetail, type Candidate } from './certificationDetail.ts'
import {
  candidatesFormula,
  firstTestsFormula,
  partName,
  type CertificationTables,
  type CredentialLine,
} from './certificationFormulas.ts'
import { attemptsSheet, certificationLinesSheet, linesOf, partsSheet } from './certificationTables.ts'
import { sheetOfKind } from './completionTables.ts'
import { keysOf } from './keys.ts'
import { summarySheet, type MainNumber } from './mainNumbers.ts'
import { reportCells } from './reportCells.ts'
import { definitionsSheet } from './reportHead.ts'
import type { ReportParts, ReportWorkbook } from './reportWorkbook.ts'
import { againstSentences, notesFor, rateSentence } from './sentences.ts'

const definitions = [
  'asOf',
  'completers',
  'attempt',
  'firstTimePart',
  'firstTime',
  'certified',
  'certifiedOfTested',
  'certifiedOfCompleters',
  'pending',
  'entryLevel',
  'benchmark',
  'points',
  'interval',
  'noneDue',
  'smallGroup',
  'hidden',
  'rounding',
] as const

const isCandidate = (one: Counted): one is Candidate => one.standing !== null

const everybody = (report: CredentialReport): CredentialLine => ({ ...report.total, report })

/** The formulas of the counts of a rate of everybody. */
function rateFormulas(
  tables: CertificationTables,
  report: CredentialReport,
  measure: string,
  part: string | null,
) {
  const line = everybody(report)
  const of = (...flags: Parameters<typeof candidatesFormula>[2][]) =>
    candidatesFormula(tables, line, ...flags)
  switch (measure) {
    case 'firstTime':
    case 'firstTimePassRate':
      return { numerator: of('passedAllFirst'), denominator: of('testedAll') }
    case 'certifiedOfTested':
      return { numerator: of('certified'), denominator: of('testedAll') }
    case 'certifiedOfCompleters':
      return { numerator: of('certified', 'courseCompleted'), denominator: of('courseCompleted') }
    default:
      return {
        numerator: firstTestsFormula(tables, line, part ?? '', true),
        denominator: firstTestsFormula(tables, line, part ?? '', false),
      }
  }
}

function mainNumbers(report: CredentialReport, tables: CertificationTables): MainNumber[] {
  const { words } = tables
  const { total } = report
  const of = words.local(report.credential.name)
  const heading = (id: string) => words.t(`reports.columns.${id}`)
  const rate = (name: string, measure: string, shown: ShownRate, part: string | null = null): MainNumber => {
    const { numerator, denominator } = rateFormulas(tables, report, measure, part)
    return { of, name, count: { formula: numerator, value: shown.numerator }, rate: { shown, denominator } }
  }
  const count = (id: 'completers' | 'pending', formula: string): MainNumber => ({
    of,
    name: heading(id),
    count: { formula, value: total[id] },
    rate: null,
  })
  const line = everybody(report)
  return [
    count('completers', candidatesFormula(tables, line, 'courseCompleted')),
    ...total.parts.map(({ part, firstTime }) =>
      rate(`${heading('firstTimePart')}: ${partName(report, part, words)}`, 'part', firstTime, part),
    ),
    ...(['firstTime', 'certifiedOfTested', 'certifiedOfCompleters'] as const).map((id) =>
      rate(heading(id), id, total[id]),
    ),
    count('pending', candidatesFormula(tables, line, 'pending')),
  ]
}

/** What a comparison is about, in words: the measure, and the part where it is one of a part. */
const comparedName =
  (report: CredentialReport, { words }: CertificationTables) =>
  ({ measure, partKey }: BenchmarkComparison): string =>
    [
      words.t(`words.benchmarkMeasures.${measure}`),
      ...(partKey === null ? [] : [partName(report, partKey, words)]),
    ].join(': ')

function sentences(report: CredentialReport, tables: CertificationTables): string[] {
  const { words } = tables
  const { t, local } = words
  const { total } = report
  const pending = total.pending ?? 0
  return [
    t('reports.sentences.ofCredential', {
      credential: local(report.credential.name),
      track: local(report.trackName),
    }),
    ...(['firstTime', 'certifiedOfTested', 'certifiedOfCompleters'] as const).map((id) =>
      rateSentence(t(`reports.columns.${id}`), total[id], words),
    ),
    ...(pending > 0 ? [t('reports.sentences.pending', { count: pending })] : []),
    ...againstSentences(report.benchmarks, comparedName(report, tables), words),
  ]
}

function tableSheets(report: CertificationReport, { cohorts }: Population, tables: CertificationTables) {
  const { words } = tables
  const sheets: TableSheet[] = []
  const leftOut: string[] = []
  const shownLines: CredentialLine[] = []
  for (const kind of ['cohort', 'site', 'entryLevel'] as const) {
    const lines = linesOf(report, kind)
    if (lines === null) leftOut.push(words.t(`reports.sheets.${sheetOfKind[kind]}`))
    else {
      shownLines.push(...lines)
      sheets.push(certificationLinesSheet(kind, lines, cohorts, tables))
    }
  }
  sheets.push(partsSheet(report, shownLines, tables))
  const attempts = attemptsSheet(report, tables)
  if (attempts === null) leftOut.push(words.t('reports.sheets.byAttempt'))
  else sheets.push(attempts)
  return { sheets, leftOut }
}

/** The sheets of the certification workbook. */
export function certificationWorkbook(
  report: CertificationReport,
  population: Population,
  { words, head }: ReportParts,
): ReportWorkbook {
  const { t } = words
  const keys = keysOf(population)
  const { asOf, scope } = population
  const cells = reportCells(scope.audience, t)
  const candidates = population.counted.filter(isCandidate)
  const detail = cells.isLive
    ? {
        candidates: candidatesDetail(candidates, keys, words),
        sittings: sittingsDetail(candidates, asOf, keys, words),
      }
    : null
  const tables: CertificationTables = { words, cells, keys, detail }
  const { sheets, leftOut } = tableSheets(report, population, tables)
  const compared = report.credentials.flatMap((one) =>
    one.benchmarks.map((comparison): ComparedRow => ({
      comparison,
      partName: comparison.partKey === null ? null : partName(one, comparison.partKey, words),
      ...rateFormulas(tables, one, comparison.measure, comparison.partKey),
    })),
  )
  const said =
    report.credentials.length === 0
      ? [t('reports.sentences.none')]
      : report.credentials.flatMap((one) => sentences(one, tables))
  return {
    summary: summarySheet(
      { ...head, sentences: said, notes: notesFor(scope, leftOut, { notFinal: false }, words) },
      report.credentials.flatMap((one) => mainNumbers(one, tables)),
      words,
      cells,
    ),
    sheets: [
      ...sheets,
      ...(compared.length > 0 ? [benchmarksSheet(compared, words, cells)] : []),
      ...(detail === null ? [] : [detail.candidates.sheet, detail.sittings.sheet]),
      definitionsSheet(definitions, words),
    ],
  }
}
