import type { CertificationReport } from '../../../shared/contract/reports.ts'
import type { CohortRecord } from '../../cohorts/cohortRecords.ts'
import type { TableSheet } from '../../workbooks/workbookContent.ts'
import {
  candidatesFormula,
  firstTestsFormula,
  partName,
  sittingsFormula,
  type CertificationTables,
  type CredentialLine,
} from './certificationFormulas.ts'
import { lineColumns, sheetOfKind } from './completionTables.ts'
import { textCriterion } from './detailSheet.ts'
import { liveTable, type CellAt, type LiveColumn } from './liveTable.ts'

type LineKind = 'cohort' | 'site' | 'entryLevel'
const linesOfKind = { cohort: 'byCohort', site: 'bySite', entryLevel: 'byEntryLevel' } as const
const tableNames = { cohort: 'ByCohort', site: 'BySite', entryLevel: 'ByEntryLevel' } as const

/** The lines of one kind of every credential; null where outside use leaves one out. */
export function linesOf({ credentials }: CertificationReport, kind: LineKind): CredentialLine[] | null {
  const all = credentials.map((report) => report[linesOfKind[kind]]?.map((line) => ({ ...line, report })))
  return all.some((lines) => lines === undefined) ? null : all.flatMap((lines) => lines ?? [])
}

/** Counts and rates of lines over all parts together. */
function countColumns(tables: CertificationTables): LiveColumn<CredentialLine>[] {
  const { words, cells } = tables
  const heading = (id: string) => words.t(`reports.columns.${id}`)
  const count = (
    id: string,
    value: (line: CredentialLine) => number | null,
    ...flags: Parameters<typeof candidatesFormula>[2][]
  ): LiveColumn<CredentialLine> => ({
    id,
    heading: heading(id),
    kind: 'number',
    width: 12,
    cell: (line) => cells.count(candidatesFormula(tables, line, ...flags), value(line)),
  })
  const rate = (
    id: 'firstTime' | 'certifiedOfTested' | 'certifiedOfCompleters',
    numerator: string,
    denominator: string,
  ): LiveColumn<CredentialLine> => ({
    id,
    heading: heading(id),
    kind: 'rate',
    width: 13,
    cell: (line, at) => cells.rate(at(numerator), at(denominator), line[id]),
  })
  return [
    count('completers', (line) => line.completers, 'courseCompleted'),
    count('testedAll', (line) => line.firstTime.denominator, 'testedAll'),
    count('passedAllFirst', (line) => line.firstTime.numerator, 'passedAllFirst'),
    rate('firstTime', 'passedAllFirst', 'testedAll'),
    count('certified', (line) => line.certified, 'certified'),
    rate('certifiedOfTested', 'certified', 'testedAll'),
    count(
      'certifiedCompleters',
      (line) => line.certifiedOfCompleters.numerator,
      'certified',
      'courseCompleted',
    ),
    rate('certifiedOfCompleters', 'certifiedCompleters', 'completers'),
    count('pending', (line) => line.pending, 'pending'),
    {
      id: 'notes',
      heading: heading('notes'),
      kind: 'text',
      width: 16,
      cell: (line, at) => cells.remarks(at('testedAll'), line.firstTime),
    },
  ]
}

const credentialColumn = ({ words }: CertificationTables): LiveColumn<CredentialLine> => ({
  id: 'credential',
  heading: words.t('reports.columns.credential'),
  kind: 'text',
  width: 22,
  cell: ({ report }) => words.local(report.credential.name),
})

/** One sheet by cohort, site or entry level, each line within its credential. */
export function certificationLinesSheet(
  kind: LineKind,
  lines: readonly CredentialLine[],
  cohorts: readonly CohortRecord[],
  tables: CertificationTables,
): TableSheet {
  // Credentials are not added up: these tables have no row of totals.
  const named = lineColumns<CredentialLine>(kind, tables, cohorts).map(({ total: _, ...column }) => column)
  return {
    kind: 'table',
    name: tables.words.t(`reports.sheets.${sheetOfKind[kind]}`),
    ...liveTable({
      tableName: tableNames[kind],
      columns: [...named, credentialColumn(tables), ...countColumns(tables)],
      rows: lines,
    }),
  }
}

interface PartLine {
  readonly line: CredentialLine
  readonly part: string
}

/** First-time pass rates by exam part: of everybody, then by cohort, site and entry level as far as shown. */
export function partsSheet(
  { credentials }: CertificationReport,
  lines: readonly CredentialLine[],
  tables: CertificationTables,
): TableSheet {
  const { words, cells } = tables
  const { t } = words
  const totals = credentials.map((report): CredentialLine => ({ ...report.total, report }))
  const rows = [...totals, ...lines].flatMap((line) =>
    line.parts.map(({ part }): PartLine => ({ line, part })),
  )
  const rateOf = ({ line, part }: PartLine) => line.parts.find((one) => one.part === part)!.firstTime
  const text = (id: string, width: number, cell: (row: PartLine) => string): LiveColumn<PartLine> => ({
    id,
    heading: t(`reports.columns.${id}`),
    kind: 'text',
    width,
    cell,
  })
  const count = (id: 'tested' | 'passedFirst', of: 'numerator' | 'denominator'): LiveColumn<PartLine> => ({
    id,
    heading: t(`reports.columns.${id}`),
    kind: 'number',
    width: 13,
    cell: (row) =>
      cells.count(firstTestsFormula(tables, row.line, row.part, id === 'passedFirst'), rateOf(row)[of]),
  })
  const columns: LiveColumn<PartLine>[] = [
    text('credential', 24, ({ line }) => words.local(line.report.credential.name)),
    text('part', 22, ({ line, part }) => partName(line.report, part, words)),
    text('group', 16, ({ line }) => t(`reports.groups.${line.kind}`)),
    text('groupName', 26, ({ line }) => words.lineName(line)),
    count('tested', 'denominator'),
    count('passedFirst', 'numerator'),
    {
      id: 'firstTimePart',
      heading: t('reports.columns.firstTimePart'),
      kind: 'rate',
      width: 17,
      cell: (row, at) => cells.rate(at('passedFirst'), at('tested'), rateOf(row)),
    },
    {
      id: 'notes',
      heading: t('reports.columns.notes'),
      kind: 'text',
      width: 18,
      cell: (row, at) => cells.remarks(at('tested'), rateOf(row)),
    },
  ]
  return {
    kind: 'table',
    name: t('reports.sheets.byPart'),
    ...liveTable({ tableName: 'ByPart', columns, rows }),
  }
}

const results = ['pass', 'fail', 'noShow', 'waiting'] as const

/** Sittings by part and number of the attempt; null where outside use leaves them out. */
export function attemptsSheet(
  { credentials }: CertificationReport,
  tables: CertificationTables,
): TableSheet | null {
  if (credentials.some(({ byAttempt }) => byAttempt === null)) return null
  const { words, cells } = tables
  const { t } = words
  const rows = credentials.flatMap((report) => (report.byAttempt ?? []).map((counts) => ({ report, counts })))
  type Row = (typeof rows)[number]
  const formula = ({ report, counts }: Row, result: (typeof results)[number]) =>
    sittingsFormula(tables, { kind: 'total', key: '', report }, counts.part, {
      attempt: counts.number,
      result: textCriterion(t(`words.attemptResults.${result}`)),
    })
  const heading = (id: string) => t(`reports.columns.${id}`)
  const tested = (at: CellAt) => `${at('pass')}+${at('fail')}`
  const rateOf = ({ counts: { pass, fail } }: Row) => {
    const denominator = (pass ?? 0) + (fail ?? 0)
    const state = denominator === 0 ? ('noneDue' as const) : ('shown' as const)
    const isSmallGroup = denominator > 0 && denominator < 10
    return { state, numerator: pass, denominator, percent: null, isSmallGroup }
  }
  const columns: LiveColumn<Row>[] = [
    {
      id: 'credential',
      heading: heading('credential'),
      kind: 'text',
      width: 24,
      cell: ({ report }) => words.local(report.credential.name),
    },
    {
      id: 'part',
      heading: heading('part'),
      kind: 'text',
      width: 22,
      cell: ({ report, counts }) => partName(report, counts.part, words),
    },
    {
      id: 'attempt',
      heading: heading('attempt'),
      kind: 'number',
      width: 11,
      cell: ({ counts }) => counts.number,
    },
    ...results.map((id): LiveColumn<Row> => ({
      id,
      heading: heading(id),
      kind: 'number',
      width: 13,
      cell: (row) => cells.count(formula(row, id), row.counts[id]),
    })),
    {
      id: 'passRateOfAttempt',
      heading: heading('passRateOfAttempt'),
      kind: 'rate',
      width: 16,
      cell: (row, at) => cells.rate(at('pass'), tested(at), rateOf(row)),
    },
    {
      id: 'notes',
      heading: heading('notes'),
      kind: 'text',
      width: 18,
      cell: (row, at) => cells.remarks(tested(at), rateOf(row)),
    },
  ]
  return {
    kind: 'table',
    name: t('reports.sheets.byAttempt'),
    ...liveTable({ tableName: 'ByAttempt', columns, rows }),
  }
}
