import { foldForSearch } from '../../shared/values/names.ts'
import { loadBooks, planRows, type Plan, type PlanContext, type PlanDb } from './planning.ts'
import { RosterPlanning } from './rosterPlanning.ts'
import type { TrackByName } from './rosterRow.ts'
import type { Likeness } from './whomARowMeans.ts'

/** Every track by code and by its name in both languages. */
async function tracksByName(db: PlanDb): Promise<TrackByName> {
  const tracks = await db.selectFrom('tracks').select(['id', 'code', 'nameEn', 'nameEs']).execute()
  const byName = new Map<string, number>()
  for (const { id, code, nameEn, nameEs } of tracks) {
    for (const name of [code, nameEn, nameEs]) byName.set(foldForSearch(name), id)
  }
  return byName
}

/**
 * Plans a roster: people with their facts, phones and class. A row about which somebody would have to decide
 * may be told by a later one (of the same number, with the phone that was missing). What the whole file tells
 * is then known from its first row on: otherwise the same file would change something when it came again.
 */
export async function planRoster(context: PlanContext): Promise<Plan> {
  const tracks = await tracksByName(context.db)
  const told = new Map<number, readonly Likeness[]>()
  for (;;) {
    const books = await loadBooks(context.db)
    const planning = new RosterPlanning(context, books, tracks, told)
    const rows = await planRows(context, (read, planned) => planning.planRow(read, planned))
    const known = told.size
    for (const [row, alike] of planning.toldByNow()) told.set(row, alike)
    if (told.size === known) return { rows, changes: planning.changes, ...books }
  }
}
