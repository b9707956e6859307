import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { DisclosedContent } from '../../shared/values/disclosures.ts'
import { translator } from '../texts/translator.ts'
import { disclosureFacts, exportFacts, holdWorkbook, type ExportCall } from './holdWorkbook.ts'
import type { CellContent, LabelledText, WorkbookColumn } from './workbookContent.ts'

/** One column of a list. Dates are given as ISO days and become real dates. */
export type ListColumn = WorkbookColumn & { readonly kind: 'text' | 'number' | 'date' }

export interface ExportedList {
  language: Language
  /** The use case's name, for the record of what left the program: `learners.export`. */
  method: string
  content: DisclosedContent
  disclosure: Disclosure
  /** Everybody whose data is in it; nobody for counts. */
  learnerIds: readonly number[]
  /** Begins the name of the file; the day follows. Never from a learner's data. */
  fileName: string
  title: string
  columns: readonly ListColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** The filters in use, in words; none means everything. */
  filters: readonly string[]
  /** What was searched for, in words: printed with the filters, never kept on record. */
  search?: string | null
  /** More to say about the list on its sheet "About". */
  facts?: readonly LabelledText[]
}

/** Writes a list as an .xlsx file beside the core's thread, records the export and holds the file to be fetched. */
export async function exportList(call: ExportCall, list: ExportedList): Promise<FileTicket> {
  const { caller, today, now, db, progress } = call
  const t = translator(list.language)
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const total = list.rows.length
  await progress('writingWorkbook', total, total)
  const { method, content, disclosure, learnerIds, fileName } = list
  const inUse = [...(list.search ? [list.search] : []), ...list.filters]
  const filters = inUse.length > 0 ? inUse.join('\n') : t('workbooks.noFilters')
  const recorded = [...(list.search ? [t('workbooks.searched')] : []), ...list.filters]
  const rows: readonly (readonly CellContent[])[] = list.rows
  return holdWorkbook(
    call,
    {
      language: list.language,
      title: list.title,
      author: caller.name,
      program: program.name,
      createdAt: now,
      pageHeader: program.name,
      sheets: [
        { kind: 'table', name: list.title, tableName: 'List', columns: list.columns, rows },
        {
          kind: 'facts',
          name: t('workbooks.about'),
          facts: [
            { label: t('workbooks.content'), value: list.title },
            { label: t('workbooks.program'), value: program.name },
            { label: t('workbooks.asOf'), value: today },
            { label: t('workbooks.filters'), value: filters },
            { label: t('workbooks.rows'), value: t('workbooks.rowCount', { count: total }) },
            ...(list.facts ?? []),
            ...disclosureFacts(disclosure, t),
            ...exportFacts(call, t),
            { label: t('workbooks.care'), value: t('workbooks.careText') },
          ],
        },
      ],
    },
    { method, fileName, content, disclosure, learnerIds, rowCount: total, filters: recorded },
  )
}
