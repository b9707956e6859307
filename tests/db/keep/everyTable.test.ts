import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personalTables } from '../../../db/keep/personalTables.ts'
import { signedInCore } from '../../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  core = await signedInCore()
})
afterAll(() => core.dispose())

/** Tables with a learner in them whose rows stay when the person is erased, and what becomes of them. */
const staying = {
  auditEntries: 'loses its contents, keeps who did what and when',
  importRows: 'loses its contents',
  disclosureLearners: 'says only that a record left the program',
  cohortMembers: 'counts; loses its note',
  decisions: 'counts; loses its reason',
  distinctPeople: 'goes by either of its two people',
}

test('every table that knows a learner is emptied when the person is erased, or says why it stays', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct m.name as "table" from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and c.name = 'learnerId' order by 1
  `.execute(core.core.requireOpen().file.writer)
  const known = [...Object.keys(personalTables), ...Object.keys(staying)]
  expect(rows.map(({ table }) => table).sort()).toEqual(known.sort())
})
