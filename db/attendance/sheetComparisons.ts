import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { ImportSettings } from '../../shared/contract/imports.ts'
import type { SheetComparison, SheetDifferenceRow } from '../../shared/contract/sheetComparison.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { sheetDifferences } from '../../shared/values/sheetComparison.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { invalidFields } from '../failure.ts'
import { noChoices } from '../imports/plannedRow.ts'
import { planImport } from '../imports/planImport.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList } from '../workbooks/exportList.ts'
import { compareSheet } from './compareSheet.ts'
import { sectionAttendance } from './sectionAttendance.ts'

interface SheetInput {
  openId: string
  settings: ImportSettings
}
type Comparing = QueryCall<SheetInput> & LongWork

/** As many as somebody reads on the screen; the export has them all. */
const mostShown = 1000

/**
 * Compares a file that was opened with the record.
 * @throws `invalidInput` where it is no attendance sheet or its settings do not fit
 */
async function comparisonOf(call: Comparing, language: Language) {
  const { db, input, core, today, progress, sight } = call
  const { openId, settings } = input
  const opened = core.heldImports.opened(openId)
  const around = { today, language, progress, sight }
  const plan = await planImport(db, opened, settings, noChoices(), around)
  if (plan.kind !== 'attendance')
    throw invalidFields([{ path: 'settings.kind', code: 'attendance.noSheet', values: {} }])
  return compareSheet(
    plan.plan,
    (section, from, to) => sectionAttendance(db, { sectionId: section.id!, from, to }, today, sight),
    language,
  )
}

export async function sheetComparisonOf(call: Comparing): Promise<SheetComparison> {
  const { differences, ...summary } = await comparisonOf(call, call.caller.language)
  const counts = Object.fromEntries(
    sheetDifferences.map((kind) => [kind, differences.filter((one) => one.kind === kind).length]),
  ) as SheetComparison['counts']
  return { ...summary, counts, total: differences.length, rows: differences.slice(0, mostShown) }
}

/** What is wrong with a row, or how many marks a meeting or a learner has that the sheet lacks. */
function remarkOf({ kind, problem, onRecord }: SheetDifferenceRow, t: Translate): string {
  if (problem !== null) {
    const text = t(problem.code, problem.values)
    return problem.column ? `${problem.column.heading} (${problem.column.letter}): ${text}` : text
  }
  const isLacking = kind === 'meetingNotInSheet' || kind === 'learnerNotInSheet'
  return isLacking ? t('attendance.comparison.marks', { count: Number(onRecord) }) : ''
}

/** The differences as a workbook. */
export async function exportComparison(
  call: QueryCall<SheetInput & { language: Language; disclosure: Disclosure }> & LongWork,
): Promise<FileTicket> {
  const { language, disclosure } = call.input
  const t = translator(language)
  const { differences } = await comparisonOf(call, language)
  const column = (key: string, kind: 'text' | 'number' | 'date', width: number, wraps = false) => ({
    ...{ heading: t(`attendance.comparison.columns.${key}`), kind, width, wraps },
  })
  return exportList(call, {
    language,
    method: 'attendance.exportComparison',
    content: 'sheetDifferences',
    disclosure,
    learnerIds: [...new Set(differences.flatMap(({ learnerId }) => learnerId ?? []))],
    fileName: t('attendance.comparison.fileName'),
    title: t('attendance.comparison.title'),
    filters: [],
    columns: [
      column('class', 'text', 16),
      column('day', 'date', 13),
      column('studentId', 'text', 14),
      column('name', 'text', 28),
      column('difference', 'text', 30),
      column('onRecord', 'text', 14),
      column('inSheet', 'text', 14),
      column('row', 'number', 8),
      column('remark', 'text', 60, true),
    ],
    rows: differences.map((one) => {
      const isCount = one.kind === 'meetingNotInSheet' || one.kind === 'learnerNotInSheet'
      return [
        ...[one.sectionCode, one.heldOn, one.studentId, one.name],
        t(`words.sheetDifferences.${one.kind}`),
        isCount ? null : one.onRecord,
        one.inSheet,
        one.rowNumber,
        remarkOf(one, t),
      ]
    }),
  })
}
