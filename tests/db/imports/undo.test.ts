import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../../db/migrations/migrate.ts'
import { belongings } from '../../../db/imports/undo/laterEntries.ts'
import { failureOf } from '../../helpers/failureOf.ts'
import { signInAs } from '../../helpers/signInAs.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { imported, resultOf, sample, textFile, type TestCore } from './importing.ts'

let core: TestCore
beforeEach(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterEach(() => core.dispose())

/** What an import writes about itself. */
const bookkeeping = new Set(['auditEntries', 'imports', 'importRows', 'importMappings', 'backupNotes'])
/** Columns that say when a record was last written. */
const stamps = new Set(['updatedAt', 'recordedAt'])

/** Everything in the file but the record of changes, the import's own notes, and when a record was written. */
async function contents() {
  const { writer } = core.core.requireOpen().file
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' order by name
  `.execute(writer)
  const dump: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    if (bookkeeping.has(name)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(writer)
    dump[name] = rows
      .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !stamps.has(column))))
      .sort()
  }
  return dump
}

const previewOf = (importId: number) => resultOf(core.api.imports.undoPreview({ importId }))

async function undone(importId: number) {
  const { signature } = await previewOf(importId)
  return resultOf(core.api.imports.undo({ importId, signature }))
}

const samples = ['esl-roster.csv', 'student-test-summary.xlsx', 'nurse-assistant-cohorts.xlsx'] as const

test('import and undo of each sample give back the identical content, in whatever state it was', async () => {
  // Backwards too: the later files change records of the earlier ones.
  const before: Awaited<ReturnType<typeof contents>>[] = []
  const importIds: number[] = []
  for (const name of samples) {
    before.push(await contents())
    const { importId, counts } = await imported(core, sample(name))
    importIds.push(importId)
    expect(await contents()).not.toEqual(before.at(-1))
    const { removed, kept } = await undone(importId)
    expect(removed).toBeGreaterThan(counts.new / 2)
    expect(kept).toBe(0)
    expect(await contents()).toEqual(before.at(-1))
    const again = await imported(core, sample(name))
    expect(again.counts).toEqual(counts)
    importIds[importIds.length - 1] = again.importId
  }
  for (const [index, importId] of [...importIds.entries()].reverse()) {
    expect((await undone(importId)).kept).toBe(0)
    expect(await contents()).toEqual(before[index])
  }
  expect((await core.api.audit.verify({})) as object).toMatchObject({})
})
