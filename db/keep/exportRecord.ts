import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { translator } from '../texts/translator.ts'
import { disclosureFacts, exportFacts, holdWorkbook } from '../workbooks/holdWorkbook.ts'
import { attempts, cohorts } from './record/cohorts.ts'
import { contacts } from './record/contacts.ts'
import { mergedRecords } from './record/mergedRecords.ts'
import { assessments, attendance, classes, evidence, hours } from './record/learning.ts'
import { acceptedFindings, holds, personFacts, phones } from './record/personFacts.ts'
import type { RecordCall, RecordSheet } from './record/recordSheet.ts'
import { changes, handedOut } from './record/trail.ts'
import { answers, decisions, screenings, waitingLists, waivers } from './record/screening.ts'

/** Every kind of entry that can be about one person, in the order of the sheets. */
const kinds: readonly ((call: RecordCall) => Promise<RecordSheet>)[] = [
  phones,
  classes,
  assessments,
  attendance,
  contacts,
  hours,
  evidence,
  waivers,
  screenings,
  answers,
  decisions,
  waitingLists,
  cohorts,
  attempts,
  holds,
  acceptedFindings,
  mergedRecords,
  changes,
  handedOut,
]

type Call = QueryCall<{ learnerId: number; language: Language; disclosure: Disclosure }> & LongWork

/**
 * Everything on record about one person, a sheet for each kind of entry, for the person to see (34 CFR
 * 99.10). Kinds without an entry have no sheet; the last one counts all of them. Throws `notFound`.
 */
export async function exportRecord(call: Call): Promise<FileTicket> {
  const { db, input, caller, sight, today, now, progress } = call
  const { learnerId, language, disclosure } = input
  const t = translator(language)
  const record: RecordCall = { db, learnerId, sight, language, t }
  const person = await personFacts(record)
  const sheets: RecordSheet[] = []
  for (const [done, kind] of kinds.entries()) {
    await progress('readingRecord', done, kinds.length)
    sheets.push(await kind(record))
  }
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const nameOf = ({ key }: RecordSheet) => t(`keep.record.sheets.${key}`)
  await progress('writingWorkbook', kinds.length, kinds.length)
  const title = t('keep.record.title')
  return holdWorkbook(
    call,
    {
      language,
      title,
      author: caller.name,
      program: program.name,
      createdAt: now,
      pageHeader: `${program.name} · ${title}`,
      sheets: [
        { kind: 'facts', name: t('keep.record.sheets.person'), facts: person },
        ...sheets
          .filter(({ rows }) => rows.length > 0)
          .map((sheet) => ({
            kind: 'table' as const,
            name: nameOf(sheet),
            tableName: sheet.key,
            columns: sheet.columns,
            rows: sheet.rows,
          })),
        {
          kind: 'facts',
          name: t('workbooks.about'),
          facts: [
            { label: t('workbooks.content'), value: title },
            { label: t('workbooks.program'), value: program.name },
            { label: t('workbooks.asOf'), value: today },
            ...sheets.map((sheet) => ({
              label: nameOf(sheet),
              value: t('keep.record.entries', { count: sheet.rows.length }),
            })),
            ...disclosureFacts(disclosure, t),
            ...exportFacts(call, t),
            { label: t('workbooks.care'), value: t('workbooks.careText') },
          ],
        },
      ],
    },
    {
      method: 'keep.exportRecord',
      fileName: t('keep.record.fileName'),
      content: 'learnerRecord',
      filters: [],
      rowCount: sheets.reduce((rows, sheet) => rows + sheet.rows.length, 0),
      learnerIds: [learnerId],
      disclosure,
    },
  )
}
