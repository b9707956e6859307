import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { WorkOf } from '../../shared/contract/today.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList } from '../workbooks/exportList.ts'
import { listColumns, type ExportedRow } from './listColumns.ts'
import { workAskedFor } from './reach.ts'
import { windowOf } from './workLists.ts'

type Input = { list: WorkListId; of: WorkOf; language: Language; disclosure: Disclosure }

/** Whose work it is, in words; nothing for everybody's. */
export async function workOfInWords(
  db: Pick<Reader, 'selectFrom'>,
  of: WorkOf,
  t: Translate,
): Promise<string[]> {
  if (of === 'everybody') return []
  if (of === 'ownClasses') return [t('workLists.of.ownClasses')]
  const section = await db.selectFrom('sections').select('code').where('id', '=', of).executeTakeFirst()
  return [t('workLists.of.oneClass', { code: section?.code ?? String(of) })]
}

/** The learners whose names stand in a list, each once. */
export const learnersIn = (rows: readonly ExportedRow[]): number[] => [
  ...new Set(rows.flatMap((row) => ('learnerId' in row ? [row.learnerId] : []))),
]

/** One whole work list as an .xlsx file, with a column to write into. */
export async function exportWorkList(call: QueryCall<Input> & LongWork): Promise<FileTicket> {
  const { input, db, progress } = call
  const { list, of, language, disclosure } = input
  const t = translator(language)
  const work = await workAskedFor(call, of)
  const { rows, total } = await windowOf(work, list, 0, Number.MAX_SAFE_INTEGER)
  await progress('readingRows', total, total)
  const columns = listColumns(list, language, t)
  return exportList(call, {
    language,
    method: 'today.exportList',
    content: 'workList',
    disclosure,
    learnerIds: learnersIn(rows),
    fileName: t(`workLists.fileNames.${list}`),
    title: t(`workLists.names.${list}`),
    filters: [
      t('workLists.list', { name: t(`workLists.names.${list}`) }),
      ...(await workOfInWords(db, of, t)),
    ],
    columns: columns.map(({ value: _, ...column }) => column),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  })
}
