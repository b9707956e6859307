import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { runJob } from '../files/fileWorker.ts'
import { translator } from '../texts/translator.ts'
import type { ListColumn, ListContent } from './listWorkbook.ts'

export interface ExportedList {
  language: Language
  /** The use case's name, for the record of what left the program: `learners.export`. */
  action: string
  /** Begins the name of the file; the day follows. Never from a learner's data. */
  fileName: string
  title: string
  columns: readonly ListColumn[]
  rows: ListContent['rows']
  /** The filters in use, in words; none means everything. */
  filters: readonly string[]
}

type ExportCall = Pick<QueryCall<unknown>, 'core' | 'caller' | 'today' | 'now' | 'db'> & LongWork

const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Disclosures outside the school are logged (34 CFR 99.32), so every export is. */
async function recordExport({ core, caller, now }: ExportCall, list: ExportedList, name: string) {
  const after = { file: name, rows: list.rows.length, filters: list.filters }
  await core
    .requireOpen()
    .file.writer.transaction()
    .execute((db) =>
      writeAuditRows(db, { action: list.action, at: now, caller }, [
        { subject: 'program', subjectId: 1, after },
      ]),
    )
}

/** Writes a list as an .xlsx file beside the core's thread, records the export and holds the file to be fetched. */
export async function exportList(call: ExportCall, list: ExportedList): Promise<FileTicket> {
  const { core, caller, today, now, db, signal, progress } = call
  const t = translator(list.language)
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const total = list.rows.length
  await progress('writingWorkbook', total, total)
  const content: ListContent = {
    language: list.language,
    title: list.title,
    author: caller.name,
    createdAt: now,
    columns: list.columns,
    rows: list.rows,
    aboutTitle: t('workbooks.about'),
    about: [
      { label: t('workbooks.content'), value: list.title },
      { label: t('workbooks.program'), value: program.name },
      { label: t('workbooks.asOf'), value: today },
      {
        label: t('workbooks.filters'),
        value: list.filters.length > 0 ? list.filters.join('\n') : t('workbooks.noFilters'),
      },
      { label: t('workbooks.rows'), value: t('workbooks.rowCount', { count: total }) },
      { label: t('workbooks.exportedBy'), value: caller.name },
      { label: t('workbooks.version'), value: core.settings.appVersion },
      { label: t('workbooks.care'), value: t('workbooks.careText') },
    ],
  }
  const bytes = await runJob('writeListWorkbook', content, {
    workerEntry: core.settings.offThreadEntry,
    signal,
  })
  const name = `${list.fileName}-${today}.xlsx`
  await recordExport(call, list, name)
  return core.heldFiles.hold(new File([new Uint8Array(bytes)], name, { type: spreadsheetType }))
}
