import { foldForSearch } from '../../shared/values/names.ts'
import type { Headings } from '../files/findHeadings.ts'
import type { TableSheet } from '../files/tableFile.ts'
import { tidy } from '../files/values.ts'
import { sectionInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import type { OpenedTable } from './heldImports.ts'
import type { PlanDb } from './planning.ts'

/**
 * The class that a sheet seems to be of: the one whose code stands in a cell above the headings or is the name of
 * the sheet, else the one whose code is part of the sheet's or the file's name. Null when none or several are.
 */
export async function likelySection(
  db: PlanDb,
  { fileName }: Pick<OpenedTable, 'fileName'>,
  { sheet, headings }: { sheet: TableSheet; headings: Headings | null },
  sight: Sight,
): Promise<number | null> {
  const rows = await db
    .selectFrom('sections')
    .select(['id', 'code'])
    .where(sectionInSight(sight, 'sections.id'))
    .execute()
  const sections = rows.map(({ id, code }) => ({ id, code: foldForSearch(code) }))
  const above = sheet.rows.slice(0, headings?.rowIndex ?? 0)
  const cells = new Set(above.flatMap((row) => row.cells.map((cell) => foldForSearch(tidy(cell)))))
  const said = sections.filter(({ code }) => cells.has(code))
  if (said.length === 1) return said[0]!.id
  const names = [sheet.name, fileName.replace(/\.[a-z]+$/i, '')].map((name) => ` ${foldForSearch(name)} `)
  const named = sections.filter(({ code }) => names.some((name) => name.includes(` ${code} `)))
  return named.length === 1 ? named[0]!.id : null
}
