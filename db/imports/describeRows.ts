import type { FieldChange, PlannedRowView } from '../../shared/contract/importPlan.ts'
import { choiceOf, type PlannedConflict } from './conflicts.ts'
import { cellAt } from '../files/tableFile.ts'
import { tidy } from '../files/values.ts'
import type { HeldPreview } from './heldImports.ts'
import { settledHeadings } from './planImport.ts'
import { shown } from './recordChanges.ts'
import { choiceFor, type PlannedRow } from './plannedRow.ts'

type Show = 'all' | 'valueLeftOut' | PlannedRow['state']

function isShown(row: PlannedRow, show: Show): boolean {
  if (show === 'all') return true
  if (show === 'valueLeftOut') return row.leftOut.length > 0 && row.state !== 'refused'
  return row.state === show
}

/** Both sides of a conflict; those of an attempt in one line that says which attempt it is. */
function sidesOf({ subject, key, values }: PlannedConflict): FieldChange[] {
  const changes = shown(values)
  if (subject !== 'attempt') return changes
  const [, part, number] = key.split(' ')
  const together = (side: 'before' | 'after') => changes.map((change) => change[side]).join(' · ')
  return [{ field: `attempt.${part}.${number}`, before: together('before'), after: together('after') }]
}

/** The rows of a plan that a filter lets through, a window of them with the cells that were read. */
export function describeRows(
  preview: HeldPreview,
  { show, offset, limit }: { show: Show; offset: number; limit: number },
): { total: number; rows: PlannedRowView[] } {
  const { sheet, headings } = settledHeadings(preview.opened, preview.settings)
  const shown = preview.rows.filter((row) => isShown(row, show))
  const rows = shown.slice(offset, offset + limit).map((row): PlannedRowView => {
    const { choice, candidate } = choiceFor(row, preview.choices)
    const cells = preview.settings.mapping.flatMap((field, index) =>
      field === null
        ? []
        : [
            {
              field,
              heading: headings.headings[index] ?? '',
              text: tidy(cellAt(sheet.rows[row.index]!, index)),
            },
          ],
    )
    const { number, state, name, studentId, learnerId, summary, refusals, leftOut, changes, candidates } = row
    return {
      ...{ number, state, name, studentId, learnerId, summary, refusals, leftOut, changes, candidates },
      conflicts: row.conflicts.map((conflict) => ({
        ...{ key: conflict.key, values: sidesOf(conflict), wasKept: conflict.wasKept },
        ...{ typedByName: conflict.typist.byName, typedAt: conflict.typist.at },
        choice: choiceOf(row.number, conflict, preview.choices.values),
      })),
      choice,
      chosenKey: candidate?.key ?? null,
      cells,
    }
  })
  return { total: shown.length, rows }
}
