import { writeAuditRows } from '../../db/audit/writeAuditRows.ts'
import type { Core } from '../../db/core.ts'
import type { Writer } from '../../db/schema.ts'

/** Writes what no use case would, and leaves an entry in the record of changes as every command does. */
export async function writeDirectly(core: Core, write: (db: Writer) => Promise<unknown>): Promise<void> {
  const { account, file } = core.requireOpen()
  await file.writer.transaction().execute(async (db) => {
    await write(db)
    await writeAuditRows(db, { action: 'tests.write', at: core.now(), caller: account }, [])
  })
}
