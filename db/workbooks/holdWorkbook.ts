import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { recordDisclosure, refuseImpossiblePurpose, type HandedOut } from '../audit/recordDisclosure.ts'
import { writeAuditRows } from '../audit/writeAuditRows.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { runJob } from '../files/fileWorker.ts'
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

const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function recordExport({ core, caller, now }: ExportCall, { method, ...record }: ExportRecord) {
  await core
    .requireOpen()
    .file.writer.transaction()
    .execute(async (db) => {
      const note = await recordDisclosure(db, { method, at: now, caller }, { ...record, format: 'xlsx' })
      await writeAuditRows(db, { action: method, at: now, caller }, [note])
    })
}

/** Writes a workbook beside the core's thread, records the export and holds the file to be fetched. */
export async function holdWorkbook(
  call: ExportCall,
  content: WorkbookContent,
  record: ExportRecord,
): Promise<FileTicket> {
  const { core, today, signal } = call
  refuseImpossiblePurpose({ ...record, format: 'xlsx' })
  const bytes = await runJob('writeWorkbook', content, {
    workerEntry: core.settings.offThreadEntry,
    signal,
  })
  const name = `${record.fileName}-${today}.xlsx`
  await recordExport(call, record)
  return core.heldFiles.hold(new File([new Uint8Array(bytes)], name, { type: spreadsheetType }))
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
