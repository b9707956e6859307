import { sql, type Kysely } from 'kysely'

/**
 * Two records of one person become one: the other one stays in the file as *merged into* the kept one, and each
 * step of it is kept, so that both can be brought back.
 */
const statements = [
  // Always the record that stands in the lists now, also after that one was kept in a later merge.
  `alter table learners add column mergedIntoId integer references learners (id)`,
  `create index learnersMerged on learners (mergedIntoId) where mergedIntoId is not null`,
  // Lists and their counts read it alone.
  `drop index learnersShown`,
  `create index learnersShown on learners (foldedName, id) where erasedAt is null and mergedIntoId is null`,
  // The merges that stand, the newest last.
  `create table learnerMerges (
    id integer primary key,
    keptId integer not null references learners (id),
    mergedId integer not null references learners (id),
    mergedAt text not null,
    mergedBy integer references accounts (id),
    mergedByName text not null
  ) strict`,
  `create index learnerMergesByKept on learnerMerges (keptId)`,
  `create index learnerMergesByMerged on learnerMerges (mergedId)`,
  // What a merge did to one row: some columns before and after, the whole row where it came or went.
  `create table learnerMergeSteps (
    mergeId integer not null references learnerMerges (id) on delete cascade,
    position integer not null,
    tableName text not null,
    rowKey text not null,
    before text,
    after text,
    primary key (mergeId, position)
  ) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
