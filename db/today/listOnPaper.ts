import type { WorkOf } from '../../shared/contract/today.ts'
import type { WorkListId } from '../../shared/rules/workLists.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { listColumns } from './listColumns.ts'
import { workAskedFor } from './reach.ts'
import { windowOf } from './workLists.ts'

/** Whose work it is, in words; nothing for everybody's. */
async function ofInWords(db: Pick<Reader, 'selectFrom'>, of: WorkOf, t: Translate): Promise<string[]> {
  if (of === 'everybody') return []
  if (of === 'ownClasses') return [t('workLists.of.ownClasses')]
  const section = await db.selectFrom('sections').select('code').where('id', '=', of).executeTakeFirst()
  return [t('workLists.of.oneClass', { code: section?.code ?? String(of) })]
}

type Call = Pick<
  QueryCall<{ list: WorkListId; of: WorkOf; language: Language }>,
  'input' | 'db' | 'today' | 'sight' | 'caller'
>

/** One whole list as it stands in a workbook and on a printed page, and whose names stand in it. */
export async function listOnPaper(call: Call) {
  const { list, of, language } = call.input
  const t = translator(language)
  const { rows } = await windowOf(await workAskedFor(call, of), list, 0, Number.MAX_SAFE_INTEGER)
  const columns = listColumns(list, language, t)
  return {
    of: await ofInWords(call.db, of, t),
    columns: columns.map(({ value: _, ...column }) => column),
    cells: rows.map((row) => columns.map(({ value }) => value(row))),
    learnerIds: [...new Set(rows.flatMap((row) => ('learnerId' in row ? [row.learnerId] : [])))],
  }
}
