import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileOutChoice } from '../../shared/contract/filesOut.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { invalidFields, notFound } from '../failure.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList } from '../workbooks/exportList.ts'
import { holdDelimited, holdWorkbook, type ExportRecord } from '../workbooks/holdWorkbook.ts'
import { assessmentUpload } from './assessmentUpload.ts'
import type { FileContent } from './fileContent.ts'
import { birthDateColumn, roster } from './roster.ts'
import { testSummary, testSummarySheet, testSummaryTitle } from './testSummary.ts'

type Around = Pick<QueryCall<unknown> & LongWork, 'db' | 'today' | 'sight' | 'progress'>
type Call = QueryCall<{ choice: FileOutChoice; language: Language; disclosure: Disclosure }> & LongWork

/** What a file would hold. */
export async function fileContent(
  { db, today, sight, progress }: Around,
  choice: FileOutChoice,
): Promise<FileContent<string | null>> {
  if (choice.file !== 'roster' && choice.to < choice.from)
    throw invalidFields([{ path: 'choice.to', code: 'filesOut.endsBeforeStart', values: {} }])
  await sectionCode({ db }, choice)
  await progress('readingRows', 0, null)
  if (choice.file === 'roster') return roster(db, choice, today, sight)
  return choice.file === 'testSummary'
    ? testSummary(db, choice, sight, progress)
    : assessmentUpload(db, choice, today, sight, progress)
}

async function sectionCode({ db }: Pick<Around, 'db'>, { sectionId }: FileOutChoice): Promise<string | null> {
  if (sectionId === null) return null
  const section = await db
    .selectFrom('sections')
    .select('code')
    .where('id', '=', sectionId)
    .executeTakeFirst()
  if (!section) throw notFound('section')
  return section.code
}

/** The class and the span, in words, for the record of what left the program. */
async function filtersInWords(call: Call, t: Translate): Promise<string[]> {
  const { choice } = call.input
  const code = await sectionCode(call, choice)
  return [
    ...(choice.file === 'roster' ? [] : [t('filesOut.span', { from: choice.from, to: choice.to })]),
    ...(code === null ? [] : [t('filesOut.section', { code })]),
  ]
}

/** Makes the file that was chosen, records that it goes out, and holds it to be fetched. */
export async function makeFile(call: Call): Promise<FileTicket> {
  const { input, progress } = call
  const { choice, language, disclosure } = input
  const t = translator(language)
  const content = await fileContent(call, choice)
  const total = content.rows.length
  await progress('writingWorkbook', total, total)
  const record: ExportRecord = {
    method: 'filesOut.make',
    content: choice.file,
    disclosure,
    learnerIds: content.learnerIds,
    rowCount: total,
    filters: await filtersInWords(call, t),
    fileName: t(`filesOut.fileNames.${choice.file}`),
  }
  if (choice.file === 'testSummary') return summaryWorkbook(call, content, record)
  if (choice.file === 'roster' && choice.format === 'xlsx') {
    return exportList(call, {
      ...record,
      language,
      title: t('filesOut.rosterTitle'),
      columns: content.headings.map((heading, index) => ({
        heading,
        kind: index === birthDateColumn ? 'date' : 'text',
        width: 18,
      })),
      rows: content.rows,
    })
  }
  return holdDelimited(call, [content.headings, ...textRows(content)], record)
}

const textRows = ({ rows }: FileContent<string | null>) => rows.map((row) => row.map((cell) => cell ?? ''))

async function summaryWorkbook(call: Call, content: FileContent<string | null>, record: ExportRecord) {
  const { db, caller, now } = call
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const rows = testSummarySheet({ ...content, rows: textRows(content) }, caller.name, now)
  return holdWorkbook(
    call,
    {
      language: 'en',
      title: testSummaryTitle,
      author: caller.name,
      program: program.name,
      createdAt: now,
      pageHeader: program.name,
      sheets: [{ kind: 'cells', name: testSummaryTitle, rows }],
    },
    record,
  )
}
