import type { FileTicket } from '../../shared/contract/values.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { runJob } from '../files/fileWorker.ts'
import type { Translate } from '../texts/translator.ts'
import type { LabelledText, WorkbookContent } from './workbookContent.ts'

/** The call of an export: a long query with everything around it. */
export type ExportCall = Pick<QueryCall<unknown>, 'core' | 'caller' | 'sight' | 'today' | 'now' | 'db'> &
  LongWork

/** What an export leaves in the record: the use case's name, and what left the program. */
export interface ExportRecord {
  action: string
  /** Begins the name of the file; the day follows. Never from a learner's data. */
  fileName: string
  after: Readonly<Record<string, unknown>>
}

const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Disclosures outside the school are logged (34 CFR 99.32), so every export is. */
async function recordExport({ core, caller, now }: ExportCall, record: ExportRecord, file: string) {
  const { action, after } = record
  await core
    .requireOpen()
    .file.writer.transaction()
    .execute((db) =>
      writeAuditRows(db, { action, at: now, caller }, [
        { subject: 'program', subjectId: 1, after: { file, ...after } },
      ]),
    )
}

/** Writes a workbook beside the core's thread, records the export and holds the file to be fetched. */
export async function holdWorkbook(
  call: ExportCall,
  content: WorkbookContent,
  record: ExportRecord,
): Promise<FileTicket> {
  const { core, today, signal } = call
  const bytes = await runJob('writeWorkbook', content, {
    workerEntry: core.settings.offThreadEntry,
    signal,
  })
  const name = `${record.fileName}-${today}.xlsx`
  await recordExport(call, record, name)
  return core.heldFiles.hold(new File([new Uint8Array(bytes)], name, { type: spreadsheetType }))
}

/** Who took the workbook out, and from which version of the app. */
export const exportFacts = ({ core, caller }: ExportCall, t: Translate): LabelledText[] => [
  { label: t('workbooks.exportedBy'), value: caller.name },
  { label: t('workbooks.version'), value: core.settings.appVersion },
]
