import type { AuditFilters, AuditKind, AuditRow } from '../../shared/contract/audit.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { ExpressionBuilder } from 'kysely'
import { startOfLocalDay } from '../localDay.ts'
import { recordOfPerson } from '../merges/standing.ts'
import type { Reader, Schema } from '../schema.ts'
import { translator } from '../texts/translator.ts'
import type { StoredEntry } from './findFault.ts'
import { containsText } from './likeText.ts'
import { entryWords, learnersNamed } from './words/entryWords.ts'
import { recordNames } from './words/recordNames.ts'

type Reads = Pick<Reader, 'selectFrom'>
type Row = ExpressionBuilder<Schema, 'auditEntries'>

/** True for entries that tell of one kind of deed. */
function isOfKind(row: Row, kind: AuditKind) {
  const isAccess = row.or([row('action', 'like', 'session.%'), row('subject', 'in', ['account', 'keys'])])
  if (kind === 'access') return isAccess
  if (kind === 'handedOut') return row('subject', '=', 'disclosure')
  const isDeed = row.and([row.not(isAccess), row('subject', '!=', 'disclosure')])
  const hasBefore = row('before', kind === 'added' ? 'is' : 'is not', null)
  const hasAfter = row('after', kind === 'removed' ? 'is' : 'is not', null)
  return row.and([isDeed, hasBefore, hasAfter])
}

/** True for entries in which some words stand: in names, or in what was recorded. */
function speaksOf(row: Row, text: string) {
  const folded = foldForSearch(text).replace(/[%_]/g, '')
  const named = row
    .selectFrom('learners')
    .select('learners.id')
    .where('learners.foldedName', 'like', `%${folded}%`)
  return row.or([
    containsText(row, 'accountName', text),
    containsText(row, 'before', text),
    containsText(row, 'after', text),
    ...(folded === '' ? [] : [row('learnerId', 'in', named)]),
  ])
}

/** The entries that filters let through, in no particular order. */
export function entriesThat(db: Reads, filters: AuditFilters) {
  const { accountId, learnerId, subject, kind, from, to } = filters
  const text = filters.text.trim()
  let entries = db.selectFrom('auditEntries')
  if (accountId !== null) entries = entries.where('accountId', '=', accountId)
  if (learnerId !== null) entries = entries.where(recordOfPerson(learnerId, 'auditEntries.learnerId'))
  if (subject !== null) entries = entries.where('subject', '=', subject)
  if (from !== null) entries = entries.where('at', '>=', startOfLocalDay(from))
  if (to !== null) entries = entries.where('at', '<', startOfLocalDay(to, 1))
  if (kind !== null) entries = entries.where((row) => isOfKind(row, kind))
  if (text !== '') entries = entries.where((row) => speaksOf(row, text))
  return entries
}

/** Entries in the reader's words. */
export async function inWords(
  db: Reads,
  entries: readonly StoredEntry[],
  language: Language,
): Promise<AuditRow[]> {
  const learnerIds = entries.flatMap(learnersNamed)
  const names = await recordNames(db, learnerIds, language)
  const words = { language, t: translator(language), names }
  return entries.map((entry) => entryWords(entry, words))
}

/** A window of the record of changes, the newest first. */
export async function listEntries(
  db: Reads,
  input: AuditFilters & { language: Language; offset: number; limit: number },
) {
  const found = entriesThat(db, input)
  const { total } = await found
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const entries = await found
    .selectAll()
    .orderBy('id', 'desc')
    .offset(input.offset)
    .limit(input.limit)
    .execute()
  return { total: Number(total), rows: await inWords(db, entries, input.language) }
}
