import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { RowProblem } from '../../shared/contract/importPlan.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { cellAt } from '../files/tableFile.ts'
import { tidy } from '../files/values.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList } from '../workbooks/exportList.ts'
import { isNeverTaken } from './fields.ts'
import type { HeldPreview } from './heldImports.ts'
import { settledHeadings } from './planImport.ts'
import { choiceFor, type PlannedRow } from './plannedRow.ts'

type Call = QueryCall<{ previewId: string; language: Language; disclosure: Disclosure }> & LongWork

const usualWidth = 18
const reasonWidth = 70

/** What happened to a row that was not taken, or not whole; null for all others. */
function verdictOf(row: PlannedRow, preview: HeldPreview): 'refused' | 'setAside' | 'valueLeftOut' | null {
  if (row.state === 'refused') return 'refused'
  if (choiceFor(row, preview.choices).choice === 'setAside') return 'setAside'
  return row.leftOut.length > 0 ? 'valueLeftOut' : null
}

function reasonText(row: PlannedRow, verdict: string, t: Translate): string {
  const sentence = ({ code, values, column }: RowProblem) =>
    column ? `${column.heading} (${column.letter}): ${t(code, values)}` : t(code, values)
  if (verdict === 'setAside') {
    const candidate = row.candidates[0]
    return t('imports.setAsideReason', { name: candidate?.name ?? '', id: candidate?.studentId ?? '–' })
  }
  return [...row.refusals, ...row.leftOut].map(sentence).join('\n')
}

/** Writes the rows that were refused, set aside or taken without a value as a workbook: number, reason, cells. */
export function exportRowsNotTaken(call: Call, preview: HeldPreview): Promise<FileTicket> {
  const { language } = call.input
  const t = translator(language)
  const { sheet, headings } = settledHeadings(preview.opened, preview.settings)
  const kept = headings.headings.flatMap((heading, index) =>
    isNeverTaken(foldForSearch(heading)) ? [] : [{ heading, index }],
  )
  const learnerIds: number[] = []
  const rows = preview.rows.flatMap((row) => {
    const verdict = verdictOf(row, preview)
    if (verdict === null) return []
    const about = row.learnerId ?? choiceFor(row, preview.choices).candidate?.learnerId ?? null
    if (about !== null) learnerIds.push(about)
    const cells = kept.map(({ index }) => tidy(cellAt(sheet.rows[row.index]!, index)))
    return [[row.number, t(`imports.verdicts.${verdict}`), reasonText(row, verdict, t), ...cells]]
  })
  const text = (heading: string, width = usualWidth) => ({ heading, kind: 'text' as const, width })
  return exportList(call, {
    language,
    method: 'imports.rowsNotTaken',
    content: 'rowsNotTaken',
    disclosure: call.input.disclosure,
    learnerIds,
    fileName: t('imports.notTakenFile'),
    title: t('imports.notTakenTitle'),
    columns: [
      { heading: t('imports.rowColumn'), kind: 'number', width: 8 },
      text(t('imports.verdictColumn')),
      text(t('imports.reasonColumn'), reasonWidth),
      ...kept.map(({ heading }) => text(heading)),
    ],
    rows,
    filters: [],
  })
}
