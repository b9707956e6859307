import { bandsOf } from '../../shared/rules/levelBands.ts'
import type { Writer } from '../schema.ts'
import { levelTableRow } from './levelTableRows.ts'
import { shippedLevelTables, type ShippedLevelTable } from './shippedLevelTables.ts'

/** Scale scores CASAS prints lie in this range; a default to catch slips of the hand, editable (unconfirmed). */
const casasScores = { min: 130, max: 280 }
const anyScore = { min: null, max: null }

/** Without another rule of the publisher, one form is not given twice within half a year (unconfirmed default). */
const defaultSameFormDays = 180

const chartOf = (cutScores: ShippedLevelTable['cutScores']) =>
  cutScores === null ? null : bandsOf({ lowest: cutScores.slice(0, 6), highest: cutScores[6] })

/** Puts the shipped score tables into a new program. */
export async function shipLevelTables(db: Writer, now: string): Promise<void> {
  const rows = shippedLevelTables.map((table) =>
    levelTableRow(
      {
        ...table,
        forms: [...table.forms],
        recommendedHours: { from: table.recommendedHours[0], to: table.recommendedHours[1] },
        levels: chartOf(table.cutScores),
        possibleScores: table.instrument.startsWith('CASAS') ? casasScores : anyScore,
        sameFormDays: defaultSameFormDays,
      },
      now,
    ),
  )
  await db.insertInto('levelTables').values(rows).execute()
}
