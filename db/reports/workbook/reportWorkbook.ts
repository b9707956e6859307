import type { SummarySheet, TableSheet } from '../../workbooks/workbookContent.ts'
import type { ReportWords } from './reportWords.ts'

/** What both reports' workbooks are given: the words, and the head of the summary. */
export interface ReportParts {
  readonly words: ReportWords
  readonly head: Pick<SummarySheet, 'title' | 'facts'>
}

/** The sheets of a report, the summary first; the sheet about the workbook itself follows. */
export interface ReportWorkbook {
  readonly summary: SummarySheet
  readonly sheets: readonly TableSheet[]
}
