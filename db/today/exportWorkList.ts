import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { WorkOf } from '../../shared/contract/today.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { translator } from '../texts/translator.ts'
import { exportList } from '../workbooks/exportList.ts'
import { listOnPaper } from './listOnPaper.ts'

type Input = { list: WorkListId; of: WorkOf; language: Language; disclosure: Disclosure }

/** One whole work list as an .xlsx file, with a column to write into. */
export async function exportWorkList(call: QueryCall<Input> & LongWork): Promise<FileTicket> {
  const { list, language, disclosure } = call.input
  const t = translator(language)
  await call.progress('readingRows', 0, null)
  const { of, columns, cells, learnerIds } = await listOnPaper(call)
  const name = t(`workLists.names.${list}`)
  return exportList(call, {
    language,
    method: 'today.exportList',
    content: 'workList',
    disclosure,
    learnerIds,
    fileName: t(`workLists.fileNames.${list}`),
    title: name,
    filters: [t('workLists.list', { name }), ...of],
    columns,
    rows: cells,
  })
}
