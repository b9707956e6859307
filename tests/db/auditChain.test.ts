import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditHead } from '../../db/audit/auditHead.ts'
import { contentHashOf, entryHashOf } from '../../db/audit/chain.ts'
import { fingerprintOf } from '../../db/audit/fingerprint.ts'
import type { StoredEntry } from '../../db/audit/findFault.ts'
import { verifyChain, type KnownFingerprint } from '../../db/audit/verifyChain.ts'
import { writeAuditRows } from '../../db/audit/writeAuditRows.ts'
import type { Writer } from '../../db/schema.ts'
import { signedInCore } from '../helpers/testCore.ts'

const count = 24
const noProgress = async () => {}

let program: Awaited<ReturnType<typeof signedInCore>>

beforeAll(async () => {
  program = await signedInCore()
  const { file, account } = program.core.requireOpen()
  await file.writer.transaction().execute(async (db) => {
    await db.deleteFrom('auditEntries').execute()
    const notes = Array.from({ length: count }, (_, index) => ({
      ...{ subject: 'track' as const, subjectId: 1 + (index % 3) },
      before: index % 2 === 0 ? null : { seats: index },
      after: { seats: index + 1 },
    }))
    await writeAuditRows(db, { action: 'tracks.change', at: program.core.now(), caller: account }, notes)
  })
})
afterAll(() => program.dispose())

class RolledBack extends Error {}

/** What the check says after `tamper` had its way; the record is as it was afterwards. */
async function verdictAfter(tamper: (db: Writer) => Promise<void>, known: readonly KnownFingerprint[] = []) {
  let verdict: Awaited<ReturnType<typeof verifyChain>> | undefined
  const { writer } = program.core.requireOpen().file
  await writer
    .transaction()
    .execute(async (db) => {
      await tamper(db)
      verdict = await verifyChain(db, noProgress, known)
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  return verdict!
}

const entriesOf = (db: Writer) => db.selectFrom('auditEntries').selectAll().orderBy('id').execute()

async function replaceAll(db: Writer, entries: readonly StoredEntry[]): Promise<void> {
  await db.deleteFrom('auditEntries').execute()
  if (entries.length > 0)
    await db
      .insertInto('auditEntries')
      .values([...entries])
      .execute()
}

const headAt = async (id: number): Promise<AuditHead> => {
  const { writer } = program.core.requireOpen().file
  const { hash } = await writer
    .selectFrom('auditEntries')
    .select('hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { entries: id, hash }
}

const noted = (head: AuditHead): KnownFingerprint => ({
  ...{ kind: 'typed', madeAt: null },
  ...{ entries: head.entries, fingerprint: fingerprintOf(head) },
})

const anyEntry = fc.integer({ min: 1, max: count })
const runs = { numRuns: 40 }

test('the record as it was written is intact, and fits every fingerprint noted on the way', async () => {
  const known = await Promise.all([1, 7, count].map(async (id) => noted(await headAt(id))))
  const verdict = await verdictAfter(async () => {}, known)
  expect(verdict).toMatchObject({ state: 'intact', entries: count, erased: 0 })
  expect(verdict).toMatchObject({ fingerprint: known[2]!.fingerprint })
})

test('any changed field of any entry is found, and where', async () => {
  const other = fc.constantFrom<Partial<StoredEntry>>(
    { at: '2020-01-01T00:00:00.000Z' },
    { accountName: 'Somebody Else' },
    { accountId: null },
    { action: 'tracks.create' },
    { subject: 'cohort' },
    { subjectId: 99 },
    { learnerId: 5 },
    { before: '{"seats":1000}' },
    { after: null },
    { salt: 'AAAA' },
    { salt: null },
    { contentHash: 'AAAA' },
    { hash: 'AAAA' },
  )
  await fc.assert(
    fc.asyncProperty(anyEntry, other, async (id, change) => {
      const verdict = await verdictAfter(async (db) => {
        await db.updateTable('auditEntries').set(change).where('id', '=', id).execute()
      })
      expect(verdict).toMatchObject({ state: 'broken', fault: 'edited', entryId: id })
    }),
    { numRuns: 80 },
  )
})

test('contents changed together with their own hash are found', async () => {
  await fc.assert(
    fc.asyncProperty(anyEntry, async (id) => {
      const verdict = await verdictAfter(async (db) => {
        const contents = { before: null, after: '{"seats":1000}' }
        const contentHash = contentHashOf('AAAA', contents)
        await db
          .updateTable('auditEntries')
          .set({ ...contents, salt: 'AAAA', contentHash })
          .where('id', '=', id)
          .execute()
      })
      expect(verdict).toMatchObject({ state: 'broken', fault: 'edited', entryId: id })
    }),
    runs,
  )
})

test('contents that are gone without anybody having been erased are found', async () => {
  await fc.assert(
    fc.asyncProperty(anyEntry, async (id) => {
      const verdict = await verdictAfter(async (db) => {
        const nothing = { before: null, after: null, salt: null }
        await db.updateTable('auditEntries').set(nothing).where('id', '=', id).execute()
      })
      expect(verdict).toMatchObject({ state: 'broken', fault: 'contentsRemoved', entryId: id })
    }),
    runs,
  )
})

const span = fc
  .tuple(fc.integer({ min: 1, max: count - 1 }), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]) => ({ from, to: Math.min(count - 1, from + length - 1) }))

test('any removed entries are found at the first of them', async () => {
  await fc.assert(
    fc.asyncProperty(span, async ({ from, to }) => {
      const verdict = await verdictAfter(async (db) => {
        await db.deleteFrom('auditEntries').where('id', '>=', from).where('id', '<=', to).execute()
      })
      expect(verdict).toMatchObject({ state: 'broken', fault: 'removed', entryId: from })
    }),
    runs,
  )
})

test('removed entries are found also when the later ones are numbered anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: count - 2 }), async (id) => {
      const verdict = await verdictAfter(async (db) => {
        const left = (await entriesOf(db)).filter((entry) => entry.id !== id)
        await replaceAll(
          db,
          left.map((entry, index) => ({ ...entry, id: index + 1 })),
        )
      })
      expect(verdict).toMatchObject({ state: 'broken', fault: 'removed', entryId: id })
    }),
    runs,
  )
})

test('any two entries that changed places are found at the first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyEntry, { minLength: 2, maxLength: 2 }),
      async ([one = 0, other = 0]) => {
        const verdict = await verdictAfter(async (db) => {
          const swapped = (await entriesOf(db)).map((entry) => {
            if (entry.id === one) return { ...entry, id: other }
            return entry.id === other ? { ...entry, id: one } : entry
          })
          await replaceAll(db, swapped)
        })
        expect(verdict).toMatchObject({ state: 'broken', entryId: Math.min(one, other) })
      },
    ),
    runs,
  )
})

test('an entry put in between is found there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: count }), async (id) => {
      const verdict = await verdictAfter(async (db) => {
        const entries = await entriesOf(db)
        const forged = { ...entries[0]!, id, accountName: 'Somebody Else', hash: 'AAAA' }
        const later = entries.filter((entry) => entry.id >= id)
        await replaceAll(db, [
          ...entries.filter((entry) => entry.id < id),
          forged,
          ...later.map((entry) => ({ ...entry, id: entry.id + 1 })),
        ])
      })
      expect(verdict).toMatchObject({ state: 'broken', fault: 'inserted', entryId: id })
    }),
    runs,
  )
})

test('an end that is missing shows against a fingerprint noted before', async () => {
  const known = noted(await headAt(count))
  await fc.assert(
    fc.asyncProperty(anyEntry, async (from) => {
      const cut = async (db: Writer) => {
        await db.deleteFrom('auditEntries').where('id', '>=', from).execute()
      }
      expect(await verdictAfter(cut)).toMatchObject({ state: 'intact', entries: from - 1 })
      const verdict = await verdictAfter(cut, [known])
      expect(verdict).toMatchObject({ state: 'broken', fault: 'endMissing', entryId: from })
      expect(verdict).toMatchObject({ against: { kind: 'typed', fingerprint: known.fingerprint } })
    }),
    runs,
  )
})

test('a record written anew with right hashes shows against a fingerprint noted before', async () => {
  const known = [noted(await headAt(5)), noted(await headAt(15))]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 15 }), async (id) => {
      const rewrite = async (db: Writer) => {
        let previous = ''
        const anew = (await entriesOf(db)).map((entry) => {
          const changed = entry.id === id ? { ...entry, accountName: 'Somebody Else' } : entry
          previous = entryHashOf(previous, changed)
          return { ...changed, hash: previous }
        })
        await replaceAll(db, anew)
      }
      expect(await verdictAfter(rewrite)).toMatchObject({ state: 'intact' })
      const verdict = await verdictAfter(rewrite, known)
      expect(verdict).toMatchObject({ state: 'broken', fault: 'rewritten', entryId: id <= 5 ? 5 : 15 })
    }),
    runs,
  )
})
