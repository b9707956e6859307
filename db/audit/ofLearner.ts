import type { AuditRow } from '../../shared/contract/audit.ts'
import type { AuditSubject } from '../../shared/values/audit.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { recordOfPerson } from '../merges/standing.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { translator } from '../texts/translator.ts'
import type { StoredEntry } from './findFault.ts'
import { actionWords, entryWords, learnersNamed } from './words/entryWords.ts'
import { changeWords } from './words/changeWords.ts'
import { recordNames } from './words/recordNames.ts'
import type { Words } from './words/valueWords.ts'

type Reads = Pick<Reader, 'selectFrom'>

/** Changes of the learner's own records, and what was handed out of them. */
async function ownEntries(db: Reads, learnerId: number): Promise<StoredEntry[]> {
  const changes = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where(recordOfPerson(learnerId, 'auditEntries.learnerId'))
    .execute()
  const handedOut = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where('subject', '=', 'disclosure')
    .where('subjectId', 'in', (row) =>
      row
        .selectFrom('disclosureLearners')
        .select('disclosureId')
        .where(recordOfPerson(learnerId, 'disclosureLearners.learnerId')),
    )
    .execute()
  return [...changes, ...handedOut]
}

type ImportAction = 'imports.apply' | 'imports.undo'

/** The rows of imports about the learner's records, each with the entry of its import or of the undo. */
function importRowsOf(db: Reads, learnerId: number, action: ImportAction) {
  return (
    db
      .selectFrom('importRows')
      .innerJoin('auditEntries', (join) =>
        join
          .onRef('auditEntries.subjectId', '=', 'importRows.importId')
          .on('auditEntries.subject', '=', 'import')
          .on('auditEntries.action', '=', action),
      )
      .select(['importRows.id', 'importRows.subject', 'importRows.subjectId', 'importRows.importId'])
      .select(['importRows.before', 'importRows.after', 'importRows.salt', 'importRows.undone'])
      .select(['auditEntries.id as entryId', 'auditEntries.at', 'auditEntries.accountName'])
      .where(recordOfPerson(learnerId, 'importRows.learnerId'))
      // What a file said and somebody did not take changed nothing.
      .where('importRows.action', '<>', 'kept')
      // The number of a learner who was removed with an import may be another's by now.
      .where((row) => row.or([row('importRows.undone', 'is', null), row('importRows.undone', '<>', 'gone')]))
      .execute()
  )
}
type ImportedRow = Awaited<ReturnType<typeof importRowsOf>>[number]

/** The records that an undo took back as a whole; of others the import's page says what stayed. */
async function undoneRows(db: Reads, learnerId: number): Promise<ImportedRow[]> {
  const rows = await importRowsOf(db, learnerId, 'imports.undo')
  return rows
    .filter(({ undone }) => undone === 'removed' || undone === 'putBack')
    .map((row) => ({ ...row, before: row.after, after: row.before }))
}

const importedWords = (row: ImportedRow, action: ImportAction, words: Words): AuditRow => ({
  key: `${action} row ${row.id}`,
  entryId: row.entryId,
  at: row.at,
  who: row.accountName,
  action: actionWords(action, words),
  subject: row.subject as AuditSubject,
  subjectId: row.subjectId,
  learnerId: null,
  about: words.names.of('import', row.importId),
  changes: changeWords(row.before, row.after, words),
  isErased: row.salt === null,
})

/** Who changed one learner's record, imported into it or handed it out, the newest first; throws `notFound`. */
export async function entriesOfLearner(
  db: Reads,
  input: { learnerId: number; language: Language; offset: number; limit: number },
  sight: Sight,
) {
  const { learnerId, language, offset, limit } = input
  await requireLearner(db, learnerId, sight)
  const own = await ownEntries(db, learnerId)
  const words: Words = {
    language,
    t: translator(language),
    names: await recordNames(db, [learnerId, ...own.flatMap(learnersNamed)], language),
  }
  const found = [
    ...own.map((entry) => ({
      id: entry.id,
      say: () => entryWords(entry, words),
    })),
    ...(await importRowsOf(db, learnerId, 'imports.apply')).map((row) => ({
      id: row.entryId,
      say: () => importedWords(row, 'imports.apply', words),
    })),
    ...(await undoneRows(db, learnerId)).map((row) => ({
      id: row.entryId,
      say: () => importedWords(row, 'imports.undo', words),
    })),
  ].sort((one, other) => other.id - one.id)
  return { total: found.length, rows: found.slice(offset, offset + limit).map(({ say }) => say()) }
}
