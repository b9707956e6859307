import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { recordDisclosure, refuseImpossiblePurpose, type HandedOut } from '../audit/recordDisclosure.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { runJob } from '../files/fileWorker.ts'
import { delimitedText } from '../files/writeDelimited.ts'
import type { Translate } from '../texts/translator.ts'
import type { LabelledText, WorkbookContent } from './workbookContent.ts'

/** The call of an export: a long query with everything around it. */
export type ExportCall = Pick<QueryCall<unknown>, 'core' | 'caller' | 'sight' | 'today' | 'now' | 'db'> &
  LongWork

/** What an export leaves in the record of disclosures: the use case's name, and what left the program. */
export interface ExportRecord extends Omit<HandedOut, 'format'> {
  method: string
  /** Begins the name of the file; the day follows. Never from a learner's data. */
  fileName: string
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const
type Format = keyof typeof types

type FormattedRecord = ExportRecord & { readonly format: Format }

async function recordExport(
  { core, caller, now }: ExportCall,
  { method, fileName: _, ...record }: FormattedRecord,
) {
  await core
    .requireOpen()
    .file.writer.transaction()
    .execute(async (db) => {
      const note = await recordDisclosure(db, { method, at: now, caller }, record)
      await writeAuditRows(db, { action: method, at: now, caller }, [note])
    })
}

/** Records an export and holds its file to be fetched. */
async function holdExport(
  call: ExportCall,
  content: string | Uint8Array<ArrayBuffer>,
  record: FormattedRecord,
): Promise<FileTicket> {
  const name = `${record.fileName}-${call.today}.${record.format}`
  await recordExport(call, record)
  return call.core.heldFiles.hold(new File([content], name, { type: types[record.format] }))
}

/** Writes a workbook beside the core's thread, records the export and holds the file to be fetched. */
export async function holdWorkbook(
  call: ExportCall,
  content: WorkbookContent,
  record: ExportRecord,
): Promise<FileTicket> {
  const { core, signal } = call
  const formatted = { ...record, format: 'xlsx' as const }
  refuseImpossiblePurpose(formatted)
  const bytes = await runJob('writeWorkbook', content, {
    workerEntry: core.settings.offThreadEntry,
    signal,
  })
  return holdExport(call, new Uint8Array(bytes), formatted)
}

/** The same for a text file with commas. */
export async function holdDelimited(
  call: ExportCall,
  rows: readonly (readonly string[])[],
  record: ExportRecord,
): Promise<FileTicket> {
  const formatted = { ...record, format: 'csv' as const }
  refuseImpossiblePurpose(formatted)
  return holdExport(call, delimitedText(rows), formatted)
}

/** For whom the workbook was made and what for. */
export function disclosureFacts(disclosure: Disclosure, t: Translate): LabelledText[] {
  const note = disclosure.note === null ? [] : [disclosure.note]
  if (disclosure.audience === 'inside') {
    return [
      { label: t('workbooks.madeFor'), value: [t('words.disclosureAudiences.inside'), ...note].join('\n') },
    ]
  }
  const purpose = [t(`words.disclosurePurposes.${disclosure.purpose}`), ...note].join('\n')
  return [
    { label: t('workbooks.madeFor'), value: disclosure.recipient },
    { label: t('workbooks.purpose'), value: purpose },
  ]
}

/** Who took the workbook out, and from which version of the app. */
export const exportFacts = ({ core, caller }: ExportCall, t: Translate): LabelledText[] => [
  { label: t('workbooks.exportedBy'), value: caller.name },
  { label: t('workbooks.version'), value: core.settings.appVersion },
]
