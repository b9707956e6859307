import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { translator } from '../texts/translator.ts'
import { exportFacts, holdWorkbook, type ExportCall } from './holdWorkbook.ts'
import type { CellContent, WorkbookColumn } from './workbookContent.ts'

/** One column of a list. Dates are given as ISO days and become real dates. */
export type ListColumn = WorkbookColumn & { readonly kind: 'text' | 'number' | 'date' }

export interface ExportedList {
  language: Language
  /** The use case's name, for the record of what left the program: `learners.export`. */
  action: string
  /** Begins the name of the file; the day follows. Never from a learner's data. */
  fileName: string
  title: string
  columns: readonly ListColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** The filters in use, in words; none means everything. */
  filters: readonly string[]
}

/** Writes a list as an .xlsx file beside the core's thread, records the export and holds the file to be fetched. */
export async function exportList(call: ExportCall, list: ExportedList): Promise<FileTicket> {
  const { caller, today, now, db, progress } = call
  const t = translator(list.language)
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const total = list.rows.length
  await progress('writingWorkbook', total, total)
  const filters = list.filters.length > 0 ? list.filters.join('\n') : t('workbooks.noFilters')
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
            ...exportFacts(call, t),
            { label: t('workbooks.care'), value: t('workbooks.careText') },
          ],
        },
      ],
    },
    { action: list.action, fileName: list.fileName, after: { rows: total, filters: list.filters } },
  )
}
