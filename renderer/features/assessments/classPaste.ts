import type { SectionMemberForEntry } from '../../../shared/contract/assessments.ts'
import { formAsKept } from '../../../shared/rules/assessmentChecks.ts'
import { readScore } from '../../../shared/rules/scoreText.ts'
import type { EntryChange } from '../../ui/entryColumns.ts'
import type { PasteResult } from '../../ui/entryPaste.ts'

const idKey = (text: string) => text.trim().toLowerCase()

/** The form and score in the cells after a student id: score last, form before it, names anywhere before. */
function changesOf(cells: readonly string[], rowIndex: number, forms: readonly string[]): EntryChange[] {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const last = filled.at(-1)
  if (last === undefined) return []
  const isForm = readScore(last) === null && forms.includes(formAsKept(last))
  if (isForm) return [{ rowIndex, columnId: 'form', value: last }]
  const form = filled.at(-2)
  return [
    ...(form === undefined ? [] : [{ rowIndex, columnId: 'form', value: form }]),
    { rowIndex, columnId: 'scoreText', value: last },
  ]
}

/**
 * Lays a paste whose first column holds student ids: each line goes to its learner, in whatever order.
 * Null when fewer than half of the lines begin with an id of the class: then it goes by place.
 */
export function layByStudentId(
  cells: readonly (readonly string[])[],
  members: readonly SectionMemberForEntry[],
  forms: readonly string[],
): PasteResult | null {
  const places = new Map(
    members.flatMap(({ studentId }, index) => (studentId === null ? [] : [[idKey(studentId), index]])),
  )
  const lines = cells.filter((line) => line.some((cell) => cell.trim() !== ''))
  const placed = lines.map((line) => places.get(idKey(line[0] ?? '')))
  const known = placed.filter((place) => place !== undefined).length
  if (known === 0 || known * 2 < lines.length || lines.every((line) => line.length < 2)) return null
  const changes = lines.flatMap((line, index) => {
    const place = placed[index]
    return place === undefined ? [] : changesOf(line.slice(1), place, forms)
  })
  // A first line without an id is the headings.
  const dropped = placed.filter((place, index) => place === undefined && index > 0).length
  return { changes, dropped }
}
