import { refused } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { rolesOf } from './accountRows.ts'

/** Refuses a change after which no active account could manage the others. */
export async function refuseLosingLastAdministrator(db: Writer, changedId: number): Promise<void> {
  const others = await db
    .selectFrom('accounts')
    .selectAll()
    .where('active', '=', 1)
    .where('id', '!=', changedId)
    .execute()
  if (!others.some((row) => rolesOf(row).includes('administrator'))) throw refused('lastAdministrator')
}
