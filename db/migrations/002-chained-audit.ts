import { sql, type Kysely } from 'kysely'
import {
  chainStart,
  contentHashOf,
  entryHashOf,
  importRowsHashOf,
  newSalt,
  type HashedImportRow,
} from '../audit/chain.ts'

/*
 * The record of changes becomes a chain: every entry holds the hash of the one before. The way of hashing
 * is part of the file from here on, so this step and the app share it. Disclosures get their own tables.
 */

interface OldEntry {
  id: number
  at: string
  accountId: number | null
  accountName: string
  action: string
  subject: string | null
  subjectId: number | null
  before: string | null
  after: string | null
}

interface OldImportRow {
  position: number
  importId: number
  rowNumber: number
  action: string
  subject: string
  subjectId: number
  before: string | null
  after: string | null
}

interface OldTables {
  auditEntries: OldEntry
  auditEntriesNew: OldEntry & {
    learnerId: number | null
    salt: string | null
    contentHash: string
    hash: string
  }
  importRowsNew: Omit<OldImportRow, 'position'> & {
    learnerId: number | null
    salt: string | null
    contentHash: string
  }
  assessments: { id: number; learnerId: number }
  sectionMembers: { id: number; learnerId: number }
  cohortMembers: { id: number; learnerId: number }
  attempts: { id: number; cohortMemberId: number }
}

const statements = [
  `create table auditEntriesNew (
    id integer primary key,
    at text not null,
    accountId integer references accounts (id),
    accountName text not null,
    action text not null,
    subject text,
    subjectId integer,
    learnerId integer,
    before text,
    after text,
    salt text,
    contentHash text not null,
    hash text not null
  ) strict`,
  `create table importRowsNew (
    id integer primary key,
    importId integer not null references imports (id) on delete cascade,
    rowNumber integer not null,
    action text not null,
    subject text not null,
    subjectId integer not null,
    learnerId integer,
    before text,
    after text,
    salt text,
    contentHash text not null
  ) strict`,
  `create table disclosures (
    id integer primary key,
    at text not null,
    accountId integer references accounts (id),
    accountName text not null,
    method text not null,
    content text not null,
    format text not null,
    filters text not null,
    rowCount integer not null,
    learnerCount integer not null,
    audience text not null,
    recipient text,
    purpose text,
    purposeNote text
  ) strict`,
  `create index disclosuresByAccount on disclosures (accountId, id)`,
  `create table disclosureLearners (
    disclosureId integer not null references disclosures (id) on delete cascade,
    learnerId integer not null references learners (id) on delete cascade,
    primary key (disclosureId, learnerId)
  ) strict`,
  `create index disclosureLearnersByLearner on disclosureLearners (learnerId, disclosureId)`,
]

const afterwards = [
  `drop table auditEntries`,
  `alter table auditEntriesNew rename to auditEntries`,
  `create index auditEntriesBySubject on auditEntries (subject, subjectId)`,
  `create index auditEntriesByLearner on auditEntries (learnerId, id)`,
  `create index auditEntriesByAccount on auditEntries (accountId, id)`,
  `drop table importRows`,
  `alter table importRowsNew rename to importRows`,
  `create index importRowsByImport on importRows (importId, rowNumber)`,
  `create index importRowsBySubject on importRows (subject, subjectId)`,
  `create index importRowsByLearner on importRows (learnerId)`,
]

const rowsAtOnce = 1000

/** Which learner a record belongs to, as far as it is still there. */
async function ownerOf(db: Kysely<OldTables>) {
  const rows = async (table: 'assessments' | 'sectionMembers' | 'cohortMembers') =>
    new Map(
      (await db.selectFrom(table).select(['id', 'learnerId']).execute()).map((r) => [r.id, r.learnerId]),
    )
  const members = await rows('cohortMembers')
  const attempts = await db.selectFrom('attempts').select(['id', 'cohortMemberId']).execute()
  const owners = new Map([
    ['assessment', await rows('assessments')],
    ['sectionMember', await rows('sectionMembers')],
    ['cohortMember', members],
    ['attempt', new Map(attempts.map(({ id, cohortMemberId }) => [id, members.get(cohortMemberId)!]))],
  ])
  return (subject: string | null, id: number | null, contents: string | null): number | null => {
    if (subject === 'learner') return id === 0 ? null : id
    // What was removed since still says whose it was.
    const said = contents === null ? {} : (JSON.parse(contents) as { learnerId?: number; memberId?: number })
    return (
      said.learnerId ?? owners.get(subject ?? '')?.get(id ?? 0) ?? members.get(said.memberId ?? 0) ?? null
    )
  }
}
type OwnerOf = Awaited<ReturnType<typeof ownerOf>>

/** Copies the rows of imports with their hashes; answers with one hash for each import. */
async function hashImportRows(db: Kysely<OldTables>, owner: OwnerOf): Promise<Map<number, string>> {
  const byImport = new Map<number, HashedImportRow[]>()
  for (let last = 0; ;) {
    const { rows } = await sql<OldImportRow>`select rowid as position, * from importRows
      where rowid > ${last} order by rowid limit ${rowsAtOnce}`.execute(db)
    if (rows.length === 0) break
    last = rows.at(-1)!.position
    const hashed = rows.map(({ position: _, ...row }) => {
      const salt = newSalt()
      const learnerId = owner(row.subject, row.subjectId, null)
      return { ...row, learnerId, salt, contentHash: contentHashOf(salt, row) }
    })
    await db.insertInto('importRowsNew').values(hashed).execute()
    for (const row of hashed) {
      const known = byImport.get(row.importId)
      if (known) known.push(row)
      else byImport.set(row.importId, [row])
    }
  }
  return new Map([...byImport].map(([importId, rows]) => [importId, importRowsHashOf(importId, rows)]))
}

/** An import's entry stands for its rows too. */
function withRowsHash(entry: OldEntry, hashes: ReadonlyMap<number, string>): string | null {
  if (entry.action !== 'imports.apply' || entry.subject !== 'import' || entry.after === null)
    return entry.after
  const rowsHash = hashes.get(entry.subjectId ?? 0) ?? importRowsHashOf(entry.subjectId ?? 0, [])
  return JSON.stringify({ ...(JSON.parse(entry.after) as object), rowsHash })
}

async function chainEntries(db: Kysely<OldTables>, owner: OwnerOf, hashes: ReadonlyMap<number, string>) {
  let previous = chainStart
  let id = 0
  for (let last = 0; ;) {
    const entries = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    if (entries.length === 0) return
    last = entries.at(-1)!.id
    const chained = entries.map((old) => {
      const contents = { before: old.before, after: withRowsHash(old, hashes) }
      const salt = newSalt()
      const entry = {
        ...old,
        ...contents,
        id: ++id,
        learnerId: owner(old.subject, old.subjectId, old.before ?? old.after),
        contentHash: contentHashOf(salt, contents),
      }
      previous = entryHashOf(previous, entry)
      return { ...entry, salt, hash: previous }
    })
    await db.insertInto('auditEntriesNew').values(chained).execute()
  }
}

export async function up(database: Kysely<unknown>): Promise<void> {
  const db = database as Kysely<OldTables>
  for (const statement of statements) await sql.raw(statement).execute(db)
  const owner = await ownerOf(db)
  await chainEntries(db, owner, await hashImportRows(db, owner))
  for (const statement of afterwards) await sql.raw(statement).execute(db)
}
